/**
 * The address of a PCI device: `domain='0x0000' bus='0x00' slot='0x1f' function='0x2'`.
 *
 * @module
 */

import { attribute, hex, object, type ShapeOf } from "../shape/mod.ts";

/** The attributes of an `<address>` of type pci. */
export const pciAddress = object({
  domain: attribute("domain", hex({ width: 4, max: 0xffff_ffff }), { default: 0 }),
  bus: attribute("bus", hex({ width: 2, max: 0xff }), { default: 0 }),
  slot: attribute("slot", hex({ width: 2, max: 0x1f }), { default: 0 }),
  function: attribute("function", hex({ max: 7 }), { default: 0 }),
});

/** Where a PCI device is. */
export type PciAddress = ShapeOf<typeof pciAddress>;
