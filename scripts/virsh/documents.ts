/**
 * The documents that the commands of the comparison read: written to a folder, named there by the keys.
 *
 * @module
 */

import { GUEST_DOCUMENTS } from "./guest_documents.ts";

const DOMAIN_UUID = "4a64cc71-19c4-2fd0-2323-3050941ea3c3";

/** Files by name, with what is in them. */
export const DOCUMENTS = {
  ...GUEST_DOCUMENTS,
  "guest.xml": domain("guest", `<uuid>${DOMAIN_UUID}</uuid>`),
  "twin.xml": domain("guest", "<uuid>5a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>"),
  "renamed.xml": domain("other", `<uuid>${DOMAIN_UUID}</uuid>`),
  "transient.xml": domain("passing", ""),
  "bare.xml": "<domain type='test'><name>bare</name><memory>8192</memory><os><type>hvm</type></os></domain>",
  "title.xml": domain("titled", "<title>A title</title><description>Two\nlines</description>"),
  "nameless.xml": "<domain type='test'><memory>1</memory><os><type>hvm</type></os></domain>",
  "memoryless.xml": "<domain type='test'><name>a</name><os><type>hvm</type></os></domain>",
  "wrong_type.xml": "<domain type='nonsense'><name>a</name><memory>1</memory><os><type>hvm</type></os></domain>",
  "wrong_uuid.xml":
    "<domain type='test'><name>a</name><uuid>zz</uuid><memory>1</memory><os><type>hvm</type></os></domain>",
  "unknown_element.xml": domain("strange", "<nonsense/>"),
  "broken.xml": "<domain type='test'>\n  <name>a</nome>\n</domain>",
  "network_in_place_of_domain.xml": "<network><name>n</name></network>",
  "empty.xml": "",
  "disk.xml": "<disk type='file' device='disk'><source file='/guest/second'/><target dev='vdb' bus='virtio'/></disk>",
  "disk_changed.xml":
    "<disk type='file' device='disk'><source file='/guest/third'/><target dev='vdb' bus='virtio'/></disk>",
  "interface.xml":
    "<interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/></interface>",
  "hostdev.xml":
    "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0x5678'/></source></hostdev>",
  "network.xml": network("web", "<uuid>1a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>", "192.168.150"),
  "network_twin.xml": network("web", "<uuid>2a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>", "192.168.151"),
  "network_passing.xml": network("passing", "", "192.168.152"),
  "network_wrong.xml": "<network><name>w</name><forward mode='nonsense'/></network>",
  "network_nameless.xml": "<network/>",
  "host.xml": "<host mac='52:54:00:aa:bb:cc' name='fixed' ip='192.168.150.77'/>",
  "dns_host.xml": "<host ip='192.168.150.5'><hostname>five</hostname></host>",
  "portgroup.xml": "<portgroup name='office'/>",
  "pool.xml": pool("store", "<uuid>3a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>", "/store"),
  "pool_twin.xml": pool("store", "<uuid>6a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>", "/store2"),
  "pool_passing.xml": pool("passing", "", "/passing"),
  "pool_wrong.xml": "<pool type='nonsense'><name>a</name></pool>",
  "pool_targetless.xml": "<pool type='dir'><name>a</name></pool>",
  "volume.xml": volume("first.img", 1048576),
  "volume_large.xml": volume("large.img", 900000000000),
  "volume_copy.xml": volume("copy.img", 1048576),
  "volume_nameless.xml": "<volume><capacity>1</capacity></volume>",
  "host_interface.xml":
    "<interface type='ethernet' name='eth7'><start mode='onboot'/><mac address='aa:bb:cc:dd:ee:77'/><mtu size='1492'/>" +
    "<protocol family='ipv4'><ip address='192.168.7.7' prefix='24'/></protocol></interface>",
  "host_interface_wrong.xml": "<interface type='nonsense' name='x'/>",
  "snapshot.xml": "<domainsnapshot><name>before</name><description>As it was</description></domainsnapshot>",
  "snapshot_wrong.xml": "<domainsnapshot><name>a</name><state>nonsense</state></domainsnapshot>",
  "checkpoint.xml": "<domaincheckpoint><name>point</name></domaincheckpoint>",
  "backup.xml": "<domainbackup mode='push'/>",
  "cpu.xml": "<cpu><arch>i686</arch><model>pentium3</model></cpu>",
  "secret.xml":
    "<secret ephemeral='no' private='no'><uuid>7a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid><usage type='volume'>" +
    "<volume>/guest/disk</volume></usage></secret>",
  "filter.xml": "<filter name='quiet'><rule action='drop' direction='in'><tcp dstportstart='22'/></rule></filter>",
  "device.xml":
    "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'/></capability></device>",
  "network_bridged.xml": "<network><name>bridged</name><forward mode='bridge'/><bridge name='lo'/></network>",
  "pool_logical.xml":
    "<pool type='logical'><name>lv</name><source><device path='/dev/sdx'/><name>vg0</name><format type='lvm2'/></source><target><path>/dev/vg0</path></target></pool>",
  "pool_fs.xml":
    "<pool type='fs'><name>fsp</name><source><device path='/dev/sdx'/><format type='ext4'/></source><target><path>/fsp</path></target></pool>",
  "pool_rbd.xml":
    "<pool type='rbd'><name>rb</name><source><host name='h' port='6789'/><name>rbd</name></source></pool>",
  "pool_iscsi.xml":
    "<pool type='iscsi'><name>isc</name><source><host name='h'/><device path='iqn.2020'/></source><target><path>/dev/disk/by-path</path></target></pool>",
  "pool_scsi.xml":
    "<pool type='scsi'><name>vh</name><source><adapter type='fc_host' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b' parent='scsi_host1'/></source><target><path>/dev/disk/by-path</path></target></pool>",
  "volume_layered.xml":
    "<volume><name>v1.qcow2</name><capacity unit='GiB'>1</capacity><allocation>0</allocation><target><format type='qcow2'/><permissions><mode>0644</mode><owner>1</owner><group>2</group></permissions><compat>1.1</compat><features><lazy_refcounts/></features></target><backingStore><path>/b</path><format type='raw'/></backingStore></volume>",
  "port.xml":
    "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'><wwnn>1111222233334444</wwnn><wwpn>5555666677778888</wwpn></capability></capability></device>",
  "port_of_nobody.xml":
    "<device><name>x</name><parent>computer</parent><capability type='scsi_host'><capability type='fc_host'><wwnn>1111222233334444</wwnn><wwpn>5555666677778888</wwpn></capability></capability></device>",
  "host_bridge.xml":
    "<interface type='bridge' name='br0'><start mode='onboot'/><mtu size='1500'/><protocol family='ipv4'><dhcp/></protocol><bridge stp='off' delay='0.01'><interface type='ethernet' name='eth0'><mac address='ab:bb:cc:dd:ee:ff'/></interface></bridge></interface>",
} as const satisfies Readonly<Record<string, string>>;

function domain(name: string, more: string): string {
  return `<domain type='test'>
  <name>${name}</name>
  ${more}
  <memory unit='KiB'>65536</memory>
  <currentMemory unit='KiB'>32768</currentMemory>
  <vcpu current='1'>2</vcpu>
  <os><type arch='i686'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/guest/${name}'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
  </devices>
</domain>`;
}

function network(name: string, more: string, subnet: string): string {
  return `<network>
  <name>${name}</name>
  ${more}
  <bridge name='virbr${subnet.slice(-1)}9'/>
  <forward mode='nat'/>
  <ip address='${subnet}.1' netmask='255.255.255.0'>
    <dhcp><range start='${subnet}.2' end='${subnet}.200'/></dhcp>
  </ip>
</network>`;
}

function pool(name: string, more: string, target: string): string {
  return `<pool type='dir'><name>${name}</name>${more}<target><path>${target}</path></target></pool>`;
}

function volume(name: string, capacity: number): string {
  return `<volume><name>${name}</name><capacity unit='bytes'>${capacity}</capacity><allocation>0</allocation></volume>`;
}
