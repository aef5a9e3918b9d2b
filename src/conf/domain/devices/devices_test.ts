import assert from "node:assert/strict";
import { assertRefused } from "../../xml/assert_refused.ts";
import { DocumentError } from "../../xml/mod.ts";
import { formatDevice, parseDevice } from "./device_document.ts";

function again(text: string, options: { readonly live?: boolean; readonly secure?: boolean } = {}): string {
  return formatDevice(parseDevice(text, options), options);
}

/** Devices as libvirt writes them. */
const CANONICAL = {
  "a disk in a file with everything": `<disk type='file' device='disk' snapshot='external'>
  <driver name='qemu' type='qcow2' cache='none' io='native' discard='unmap' iothread='1' queues='4' iommu='on'>
    <metadata_cache>
      <max_size unit='bytes'>1048576</max_size>
    </metadata_cache>
  </driver>
  <source file='/images/a.qcow2' startupPolicy='optional' index='2'>
    <slices>
      <slice type='storage' offset='512' size='1024'/>
    </slices>
    <seclabel model='dac' relabel='no'/>
    <encryption format='luks'>
      <secret type='passphrase' uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/>
    </encryption>
  </source>
  <backingStore type='block' index='3'>
    <format type='raw'/>
    <source dev='/dev/vg/base'/>
    <backingStore/>
  </backingStore>
  <geometry cyls='16383' heads='16' secs='63' trans='lba'/>
  <blockio logical_block_size='512' physical_block_size='4096'/>
  <mirror type='file' file='/images/b' format='raw' job='copy' ready='yes'>
    <format type='raw'/>
    <source file='/images/b' index='1'/>
  </mirror>
  <target dev='vda' bus='virtio' rotation_rate='7200'/>
  <iotune>
    <total_bytes_sec>1000</total_bytes_sec>
    <group_name>shared</group_name>
  </iotune>
  <shareable/>
  <transient shareBacking='yes'/>
  <serial>S1</serial>
  <wwn>5000c50015ea71ad</wwn>
  <boot order='1'/>
  <alias name='virtio-disk0'/>
  <address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0' multifunction='on'/>
</disk>
`,
  "a disk on a server": `<disk type='network' device='disk'>
  <driver name='qemu' type='raw'/>
  <auth username='u'>
    <secret type='iscsi' usage='target'/>
  </auth>
  <source protocol='iscsi' name='iqn.2013-07.com.example:iscsi/1' tls='no'>
    <host name='example.org' port='3260'/>
    <initiator>
      <iqn name='iqn.1994-05.com.example:x'/>
    </initiator>
  </source>
  <target dev='sda' bus='scsi'/>
</disk>
`,
  "a page of a web server, with cookies": `<disk type='network' device='cdrom'>
  <source protocol='https' name='/a.iso' query='b=c'>
    <host name='example.org' port='443'/>
    <ssl verify='no'/>
    <cookies>
      <cookie name='n'>v</cookie>
    </cookies>
    <readahead size='65536'/>
    <timeout seconds='6'/>
  </source>
  <target dev='hda' bus='ide'/>
  <readonly/>
</disk>
`,
  "a namespace of an NVMe controller": `<disk type='nvme' device='disk'>
  <source type='pci' managed='yes' namespace='1'>
    <address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
  </source>
  <target dev='vda' bus='virtio'/>
</disk>
`,
  "a process that is a disk": `<disk type='vhostuser' device='disk' snapshot='no'>
  <source type='unix' path='/run/blk.sock'>
    <reconnect enabled='yes' timeout='10'/>
  </source>
  <target dev='vda' bus='virtio'/>
</disk>
`,
  "a lun with reservations": `<disk type='block' device='lun' rawio='no' sgio='filtered'>
  <source dev='/dev/mapper/a'>
    <reservations managed='no'>
      <source type='unix' path='/run/pr.sock' mode='client'/>
    </reservations>
  </source>
  <target dev='sda' bus='scsi'/>
</disk>
`,
  "a root port": `<controller type='pci' index='1' model='pcie-root-port'>
  <model name='pcie-root-port'/>
  <target chassis='1' port='0x10' hotplug='off'>
    <node>1</node>
  </target>
  <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
</controller>
`,
  "a root with a hole": `<controller type='pci' index='0' model='pci-root'>
  <pcihole64 unit='KiB'>1048576</pcihole64>
</controller>
`,
  "a virtio serial bus": `<controller type='virtio-serial' index='0' ports='16' vectors='4'>
  <driver ats='on'/>
  <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/>
</controller>
`,
  "a lease": `<lease>
  <lockspace>area</lockspace>
  <key>thing</key>
  <target path='/leases' offset='1024'/>
</lease>
`,
  "a folder for the guest": `<filesystem type='mount' accessmode='passthrough' fmode='0644'>
  <driver type='virtiofs' queue='1024'/>
  <binary path='/usr/libexec/virtiofsd' xattr='on'>
    <cache mode='always'/>
    <lock posix='on' flock='off'/>
    <thread_pool size='16'/>
  </binary>
  <source dir='/export'/>
  <target dir='tag'/>
  <space_hard_limit unit='bytes'>1073741824</space_hard_limit>
</filesystem>
`,
  "memory as a file system": `<filesystem type='ram' accessmode='passthrough'>
  <source usage='10240' units='KiB'/>
  <target dir='/tmp'/>
</filesystem>
`,
  "an interface with everything": `<interface type='bridge' trustGuestRxFilters='yes'>
  <mac address='52:54:00:00:00:01' type='static' check='no'/>
  <source bridge='br0'/>
  <vlan>
    <tag id='7'/>
  </vlan>
  <bandwidth>
    <inbound average='1000'/>
  </bandwidth>
  <port isolated='yes'/>
  <ip address='192.168.1.2' family='ipv4' prefix='24'/>
  <route family='ipv4' address='10.0.0.0' prefix='8' gateway='192.168.1.1'/>
  <script path='/etc/up'/>
  <downscript path='/etc/down'/>
  <target dev='mytap' managed='no'/>
  <model type='virtio'/>
  <driver name='vhost' queues='4' rss='on'>
    <host csum='off' mrg_rxbuf='off'/>
    <guest ufo='off'/>
  </driver>
  <backend tap='/dev/net/tun' vhost='/dev/vhost-net'/>
  <filterref filter='clean-traffic'>
    <parameter name='IP' value='192.168.1.2'/>
  </filterref>
  <tune>
    <sndbuf>1600</sndbuf>
  </tune>
  <teaming type='persistent'/>
  <link state='down'/>
  <mtu size='1400'/>
  <coalesce>
    <rx>
      <frames max='32'/>
    </rx>
  </coalesce>
  <boot order='2' loadparm='ABC'/>
  <rom bar='on' file='/rom'/>
  <acpi index='5'/>
</interface>
`,
  "an interface that is a socket": `<interface type='udp'>
  <source address='127.0.0.1' port='5555'>
    <local address='127.0.0.1' port='5556'/>
  </source>
</interface>
`,
  "an interface that is a device of the host": `<interface type='hostdev' managed='yes'>
  <mac address='52:54:00:00:00:01'/>
  <driver name='vfio'/>
  <source>
    <address type='pci' domain='0x0000' bus='0x03' slot='0x07' function='0x1'/>
  </source>
</interface>
`,
  "a USB device": `<hostdev mode='subsystem' type='usb' managed='no'>
  <source startupPolicy='optional' guestReset='off'>
    <vendor id='0x1234'/>
    <product id='0xbeef'/>
    <address bus='1' device='2'/>
  </source>
</hostdev>
`,
  "a PCI device": `<hostdev mode='subsystem' type='pci' managed='yes'>
  <driver name='vfio'/>
  <source writeFiltering='no'>
    <address domain='0x0000' bus='0x06' slot='0x02' function='0x0'/>
  </source>
  <teaming type='transient' persistent='ua-net'/>
  <boot order='1'/>
  <rom bar='off'/>
</hostdev>
`,
  "a SCSI device": `<hostdev mode='subsystem' type='scsi' managed='no' sgio='filtered' rawio='yes'>
  <source>
    <adapter name='scsi_host0'/>
    <address bus='0' target='0' unit='18446744073709551615'/>
  </source>
  <readonly/>
  <shareable/>
</hostdev>
`,
  "a mediated device": `<hostdev mode='subsystem' type='mdev' managed='no' model='vfio-pci' display='on'>
  <source>
    <address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/>
  </source>
</hostdev>
`,
  "a container's interface": `<hostdev mode='capabilities' type='net'>
  <source>
    <interface>eth0</interface>
  </source>
  <ip address='fd00::2' family='ipv6' prefix='64'/>
</hostdev>
`,
  "a place for a client's device": `<redirdev bus='usb' type='tcp'>
  <source mode='connect' host='localhost' service='4000'/>
  <protocol type='raw'/>
  <boot order='1'/>
  <address type='usb' bus='0' port='4'/>
</redirdev>
`,
  "a place for a SPICE client's device": "<redirdev bus='usb' type='spicevmc'>\n</redirdev>\n",
  "a hub": `<hub type='usb'>
  <address type='usb' bus='0' port='1.2'/>
</hub>
`,
} as const;

