/**
 * A document of each kind with something of everything, to be damaged.
 *
 * @module
 */

import type { DocumentKind } from "../../src/conf/kinds.ts";

const DISK = `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a'/>` +
  `<target dev='vda' bus='virtio'/><address type='pci' bus='0x01'/></disk>`;
const UUID = "<uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>";

/** Every one is accepted. */
export const SAMPLES: Readonly<Record<DocumentKind, string>> = {
  domain: `<domain type='kvm'><name>g</name>${UUID}<memory unit='MiB'>4</memory><vcpu cpuset='0-3,^2'>4</vcpu>
    <os><type arch='x86_64' machine='q35'>hvm</type><boot dev='hd'/></os><features><acpi/></features>
    <cpu mode='custom'><model>m</model><feature policy='require' name='a'/></cpu><clock offset='utc'/>
    <devices>${DISK}<interface type='network'><mac address='52:54:00:00:00:01'/><source network='n'/></interface>
    <graphics type='vnc' port='-1' autoport='yes'><listen type='address' address='127.0.0.1'/></graphics>
    <serial type='tcp'><source mode='bind' host='h' service='1'/></serial></devices></domain>`,
  snapshot: `<domainsnapshot><name>s</name><description>d</description><memory snapshot='internal'/>
    <disks><disk name='vda' snapshot='external' type='file'><driver type='qcow2'/><source file='/b'/></disk></disks>
    </domainsnapshot>`,
  checkpoint: `<domaincheckpoint><name>c</name><description>d</description>
    <disks><disk name='vda' checkpoint='bitmap' bitmap='b'/><disk name='vdb' checkpoint='no'/></disks>
    </domaincheckpoint>`,
  backup: `<domainbackup mode='pull'><incremental>c</incremental><server transport='tcp' name='h' port='10809'/>
    <disks><disk name='vda' backup='yes' type='file' exportname='e'><scratch file='/s'/></disk></disks></domainbackup>`,
  network:
    `<network ipv6='yes'><name>n</name>${UUID}<forward mode='nat' dev='eth0'><nat><address start='1.2.3.4' end='1.2.3.5'/>
    <port start='500' end='1000'/></nat></forward><bridge name='b' stp='on' delay='5'/><mtu size='9000'/>
    <mac address='52:54:00:00:00:01'/><domain name='d' localOnly='yes'/>
    <dns><forwarder addr='8.8.8.8'/><txt name='t' value='v'/><host ip='192.168.1.2'><hostname>h</hostname></host>
    <srv service='s' protocol='tcp' domain='d' target='.' port='1' priority='2' weight='3'/></dns>
    <ip address='192.168.1.1' netmask='255.255.255.0'><tftp root='/t'/><dhcp><range start='192.168.1.2' end='192.168.1.9'/>
    <host mac='52:54:00:00:00:02' name='a' ip='192.168.1.3'/><bootp file='f' server='10.0.0.9'/></dhcp></ip>
    <ip family='ipv6' address='fd00::1' prefix='64'/><route address='10.0.0.0' prefix='8' gateway='192.168.1.7'/>
    <portgroup name='p' default='yes'><bandwidth><inbound average='1' peak='2' burst='3'/></bandwidth></portgroup></network>`,
  "network-port": `<networkport>${UUID}<owner><name>g</name>${UUID}</owner><mac address='52:54:00:00:00:01'/>
    <bandwidth><outbound average='1' peak='2' burst='3'/></bandwidth><plug type='bridge' bridge='b'/></networkport>`,
  "network-filter": `<filter name='f' chain='root' priority='-700'>${UUID}<filterref filter='clean-traffic'>
    <parameter name='IP' value='10.0.0.1'/></filterref><rule action='drop' direction='inout' priority='500'>
    <mac srcmacaddr='$MAC' match='no'/></rule><rule action='accept' direction='in'><tcp dstportstart='80' state='NEW'/></rule>
    </filter>`,
  "network-filter-binding": `<filterbinding><owner><name>g</name>${UUID}</owner><portdev name='vnet0'/>
    <mac address='52:54:00:00:00:01'/><filterref filter='f'><parameter name='MAC' value='52:54:00:00:00:01'/></filterref>
    </filterbinding>`,
  "storage-pool":
    `<pool type='netfs'><name>p</name>${UUID}<capacity unit='bytes'>9</capacity><source><host name='h' port='2'/>
    <dir path='/d'/><format type='nfs'/><protocol ver='4'/></source><target><path>/t</path><permissions><mode>0755</mode>
    <owner>0</owner><group>0</group><label>l</label></permissions></target></pool>`,
  "storage-pool-sources": `<sources><source><host name='h'/><dir path='/d'/><format type='nfs'/></source></sources>`,
  "storage-pool-capabilities": `<storagepoolCapabilities><pool type='dir' supported='yes'><volOptions>
    <defaultFormat type='raw'/><enum name='targetFormatType'><value>raw</value></enum></volOptions></pool>
    </storagepoolCapabilities>`,
  "storage-volume":
    `<volume type='file'><name>v</name><key>k</key><allocation>0</allocation><capacity unit='T'>1</capacity>
    <target><path>/v</path><format type='qcow2'/><permissions><mode>0744</mode><owner>0</owner><group>0</group></permissions>
    <timestamps><atime>1.2</atime></timestamps><encryption format='luks'><secret type='passphrase' uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/>
    </encryption><compat>1.1</compat><features><lazy_refcounts/></features></target>
    <backingStore><path>/b</path><format type='raw'/></backingStore></volume>`,
  interface: `<interface type='bridge' name='br0'><start mode='onboot'/><mtu size='1500'/><protocol family='ipv4'>
    <ip address='10.0.0.1' prefix='24'/><route gateway='10.0.0.2'/></protocol><bridge stp='on' delay='0'>
    <interface type='ethernet' name='eth0'><mac address='52:54:00:00:00:01'/></interface></bridge></interface>`,
  "node-device":
    `<device><name>pci_0000_02_10_7</name><path>/sys/x</path><parent>p</parent><driver><name>d</name></driver>
    <capability type='pci'><class>0x020000</class><domain>0</domain><bus>2</bus><slot>16</slot><function>7</function>
    <product id='0x10ca'>a</product><vendor id='0x8086'>b</vendor><capability type='virt_functions' maxCount='7'/>
    <iommuGroup number='31'><address domain='0x0000' bus='0x02' slot='0x10' function='0x7'/></iommuGroup></capability>
    </device>`,
  secret: `<secret ephemeral='no' private='yes'>${UUID}<description>d</description><usage type='volume'>
    <volume>/v</volume></usage></secret>`,
  sysinfo:
    `<sysinfo type='smbios'><bios><entry name='vendor'>v</entry></bios><system><entry name='uuid'>u</entry></system>
    <processor><entry name='family'>f</entry></processor></sysinfo>`,
};
