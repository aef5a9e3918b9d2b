/**
 * `<controller>`: what disks, buses and ports are plugged into.
 *
 * @module
 */

import {
  attribute,
  base16,
  child,
  choice,
  cNumber,
  type FieldsOf,
  int32,
  mapped,
  merge,
  nonZero,
  oneOf,
  onOff,
  type Part,
  path,
  refine,
  type ShapeOf,
  size,
  textOf,
  uint32,
  type Value,
} from "../../shape/mod.ts";
import { unsupported, wrong } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

const MAX_INT = 0x7fff_ffff;

function model<const W extends string>(...words: readonly W[]): Part<W | undefined> {
  return attribute("model", oneOf(...words), unsupported("Unknown model type '%s'"));
}

function count(name: string): Part<number | undefined> {
  return attribute(name, int32({ min: 0 }));
}

/** The number among the controllers of its type; libvirt gives one where none is given. */
const index = count("index");

/** A number in C's notation that is written decimal. */
const numbered: Value<number> = { ...cNumber({ max: MAX_INT }), complaint: "Expected integer value" };

/** A port number, written hexadecimal. */
const port: Value<number> = { ...numbered, format: (number) => base16().format(number) };

const pci = {
  index,
  model: model(
    "pci-root",
    "pcie-root",
    "pci-bridge",
    "dmi-to-pci-bridge",
    "pcie-to-pci-bridge",
    "pcie-root-port",
    "pcie-switch-upstream-port",
    "pcie-switch-downstream-port",
    "pci-expander-bus",
    "pcie-expander-bus",
  ),
  modelName: path(
    "model",
    attribute(
      "name",
      oneOf(
        "pci-bridge",
        "i82801b11-bridge",
        "ioh3420",
        "x3130-upstream",
        "xio3130-downstream",
        "pxb",
        "pxb-pcie",
        "pcie-root-port",
        "spapr-pci-host-bridge",
        "pcie-pci-bridge",
      ),
      { drop: ["none"] },
    ),
    { once: wrong("Multiple <model> elements in controller definition not allowed") },
  ),
  target: child("target", {
    chassisNr: attribute("chassisNr", numbered),
    chassis: attribute("chassis", numbered),
    port: attribute("port", port),
    busNr: attribute("busNr", numbered),
    index: attribute("index", numbered),
    hotplug: attribute("hotplug", onOff),
    node: child("node", textOf(int32({ min: 0 }), wrong("invalid NUMA node in target"))),
  }, { empty: "omit", once: wrong("Multiple <target> elements in controller definition not allowed") }),
} as const;

const VIRTIO_SCSI = ["virtio-scsi", "virtio-transitional", "virtio-non-transitional"] as const;

const kinds = choice("type", {
  ide: { index, model: model("piix3", "piix4", "ich6") },
  fdc: { index, model: model() },
  scsi: {
    index,
    model: model(
      "auto",
      "buslogic",
      "lsilogic",
      "lsisas1068",
      "vmpvscsi",
      "ibmvscsi",
      "lsisas1078",
      "ncr53c90",
      "dc390",
      "am53c974",
      ...VIRTIO_SCSI,
    ),
  },
  sata: { index, model: model() },
  "virtio-serial": {
    index,
    model: model("virtio", "virtio-transitional", "virtio-non-transitional"),
    ports: count("ports"),
    vectors: count("vectors"),
  },
  ccid: { index, model: model() },
  usb: {
    index,
    model: model(
      "piix3-uhci",
      "piix4-uhci",
      "ehci",
      "ich9-ehci1",
      "ich9-uhci1",
      "ich9-uhci2",
      "ich9-uhci3",
      "vt82c686b-uhci",
      "pci-ohci",
      "nec-xhci",
      "qusb1",
      "qusb2",
      "qemu-xhci",
      "none",
    ),
    ports: count("ports"),
  },
  pci,
  xenbus: {
    index,
    model: model(),
    maxGrantFrames: count("maxGrantFrames"),
    maxEventChannels: count("maxEventChannels"),
  },
  isa: { index, model: model() },
}, { default: "ide" });

const { alias, ...infoAfterAlias } = deviceInfo;

const common = {
  driver: child("driver", {
    queues: nonZero(attribute("queues", uint32())),
    commandsPerLun: nonZero(attribute("cmd_per_lun", uint32())),
    maxSectors: nonZero(attribute("max_sectors", uint32())),
    ioEventFd: attribute("ioeventfd", onOff),
    ioThread: nonZero(attribute("iothread", uint32())),
    ...virtioOptions,
  }, { empty: "omit" }),
  alias,
  masterPort: path("master", attribute("startport", uint32())),
  ...infoAfterAlias,
  pciHole64: child("pcihole64", size()),
} as const;

/** What a controller of any type has. */
export interface ControllerFields extends FieldsOf<typeof common> {}

/** A controller. */
export type Controller = ControllerFields & ShapeOf<typeof kinds>;

/** At which port of the EHCI controller its companions begin. */
const COMPANION_PORTS: Readonly<Record<string, number>> = { "ich9-uhci1": 0, "ich9-uhci2": 2, "ich9-uhci3": 4 };

const given: Part<Controller> = refine(merge(kinds, common), ({ driver, model }, fail) => {
  if (driver?.ioThread === undefined || VIRTIO_SCSI.some((each) => each === model)) return;
  const detail = "'iothread' attribute only supported for virtio scsi controllers";
  fail("only virtio SCSI controllers have an I/O thread", wrong(detail));
});

/** The content of `<controller>`. */
export const controller: Part<Controller> = mapped(given, { parse: completed, format: (value) => value });

/** Without what the type has no use for, and with the port of a companion. */
function completed(value: Controller): Controller {
  const { pciHole64, ...rest } = value;
  const isRoot = value.type === "pci" && (value.model === "pci-root" || value.model === "pcie-root");
  const kept = isRoot && pciHole64 !== undefined ? { ...rest, pciHole64 } : rest;
  if (value.type !== "usb") return kept;
  if (value.model === "none") {
    const { alias: _alias, masterPort: _port, acpiIndex: _acpi, address: _address, ...none } = kept;
    return none;
  }
  const masterPort = value.masterPort ?? COMPANION_PORTS[value.model ?? ""];
  return masterPort === undefined ? kept : { ...kept, masterPort };
}
