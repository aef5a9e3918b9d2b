import assert from "node:assert/strict";
import { assertRefused } from "../../xml/assert_refused.ts";
import { formatDevice, parseDevice } from "./device_document.ts";

/** What is written of a device, and whether that is read as the same. */
function again(given: string, live = true): string {
  const text = formatDevice(parseDevice(given, { live }), { live });
  assert.equal(formatDevice(parseDevice(text, { live }), { live }), text);
  return text;
}

const WRITTEN: readonly (readonly [what: string, given: string, written: string])[] = [
  [
    "a display without a port takes any",
    "<graphics type='vnc'/>",
    "<graphics type='vnc' port='-1' autoport='yes'>\n  <listen type='address'/>\n</graphics>\n",
  ],
  [
    "where a display listens is said twice, for old clients",
    "<graphics type='vnc' port='5904' listen='::1' keymap='de'/>",
    "<graphics type='vnc' port='5904' autoport='no' listen='::1' keymap='de'>\n" +
    "  <listen type='address' address='::1'/>\n</graphics>\n",
  ],
  [
    "a display at a socket has no port",
    "<graphics type='vnc' port='5904' socket='/s'/>",
    "<graphics type='vnc' socket='/s'>\n  <listen type='socket' socket='/s'/>\n</graphics>\n",
  ],
  [
    "channels of SPICE have an order, and what is any goes without saying",
    "<graphics type='spice'><channel name='inputs' mode='insecure'/><channel name='main' mode='secure'/>" +
    "<channel name='cursor' mode='any'/><clipboard copypaste='no'/><mouse mode='client'/></graphics>",
    "<graphics type='spice' autoport='no'>\n  <listen type='address'/>\n  <channel name='main' mode='secure'/>\n" +
    "  <channel name='inputs' mode='insecure'/>\n  <mouse mode='client'/>\n  <clipboard copypaste='no'/>\n</graphics>\n",
  ],
  [
    "RDP says only that any port will do",
    "<graphics type='rdp' port='-1'/>",
    "<graphics type='rdp' port='-1' autoport='yes'",
  ],
  [
    "an input device of the host",
    "<input type='evdev'><source dev='/dev//input/x' grab='all' repeat='on'/></input>",
    "<input type='evdev'>\n  <source dev='/dev/input/x' grab='all' repeat='on'/>\n</input>\n",
  ],
  ["only some sound cards have codecs", "<sound model='ac97'><codec type='micro'/></sound>", "<sound model='ac97'/>\n"],
  [
    "fixed settings of sound are written where they say nothing",
    "<audio type='oss' id='1' dspPolicy='0'><input mixingEngine='yes' fixedSettings='yes' dev='/d'/><output/></audio>",
    "<audio id='1' type='oss' dspPolicy='0'>\n  <input mixingEngine='yes' fixedSettings='yes' dev='/d'>\n" +
    "    <settings/>\n  </input>\n</audio>\n",
  ],
  [
    "a graphics card",
    "<video><model type='virtio' heads='1' vram='0'><acceleration accel3d='yes'/></model><driver name='qemu' iommu='on'/></video>",
    "<video>\n  <driver iommu='on' name='qemu'/>\n  <model type='virtio' heads='1'>\n" +
    "    <acceleration accel3d='yes'/>\n  </model>\n</video>\n",
  ],
  ["a watchdog resets", "<watchdog model='ib700'/>", "<watchdog model='ib700' action='reset'/>\n"],
  [
    "a balloon without statistics",
    "<memballoon model='virtio'><stats period='-3'/><driver packed='on'/></memballoon>",
    "<memballoon model='virtio'>\n  <driver packed='on'/>\n</memballoon>\n",
  ],
  [
    "random numbers of a daemon",
    "<rng model='virtio'><backend model='egd' type='udp'><source mode='connect' service='1'/></backend><rate bytes='0'/></rng>",
    "<rng model='virtio'>\n  <backend model='egd' type='udp'>\n    <source mode='connect' service='1'/>\n  </backend>\n</rng>\n",
  ],
  ["the panic device of the machine", "<panic model='isa'/>", "<panic model='isa'/>\n"],
  [
    "shared memory in MiB",
    "<shmem name='s' role='peer'><size unit='KiB'>4096</size></shmem>",
    "<shmem name='s'>\n  <model type='ivshmem'/>\n  <size unit='M'>4</size>\n</shmem>\n",
  ],
  [
    "memory in blocks",
    "<memory model='virtio-mem'><target><size unit='MiB'>8</size><node>0</node><block unit='MiB'>2</block></target></memory>",
    "<memory model='virtio-mem'>\n  <target>\n    <size unit='KiB'>8192</size>\n    <node>0</node>\n" +
    "    <block unit='KiB'>2048</block>\n    <requested unit='KiB'>0</requested>\n  </target>\n</memory>\n",
  ],
  [
    "a label on memory that stays",
    "<memory model='nvdimm'><source><pmem/><path>/p</path></source><target><size>1024</size><label><size>128</size></label>" +
    "<readonly/></target></memory>",
    "  <source>\n    <path>/p</path>\n    <pmem/>\n  </source>\n  <target>\n    <size unit='KiB'>1024</size>\n" +
    "    <label>\n      <size unit='KiB'>128</size>\n    </label>\n    <readonly/>\n  </target>\n",
  ],
  [
    "an IOMMU",
    "<iommu model='intel'><driver iotlb='on' intremap='on' aw_bits='0'/></iommu>",
    "<iommu model='intel'>\n  <driver intremap='on' iotlb='on'/>\n</iommu>\n",
  ],
  [
    "a socket to the host",
    "<vsock model='virtio'><cid address='4' auto='no'/></vsock>",
    "<vsock model='virtio'>\n  <cid auto='no' address='4'/>\n</vsock>\n",
  ],
  [
    "a TPM of the host",
    "<tpm><backend type='passthrough'/></tpm>",
    "<tpm>\n  <backend type='passthrough'>\n    <device path='/dev/tpm0'/>\n  </backend>\n</tpm>\n",
  ],
  [
    "banks of registers in their order",
    "<tpm model='tpm-crb'><backend type='emulator' version='2.0' persistent_state='no'><active_pcr_banks><sha512/><sha1/>" +
    "</active_pcr_banks></backend></tpm>",
    "    <active_pcr_banks>\n      <sha1/>\n      <sha512/>\n    </active_pcr_banks>\n",
  ],
  ["memory of a PowerPC guest that stays", "<nvram/>", "<nvram>\n</nvram>\n"],
];

