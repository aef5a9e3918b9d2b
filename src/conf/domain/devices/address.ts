/**
 * `<address>`: where the guest finds a device.
 *
 * @module
 */

import type { Integer64 } from "../../../base/integer64.ts";
import { checkPciAddress } from "../../parts/pci_address.ts";
import {
  attribute,
  base16,
  child,
  choice,
  type Fail,
  hex,
  mapped,
  nonZero,
  onOff,
  type Part,
  type ReadContext,
  refine,
  type ShapeOf,
  uint32,
  type Value,
} from "../../shape/mod.ts";
import { internal, unsupported, wrong } from "../terms.ts";

/** A z/Architecture PCI device's own numbers; one of them makes the other 0. */
const zpci = mapped(
  child("zpci", { uid: attribute("uid", hex({ width: 4 })), fid: attribute("fid", hex({ width: 8 })) }, {
    empty: "omit",
  }),
  {
    parse: (value) => value === undefined ? undefined : { uid: value.uid ?? 0, fid: value.fid ?? 0 },
    format: (value) => value,
  },
);

const pciFields = refine({
  domain: attribute("domain", hex({ width: 4 })),
  bus: attribute("bus", hex({ width: 2 })),
  slot: attribute("slot", hex({ width: 2 })),
  function: attribute("function", hex()),
  multifunction: attribute("multifunction", onOff),
  zpci,
}, checkPciAddress);

type PciFields = ShapeOf<typeof pciFields>;

/** All four numbers, or none where the device still has to get its place. */
const pci = mapped(pciFields, { parse: completePci, format: completePci });

function completePci({ domain = 0, bus = 0, slot = 0, function: number = 0, ...rest }: PciFields): PciFields {
  if (domain === 0 && bus === 0 && slot === 0) return rest;
  return { domain, bus, slot, function: number, ...rest };
}

const CCW_LIMITS = { cssid: 254, ssid: 3, devno: 0xffff } as const;

/** All three numbers, or none where the device still has to get its place. */
const ccwNumbers = refine({
  cssid: attribute("cssid", hex()),
  ssid: attribute("ssid", hex()),
  devno: attribute("devno", hex({ width: 4 })),
}, ({ cssid, ssid, devno }, fail) => {
  const numbers = [cssid, ssid, devno];
  const isTooLarge = Object.values(CCW_LIMITS).some((limit, index) => (numbers[index] ?? 0) > limit);
  if (isTooLarge) {
    const [c, s, d] = numbers.map((number = 0) => number.toString(16));
    const place = `cssid='0x${c}' ssid='0x${s}' devno='0x${d?.padStart(4, "0")}'`;
    fail("a number of the address is too large: at most 0xfe, 0x3 and 0xffff", {
      ...internal(`Invalid specification for virtio ccw address: ${place}`),
      domain: "VIR_FROM_DEVICE",
    });
  }
  const given = numbers.filter((number) => number !== undefined).length;
  if (given === 0 || given === 3) return;
  fail("cssid, ssid and devno come together", {
    ...internal("Invalid partial specification for virtio ccw address"),
    domain: "VIR_FROM_DEVICE",
  });
});

/** libvirt writes noughts where there is no place yet; they are read as that, too. */
const ccw: typeof ccwNumbers = mapped(ccwNumbers, {
  parse: (value) => Object.values(value).some((number) => number !== 0) ? value : {},
  format: (value) => ({ cssid: 0, ssid: 0, devno: 0, ...value }),
});

/** Ports from the root hub outwards: `1.2.3`. */
const usbPort: Value<string> = {
  parse: (text) => /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text) ? text.split(".").map(Number).join(".") : undefined,
  format: (text) => text,
  schema: { type: "string", pattern: "^\\d{1,9}(\\.\\d{1,9}){0,3}$" },
  expected: "up to four port numbers with dots between",
};

const number = uint32();

const kinds = choice("type", {
  pci,
  drive: {
    controller: attribute("controller", number, { default: 0 }),
    bus: attribute("bus", number, { default: 0 }),
    target: attribute("target", number, { default: 0 }),
    unit: attribute("unit", number, { default: 0 }),
  },
  "virtio-serial": {
    controller: attribute("controller", number, { default: 0 }),
    bus: attribute("bus", number, { default: 0 }),
    port: attribute("port", number, { default: 0 }),
  },
  ccid: {
    controller: attribute("controller", number, { default: 0 }),
    slot: attribute("slot", number, { default: 0 }),
  },
  usb: {
    bus: attribute("bus", number, { default: 0 }),
    port: attribute("port", usbPort, {
      drop: ["0"],
      ...internal("Cannot parse <address> 'port' attribute"),
      domain: "VIR_FROM_DEVICE",
    }),
  },
  "spapr-vio": { reg: refine(attribute("reg", base16({ width: 8 })), checkRegister) },
  ccw,
  "virtio-mmio": {},
  isa: {
    ioBase: nonZero(attribute("iobase", base16())),
    irq: nonZero(attribute("irq", base16())),
  },
  dimm: {
    slot: attribute("slot", number, { required: true }),
    base: nonZero(attribute("base", base16())),
  },
  unassigned: {},
}, {
  ...unsupported("unknown address type '%s'"),
  missing: internal("No type specified for device address"),
});

/** The schema has 32 bits. */
function checkRegister(reg: Integer64, fail: Fail, { lenient }: ReadContext): void {
  if (!lenient && reg > 0xffff_ffff) fail("an address on the spapr-vio bus has 32 bits", { attribute: "reg" });
}

/** virtio-s390 is a type that libvirt knows, but it has no address. */
const checked: typeof kinds = {
  ...kinds,
  read(reader, context) {
    if (reader.attribute("type") !== "virtio-s390") return kinds.read(reader, context);
    const detail = "virtio-s390 bus doesn't have an address";
    return reader.fail(detail, "type", wrong(detail));
  },
};

/** Where the guest finds a device. */
export type DeviceAddress = ShapeOf<typeof kinds>;

/** The child `<address>` of a device. */
export const address: Part<DeviceAddress | undefined> = child("address", checked);
