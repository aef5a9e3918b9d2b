import assert from "node:assert/strict";
import { VirtError } from "../../../model/error.ts";
import { parseShape } from "../../shape/mod.ts";
import { type Domain, domain } from "../document.ts";
import { type Acceptance, COMMON_STEPS, normalise, type NormaliseContext } from "./mod.ts";

const CONTEXT: NormaliseContext = {
  newUuid: () => "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
  newMac: () => "52:54:00:00:00:01",
  defaultArch: "x86_64",
  defaultVideo: () => "cirrus",
  accepts: new Set<Acceptance>(["memory-hotplug"]),
};

/** The devices of a guest; `inner` is what stands beside them. */
function complete(devices: string, inner = "<os><type>hvm</type></os>"): Domain["devices"] {
  const head = "<domain type='test'><name>g</name><memory>8192</memory>";
  const document = parseShape(domain, `${head}${inner}<devices>${devices}</devices></domain>`);
  return normalise(document, COMMON_STEPS, CONTEXT).devices;
}

Deno.test("input devices get the bus of their machine", () => {
  const inputs = "<input type='mouse'/><input type='tablet'/><input type='evdev'/><input type='passthrough'/>";
  assert.deepEqual(complete(inputs).inputs?.map(({ bus }) => bus), ["ps2", "usb", undefined, "virtio"]);
  const arm = "<os><type arch='aarch64'>hvm</type></os>";
  assert.deepEqual(complete("<input type='mouse'/>", arm).inputs?.[0]?.bus, "usb");
  assert.deepEqual(complete("<input type='mouse'/>", "<os><type>xen</type></os>").inputs?.[0]?.bus, "xen");
});

Deno.test("who has a display has a card, and the first card is the primary one", () => {
  const model = { heads: 1, type: "cirrus", vram: 16384, primary: true };
  assert.deepEqual(complete("<graphics type='vnc'/>").videos, [{ model }]);
  const two = "<video><model type='qxl' ram='3'/></video><video><model type='bochs' primary='yes'/></video>";
  assert.deepEqual(complete(two).videos, [
    { model: { heads: 1, type: "bochs", vram: 16384, primary: true } },
    { model: { heads: 1, type: "qxl", ram: 4, vram: 65536 } },
  ]);
});

Deno.test("a card that is none has nothing else", () => {
  assert.deepEqual(complete("<video><model type='none' heads='1'/></video>").videos, [{ model: { type: "none" } }]);
});

Deno.test("a SPICE display without a port listens nowhere", () => {
  assert.deepEqual(complete("<graphics type='spice' listen='::1'/>").graphics, [
    { type: "spice", listens: [{ type: "none" }] },
  ]);
});

Deno.test("random numbers and sockets have a source", () => {
  const { rngs, vsock } = complete("<rng model='virtio'><backend model='random'/></rng><vsock/>");
  assert.deepEqual(rngs?.[0]?.backend, { model: "random", device: "/dev/random" });
  assert.deepEqual(vsock?.cid, { auto: true });
});

Deno.test("memory that can be plugged in is part of the total", () => {
  const pmem =
    "<memory model='virtio-pmem'><source><path>/p</path></source><target><size>1024</size></target></memory>";
  assert.equal(complete(pmem).memories?.[0]?.access, "shared");
  assert.throws(() => complete(pmem.replace("1024", "9000")), /Total size of memory devices exceeds the total memory/);
});

const SMARTCARD = "<smartcard mode='passthrough' type='unix'><source mode='bind'/></smartcard>";
const REDIRECTED = "<redirdev bus='usb' type='spicevmc'/>";
const REFUSED: readonly (readonly [devices: string, message: RegExp])[] = [
  ["<serial type='dev'/>", /Missing source path attribute for char device/],
  ["<serial type='tcp'><source service='1'/></serial>", /Missing source host attribute for char device/],
  ["<serial type='udp'><source mode='bind' service='1'/></serial>", /Missing source service attribute/],
  [
    "<serial type='tcp'><source mode='bind' host='h' service='1'><reconnect enabled='yes' timeout='1'/></source></serial>",
    /chardev reconnect is possible only for connect mode/,
  ],
  ["<serial type='spiceport'><source channel='a b'/></serial>", /Invalid character in source channel for char device/],
  [SMARTCARD, /Missing source path attribute for char device/],
  ["<input type='tablet' bus='ps2'/>", /ps2 bus does not support tablet input device/],
  ["<controller type='usb' model='none'/><input type='tablet'/>", /Can't add USB input device. USB bus is disabled/],
  ["<graphics type='vnc'><listen type='network'/></graphics>", /'network' attribute is required for listen type/],
  ["<sound model='ac97'><audio id='2'/></sound>", /no audio device with ID 2/],
  ["<audio id='1' type='none'/><audio id='1' type='sdl'/>", /audio ID 1 is used multiple times/],
  ["<video><model type='vga' ram='1'/></video>", /ram attribute only supported for video type qxl/],
  [
    "<video><driver iommu='on'/><model type='vga'/></video>",
    /iommu driver option is only supported for virtio devices/,
  ],
  [
    "<video><model type='vga' primary='yes'/></video><video><model type='vga' primary='yes'/></video>",
    /Only one primary video device is supported/,
  ],
  ["<memory model='dimm'><target><size>1</size><node>0</node></target></memory>", /guest has no NUMA nodes/],
  [REDIRECTED, /cannot add redirected USB device: USB is disabled for this domain/],
  ["<controller type='usb' model='none'/><hub type='usb'/>", /Can't add USB hub: USB is disabled for this domain/],
  ["<panic/><panic model='default'/>", /Multiple panic devices with model 'default'/],
  ["<shmem name='a/b'/>", /shmem name cannot include '\/' character/],
  ["<vsock><cid auto='no' address='2'/></vsock>", /guest CIDs must be >= 3/],
  ["<iommu model='intel'><driver intremap='on'/></iommu>", /requires split I\/O APIC/],
  ["<iommu model='virtio'><driver iotlb='on'/></iommu>", /iommu model 'virtio' doesn't support additional attributes/],
  [
    "<hub type='usb'><alias name='ua-x'/></hub><watchdog model='ib700'><alias name='ua-x'/></watchdog>",
    /non unique alias/,
  ],
];

for (const [devices, message] of REFUSED) {
  Deno.test(`${devices.slice(0, 60)} is refused as libvirt does`, () => {
    assert.throws(() => complete(devices), (error) => error instanceof VirtError && message.test(error.message));
  });
}
