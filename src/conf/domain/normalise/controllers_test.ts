import assert from "node:assert/strict";
import { VirtError } from "../../../model/error.ts";
import { parseShape } from "../../shape/mod.ts";
import { type Domain, domain } from "../document.ts";
import { type Acceptance, COMMON_STEPS, normalise } from "./mod.ts";

const CONTEXT = {
  newUuid: () => "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
  newMac: () => "52:54:00:00:00:01",
  defaultArch: "x86_64",
  accepts: new Set<Acceptance>(),
};

function complete(devices: string): Domain["devices"] {
  const head = "<domain type='test'><name>g</name><memory>1</memory><os><type>hvm</type></os>";
  const document = parseShape(domain, `${head}<devices>${devices}</devices></domain>`);
  return normalise(document, COMMON_STEPS, CONTEXT).devices;
}

function controllers(devices: string): string[] | undefined {
  return complete(devices).controllers?.map(({ type, index, model }) => `${type} ${index} ${model ?? ""}`.trim());
}

function refusal(devices: string): string {
  try {
    complete(devices);
  } catch (error) {
    if (error instanceof VirtError) return error.message;
    throw error;
  }
  throw new Error("It was accepted");
}

Deno.test("there is a controller for every drive", () => {
  const disk = (dev: string): string => `<disk><source file='/${dev}'/><target dev='${dev}'/></disk>`;
  assert.deepEqual(controllers(disk("hdc") + disk("sdh")), ["scsi 0", "scsi 1", "ide 0"]);
  assert.deepEqual(controllers("<controller type='ide' index='0'/>" + disk("hda")), ["ide 0"]);
});

Deno.test("controllers without a number get the lowest free one, and stand in order", () => {
  const given = "<controller type='scsi' index='1'/><controller type='ide'/><controller type='scsi'/>";
  assert.deepEqual(controllers(given), ["scsi 1", "scsi 0", "ide 0"]);
  assert.deepEqual(controllers("<controller type='scsi' index='1'/><controller type='scsi' index='0'/>"), [
    "scsi 0",
    "scsi 1",
  ]);
});

Deno.test("the parts of a USB 2 controller share a number", () => {
  const part = (model: string): string => `<controller type='usb' model='${model}'/>`;
  assert.deepEqual(controllers(part("ich9-ehci1") + part("ich9-uhci1") + part("ich9-ehci1")), [
    "usb 0 ich9-ehci1",
    "usb 0 ich9-uhci1",
    "usb 1 ich9-ehci1",
  ]);
});

Deno.test("SCSI devices of the host get the next free unit", () => {
  const device = (name: string): string =>
    `<hostdev type='scsi'><source><adapter name='${name}'/><address bus='0' target='0' unit='0'/></source></hostdev>`;
  const { hostDevices } = complete("<disk><source file='/d'/><target dev='sda'/></disk>" + device("a") + device("b"));
  assert.deepEqual(hostDevices?.map(({ address }) => address?.type === "drive" ? address.unit : undefined), [1, 2]);
});

Deno.test("cards get addresses and ids", () => {
  const { interfaces } = complete(
    "<interface type='bridge'><source bridge='b'/><virtualport type='openvswitch'/></interface>",
  );
  assert.equal(interfaces?.[0]?.mac?.address, "52:54:00:00:00:01");
  assert.deepEqual(interfaces?.[0]?.virtualPort?.parameters, { interfaceId: CONTEXT.newUuid() });
});

const REFUSED: readonly (readonly [devices: string, message: RegExp])[] = [
  ["<controller type='ide' index='0'/><controller type='ide' index='0'/>", /Multiple 'ide' controllers with index '0'/],
  ["<controller type='usb' model='none'/><controller type='usb'/>", /USB is disabled for this domain/],
  ["<controller type='usb' model='ich9-uhci1'/>", /No master USB controller specified/],
  [
    "<controller type='pci' index='1' model='pci-bridge'><target chassisNr='0'/></controller>",
    /out of range - must be 1-255/,
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source><address uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/></source></hostdev>"
      .repeat(2),
    /Hostdev already exists/,
  ],
  ["<disk><source file='/d'/><target dev='sda'/><address type='drive' controller='99999'/></disk>", /out of range/],
];

for (const [devices, message] of REFUSED) {
  Deno.test(`${message.source}: such devices are refused`, () => assert.match(refusal(devices), message));
}
