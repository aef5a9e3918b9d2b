// What a program with digitalocean/go-libvirt sees: it speaks the protocol by itself, without libvirt's library.
package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"

	libvirt "github.com/digitalocean/go-libvirt"
)

func must(err error) {
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

func main() {
	conn, err := net.Dial("unix", os.Args[1])
	must(err)
	l := libvirt.New(conn)
	must(l.ConnectToURI("test:///default"))
	version, err := l.ConnectGetLibVersion()
	must(err)
	domains, count, err := l.ConnectListAllDomains(1, 0)
	must(err)
	fmt.Println(version, count, domains[0].Name)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	events, err := l.LifecycleEvents(ctx)
	must(err)
	must(l.DomainSuspend(domains[0]))
	event := <-events
	fmt.Println(event.Dom.Name, event.Event, event.Detail)

	_, err = l.DomainLookupByName("nobody")
	fmt.Println(err, libvirt.IsNotFound(err))
	pool, err := l.StoragePoolLookupByName("default-pool")
	must(err)
	volume, err := l.StorageVolCreateXML(pool, "<volume><name>go</name><capacity>3000000</capacity></volume>", 0)
	must(err)
	sent := bytes.Repeat([]byte("innkeeper "), 300000)
	must(l.StorageVolUpload(volume, bytes.NewReader(sent), 0, uint64(len(sent)), 0))
	var got bytes.Buffer
	must(l.StorageVolDownload(volume, &got, 0, 0, 0))
	fmt.Println(bytes.Equal(sent, got.Bytes()))

	defined, err := l.DomainDefineXML("<domain type='test'><name>go</name><memory>65536</memory><os><type>hvm</type></os></domain>")
	must(err)
	must(l.DomainCreate(defined))
	stats, err := l.ConnectGetAllDomainStats([]libvirt.Domain{}, 0, 0)
	must(err)
	fmt.Println(len(stats), stats[0].Params[0].Field)
	must(l.Disconnect())
}