for (const [what, text] of Object.entries(CANONICAL)) {
  Deno.test(`${what} comes back as it was`, () => assert.equal(again(text), text));
}

/** What libvirt makes of other spellings. */
const COMPLETED: readonly (readonly [what: string, given: string, written: string])[] = [
  [
    "a disk's bus follows from its name, and a CD is never written",
    "<disk device='cdrom'><target dev='ioemu:hdc'/></disk>",
    "<disk type='file' device='cdrom'>\n  <target dev='hdc' bus='ide'/>\n  <readonly/>\n</disk>\n",
  ],
  [
    "an iSCSI target without a unit means the first",
    "<disk type='network'><source protocol='iscsi' name='iqn:a'><host name='h'/></source><target dev='vda'/></disk>",
    `<disk type='network' device='disk'>
  <source protocol='iscsi' name='iqn:a/0'>
    <host name='h' port='3260'/>
  </source>
  <target dev='vda' bus='virtio'/>
</disk>
`,
  ],
  [
    "a companion controller knows its port",
    "<controller type='usb' index='0' model='ich9-uhci2'/>",
    "<controller type='usb' index='0' model='ich9-uhci2'>\n  <master startport='2'/>\n</controller>\n",
  ],
  [
    "a card is spelt as libvirt does, and only virtio has a driver",
    "<interface type='user'><model type='E1000'/><driver name='qemu'/></interface>",
    "<interface type='user'>\n  <model type='e1000'/>\n</interface>\n",
  ],
];