for (const [what, given, written] of WRITTEN) {
  Deno.test(what, () => {
    const text = again(given);
    assert.ok(text.includes(written), text);
  });
}

Deno.test("a port that was found free, and the place in a network, belong to a running guest", () => {
  const display = "<graphics type='vnc' port='5901' autoport='yes'>" +
    "<listen type='network' network='n' address='10.0.0.1'/></graphics>";
  assert.match(again(display), / port='5901' autoport='yes' listen='10.0.0.1'>/);
  assert.match(
    again(display, false),
    /^<graphics type='vnc' port='-1' autoport='yes'>\s+<listen type='network' network='n'\/>/,
  );
  assert.match(
    again("<graphics type='spice' port='5900' autoport='yes'/>", false),
    /^<graphics type='spice' autoport=/,
  );
});

Deno.test("a password is written only for who asks for it", () => {
  const text = "<graphics type='vnc' passwd='p' passwdValidTo='2010-1-2T3:4:5' connected='keep'/>";
  assert.match(again(text), / passwd='p' passwdValidTo='2010-01-02T03:04:05' connected='keep'>/);
  const open = formatDevice(parseDevice(text), { secure: false });
  assert.match(open, /autoport='yes' passwdValidTo='2010-01-02T03:04:05' connected='keep'>/);
  assert.doesNotMatch(again("<graphics type='vnc' passwdValidTo='2010-01-02T03:04:05'/>"), /passwdValidTo/);
});

const REFUSED: readonly (readonly [given: string, code: string, detail: string])[] = [
  ["<input bus='usb'/>", "VIR_ERR_INTERNAL_ERROR", "missing input device type"],
  ["<input type='mouse' bus='adb'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown input bus type 'adb'"],
  ["<graphics type='vnc' port='x'/>", "VIR_ERR_INTERNAL_ERROR", "cannot parse vnc port x"],
  [
    "<graphics type='vnc' listen='a'><listen type='address' address='b'/></graphics>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "graphics 'listen' attribute 'a' must match 'address' attribute of first listen element (found 'b')",
  ],
  [
    "<graphics type='vnc'><listen type='address' network='n'/></graphics>",
    "VIR_ERR_XML_ERROR",
    "'network' attribute is valid only for listen type 'network'",
  ],
  [
    "<graphics type='rdp'><listen type='none'/></graphics>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "listen type 'none' is not available for graphics type 'rdp'",
  ],
  [
    "<graphics type='vnc' passwd='p' connected='fail'/>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "VNC supports connected='keep' only",
  ],
  ["<sound model='ich6'><codec type='x'/></sound>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown codec type 'x'"],
  [
    "<audio id='1' type='none'><input fixedSettings='yes'/></audio>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "fixed audio settings requires mixing engine",
  ],
  ["<video><model type='x'/></video>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown video model 'x'"],
  ["<video><model type='vga' ram='x'/></video>", "VIR_ERR_XML_ERROR", "cannot parse video ram 'x'"],
  ["<watchdog/>", "VIR_ERR_INTERNAL_ERROR", "watchdog must contain model name"],
  ["<rng model='virtio'/>", "VIR_ERR_XML_ERROR", "only one RNG backend is supported"],
  ["<shmem/>", "VIR_ERR_XML_ERROR", "shmem element must contain 'name' attribute"],
  ["<shmem name='s'><msi/></shmem>", "VIR_ERR_XML_ERROR", "msi option is only supported with a server"],
  ["<memory model='dimm'/>", "VIR_ERR_XML_ERROR", "missing <target> element for <memory> device"],
  [
    "<memory model='nvdimm'><target><size>256</size><label><size>64</size></label></target></memory>",
    "VIR_ERR_XML_ERROR",
    "nvdimm label must be at least 128KiB",
  ],
  ["<tpm/>", "VIR_ERR_XML_ERROR", "missing TPM device backend"],
  [
    "<tpm><backend type='external'><source type='tcp'/></backend></tpm>",
    "VIR_ERR_XML_ERROR",
    "only source type 'unix' is supported for external TPM device",
  ],
  [
    "<tpm><backend type='emulator'><active_pcr_banks><md5/></active_pcr_banks></backend></tpm>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "Unsupported PCR banks 'md5'",
  ],
];

for (const [given, code, detail] of REFUSED) {
  Deno.test(`${given} is refused as libvirt does`, () => {
    assertRefused(() => parseDevice(given), code, detail);
  });
}
