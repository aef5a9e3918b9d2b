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

function complete(devices: string): Domain {
  const head = "<domain type='test'><name>g</name><memory>1</memory><os><type>hvm</type></os>";
  const document = parseShape(domain, `${head}<devices>${devices}</devices></domain>`, { unknown: "ignore" });
  return normalise(document, COMMON_STEPS, CONTEXT);
}

function disk(dev: string, rest = "", source = "<source file='/d'/>"): string {
  return `<disk type='file'>${source}<target dev='${dev}'/>${rest}</disk>`;
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

Deno.test("a drive's address follows from its name", () => {
  const places = { hdd: [0, 1, 1], sdi: [1, 0, 1], vda: undefined };
  for (const [name, place] of Object.entries(places)) {
    const address = complete(disk(name)).devices.disks?.[0]?.address;
    const found = address?.type === "drive" ? [address.controller, address.bus, address.unit] : undefined;
    assert.deepEqual(found, place, name);
  }
});

Deno.test("the disks of one bus stand in the order of their names", () => {
  const on = (dev: string, bus: string): string => disk(dev).replace("/></disk>", ` bus='${bus}'/></disk>`);
  const { disks } = complete(on("hdc", "ide") + on("vda", "virtio") + on("hda", "ide")).devices;
  assert.deepEqual(disks?.map(({ target }) => target?.dev), ["hda", "hdc", "vda"]);
});

Deno.test("a disk that only names a group shares the group's limits", () => {
  const group = "<group_name>g</group_name>";
  const limits = `<iotune><read_iops_sec>7</read_iops_sec>${group}</iotune>`;
  const { disks } = complete(disk("vda", `<iotune>${group}</iotune>`) + disk("vdb", limits)).devices;
  assert.deepEqual(disks?.[0]?.ioTune, { readIopsSec: 7, groupName: "g" });
});

const REFUSED: readonly (readonly [devices: string, message: RegExp])[] = [
  [disk("vda") + disk("vda"), /target 'vda' duplicated for disk sources '\/d' and '\/d'/],
  [disk("nvme0"), /Unknown disk name 'nvme0' and no address specified/],
  [disk("vda", "", ""), /vda/],
  ["<disk><source file='/x'/></disk>", /missing target information for device \/x/],
  [
    disk("vda", "<address type='drive'/><driver queues='2'/>").replace("/><address", " bus='usb'/><address"),
    /virtio-blk/,
  ],
  [
    disk("sda", "<address type='pci' slot='1'/>"),
    /Invalid address type 'pci' for the disk 'sda' with the bus type 'scsi'/,
  ],
  [
    disk("sda", "<iotune><total_iops_sec>1</total_iops_sec><read_iops_sec>1</read_iops_sec></iotune>"),
    /total and read\/write iops_sec/,
  ],
  [disk("sda").replace("<disk", "<disk device='lun'"), /only valid for block type/],
];

for (const [devices, message] of REFUSED) {
  Deno.test(`${message.source.slice(0, 50)}: such a disk is refused`, () => assert.match(refusal(devices), message));
}