for (const [what, given, written] of COMPLETED) {
  Deno.test(what, () => assert.equal(again(given), written));
}

Deno.test("an inactive device has no name of the hypervisor's, no port and no made-up target", () => {
  const text = `<interface type='network'>
  <source network='default' portid='53764d0e-85a0-42b4-af5c-2046b460b1dc' bridge='virbr0'/>
  <target dev='vnet0'/>
  <alias name='net0'/>
</interface>`;
  assert.equal(
    again(text, { live: false }),
    "<interface type='network'>\n  <source network='default'/>\n</interface>\n",
  );
  assert.match(again("<hub type='usb'><alias name='ua-mine'/></hub>", { live: false }), /<alias name='ua-mine'\/>/);
});

Deno.test("cookies are written to who may see secrets only", () => {
  const text = CANONICAL["a page of a web server, with cookies"];
  assert.doesNotMatch(again(text, { secure: false }), /cookie/);
});

/** Mistakes, and what libvirt says about them. */
const REFUSED: readonly (readonly [given: string, code: string, detail: string])[] = [
  ["<floppy/>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown device type 'floppy'"],
  ["<disk type='tape'/>", "VIR_ERR_XML_ERROR", "Invalid value for attribute 'type' in element 'disk': 'tape'."],
  [
    "<disk><driver type='gif'/></disk>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "unknown driver format value 'gif'",
  ],
  [
    "<disk type='network'><source protocol='rbd' name='image'/></disk>",
    "VIR_ERR_XML_ERROR",
    "can't split path 'image' into pool name and image name",
  ],
  [
    "<disk><source file='/a'/><iotune><read_bytes_sec>much</read_bytes_sec></iotune></disk>",
    "VIR_ERR_XML_ERROR",
    "disk iotune field 'read_bytes_sec' must be an integer",
  ],
  [
    "<disk><boot order='0'/></disk>",
    "VIR_ERR_XML_ERROR",
    "Invalid value for attribute 'order' in element 'boot': Zero is not permitted",
  ],
  ["<controller type='fdc' model='x'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "Unknown model type 'x'"],
  [
    "<controller type='ide' index='-1'/>",
    "VIR_ERR_XML_ERROR",
    "Invalid value for attribute 'index' in element 'controller': '-1'. Expected non-negative value",
  ],
  [
    "<hub type='usb'><address type='virtio-s390'/></hub>",
    "VIR_ERR_XML_ERROR",
    "virtio-s390 bus doesn't have an address",
  ],
  ["<interface type='bridge'/>", "VIR_ERR_XML_ERROR", "interface type='bridge' requires a 'source' element"],
  [
    "<interface type='user'><mac address='01:00:5e:00:00:01'/></interface>",
    "VIR_ERR_XML_ERROR",
    "expected unicast mac address, found multicast '01:00:5e:00:00:01'",
  ],
  [
    "<interface type='user'><virtualport type='openvswitch'/></interface>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "<virtualport> element unsupported for <interface type='user'>",
  ],
  ["<hostdev type='pci'/>", "VIR_ERR_XML_ERROR", "Missing <source> element in hostdev device"],
  [
    "<hostdev type='usb'><source><vendor id='0x1'/></source></hostdev>",
    "VIR_ERR_INTERNAL_ERROR",
    "missing product",
  ],
  ["<redirdev/>", "VIR_ERR_INTERNAL_ERROR", "missing type in redirdev"],
  [
    "<redirdev type='spicevmc'><address type='pci' slot='1'/></redirdev>",
    "VIR_ERR_XML_ERROR",
    "Invalid address for a USB device",
  ],
  ["<filesystem><target dir='/t'/></filesystem>", "VIR_ERR_NO_SOURCE", "/t"],
];

for (const [given, code, detail] of REFUSED) {
  Deno.test(`${given} is refused in libvirt's words`, () => {
    assertRefused(() => parseDevice(given, { unknown: "ignore" }), code, detail);
  });
}

Deno.test("what no device has is refused, and overlooked where that is asked for", () => {
  const text = "<hub type='usb' colour='red'><wheel/></hub>";
  assert.throws(() => parseDevice(text), DocumentError);
  assert.deepEqual(parseDevice(text, { unknown: "ignore" }), { kind: "hub", device: { type: "usb" } });
});
