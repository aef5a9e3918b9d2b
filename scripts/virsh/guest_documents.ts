/**
 * Documents of guests beyond the daily ones: with devices of every kind, and with a mistake each.
 *
 * @module
 */

const DEVICES = `<domain type='test'>
  <name>devices</name>
  <uuid>8a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>
  <title>Everything</title>
  <memory unit='MiB'>64</memory>
  <memoryBacking><hugepages/></memoryBacking>
  <memtune><hard_limit unit='KiB'>70000</hard_limit></memtune>
  <blkiotune><weight>300</weight><device><path>/dev/sda</path><weight>200</weight></device></blkiotune>
  <vcpu placement='static' cpuset='0-3'>2</vcpu>
  <iothreads>2</iothreads>
  <cputune><vcpupin vcpu='0' cpuset='1'/><emulatorpin cpuset='0-1'/></cputune>
  <numatune><memory mode='strict' nodeset='0'/></numatune>
  <os><type arch='i686'>hvm</type><boot dev='cdrom'/><boot dev='hd'/></os>
  <features><acpi/><apic/><pae/></features>
  <cpu mode='custom' match='exact'><model>pentium3</model><topology sockets='1' cores='2' threads='1'/></cpu>
  <clock offset='localtime'><timer name='rtc' tickpolicy='catchup'/></clock>
  <on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot><on_crash>preserve</on_crash>
  <pm><suspend-to-mem enabled='yes'/></pm>
  <devices>
    <emulator>/usr/bin/test-hv</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' cache='none'/><source file='/guest/a.qcow2'/>
      <target dev='vda' bus='virtio'/><iotune><total_bytes_sec>1048576</total_bytes_sec></iotune><serial>one</serial>
    </disk>
    <disk type='block' device='disk'><source dev='/dev/sdz'/><target dev='sda' bus='scsi'/><shareable/></disk>
    <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>
    <disk type='network' device='disk'>
      <source protocol='nbd' name='n'><host name='h' port='5'/></source><target dev='vdb' bus='virtio'/>
    </disk>
    <controller type='usb' index='0' model='piix3-uhci'/>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    <filesystem type='mount' accessmode='passthrough'><source dir='/srv'/><target dir='srv'/></filesystem>
    <interface type='network'>
      <mac address='52:54:00:00:00:01'/><source network='default'/><model type='virtio'/>
      <bandwidth><inbound average='100'/></bandwidth><link state='down'/>
    </interface>
    <interface type='bridge'><mac address='52:54:00:00:00:03'/><source bridge='br0'/><target dev='mine'/></interface>
    <interface type='user'><mac address='52:54:00:00:00:04'/></interface>
    <serial type='pty'><target port='0'/></serial>
    <serial type='tcp'><source mode='bind' host='127.0.0.1' service='2445'/><protocol type='raw'/></serial>
    <parallel type='file'><source path='/tmp/parallel'/></parallel>
    <console type='pty'/>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <input type='tablet' bus='usb'/>
    <graphics type='vnc' port='5901' autoport='no' listen='127.0.0.1' passwd='secret'/>
    <graphics type='spice' autoport='yes'/>
    <sound model='ich6'/>
    <video><model type='qxl' vram='65536' heads='1'/></video>
    <hostdev mode='subsystem' type='pci'>
      <source><address domain='0x0000' bus='0x00' slot='0x1f' function='0x2'/></source>
    </hostdev>
    <watchdog model='i6300esb' action='reset'/>
    <memballoon model='virtio'><stats period='10'/></memballoon>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
    <panic model='isa'/>
  </devices>
  <seclabel type='dynamic' model='testSecurity'/>
</domain>`;

/** A guest with one part that is wrong or rare. */
function guest(inside: string, head = ""): string {
  return `<domain type='test'>${head === "" ? "<name>wrong</name>" : head}<memory>65536</memory>${
    inside.includes("<os>") ? "" : "<os><type arch='i686'>hvm</type></os>"
  }${inside}</domain>`;
}

function device(xml: string): string {
  return guest(`<devices>${xml}</devices>`);
}

const DISK = "<disk type='file'><source file='/a'/><target dev='vda'/></disk>";
const UUID = "<uuid>4a64cc71-19c4-2fd0-2323-3050941ea3c3</uuid>";

/** Files by name, with what is in them. */
export const GUEST_DOCUMENTS = {
  "devices.xml": DEVICES,
  "guest_larger.xml": `<domain type='test'><name>guest</name>${UUID}<memory>131072</memory>` +
    "<vcpu>2</vcpu><os><type arch='i686'>hvm</type></os></domain>",
  "wrong_memory.xml": "<domain type='test'><name>wrong</name><memory unit='nonsense'>1</memory>" +
    "<os><type>hvm</type></os></domain>",
  "wrong_vcpus.xml": guest("<vcpu current='5'>2</vcpu>"),
  "wrong_os.xml": guest("<os><type>nonsense</type></os>"),
  "wrong_arch.xml": guest("<os><type arch='nonsense'>hvm</type></os>"),
  "wrong_disk.xml": device("<disk type='nonsense'><target dev='vda'/></disk>"),
  "wrong_disk_twice.xml": device(DISK + DISK),
  "wrong_mac.xml": device("<interface type='user'><mac address='nonsense'/></interface>"),
  "wrong_network.xml": device("<interface type='network'/>"),
  "wrong_address.xml": device(
    "<disk type='file'><source file='/a'/><target dev='vda'/><address type='pci' slot='0x99'/></disk>",
  ),
  "wrong_cpu.xml": guest("<cpu mode='nonsense'/>"),
  "wrong_name.xml": guest("", "<name>a/b</name>"),
  "wrong_boot.xml": guest("<os><type>hvm</type><boot dev='nonsense'/></os>"),
  "wrong_lifecycle.xml": guest("<on_reboot>nonsense</on_reboot>"),
  "wrong_graphics.xml": device("<graphics type='vnc' port='nonsense'/>"),
  "wrong_controller.xml": device("<controller type='usb' index='-1'/>"),
  "wrong_clock.xml": guest("<clock offset='nonsense'/>"),
  "no_os.xml": "<domain type='test'><name>wrong</name><memory>1</memory></domain>",
  "no_type.xml": "<domain><name>wrong</name><memory>1</memory><os><type>hvm</type></os></domain>",
  "xen.xml": guest("<os><type>xen</type></os>", "<name>xenguest</name>"),
  "unfinished.xml": "<domain type='test'>\n  <name>a</name>",
  "undeclared.xml": "<domain type='test'>\n  <name>&nonsense;</name></domain>",
  "snapshot_redefined.xml": "<domainsnapshot><name>again</name><state>running</state>" +
    "<creationTime>1300000000</creationTime><domain type='test'><name>test</name>" +
    "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><memory>2097152</memory>" +
    "<os><type arch='i686'>hvm</type></os></domain></domainsnapshot>",
  "snapshot_redefined_external.xml": "<domainsnapshot><name>outside</name><state>disk-snapshot</state>" +
    "<creationTime>1300000000</creationTime></domainsnapshot>",
  "checkpoint_redefined.xml": "<domaincheckpoint><name>again</name>" +
    "<creationTime>1300000000</creationTime></domaincheckpoint>",
} as const satisfies Readonly<Record<string, string>>;
