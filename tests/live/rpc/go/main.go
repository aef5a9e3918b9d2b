// What a program with digitalocean/go-libvirt sees: it speaks the protocol by itself, without libvirt's library.
package main

import (
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
	must(l.Disconnect())
}
