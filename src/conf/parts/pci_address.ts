/**
 * The address of a PCI device: `domain='0x0000' bus='0x00' slot='0x1f' function='0x2'`.
 *
 * @module
 */

import { attribute, type Fail, hex, refine } from "../shape/mod.ts";

/** The attributes of an `<address>` of type pci. */
export const pciAddress = refine({
  domain: attribute("domain", hex({ width: 4 }), { default: 0 }),
  bus: attribute("bus", hex({ width: 2 }), { default: 0 }),
  slot: attribute("slot", hex({ width: 2 }), { default: 0 }),
  function: attribute("function", hex(), { default: 0 }),
}, checkPciAddress);

/** Where a PCI device is. */
export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/** Refuses what no PCI bus has; without domain, bus and slot it is no address yet, and libvirt lets it pass. */
export function checkPciAddress(address: Partial<PciAddress>, fail: Fail): void {
  const { domain = 0, bus = 0, slot = 0, function: number = 0 } = address;
  if (domain === 0 && bus === 0 && slot === 0) return;
  const refuse = (attribute: string, limit: string, assignment: string): never => {
    const detail = `Invalid PCI address ${assignment}, must be <= ${limit}`;
    return fail(`the largest ${attribute} of a PCI address is ${limit}`, {
      domain: "VIR_FROM_NONE",
      attribute,
      detail,
    });
  };
  if (bus > 0xff) refuse("bus", "0xFF", `bus='0x${bus.toString(16)}'`);
  if (slot > 0x1f) refuse("slot", "0x1F", `slot='0x${slot.toString(16)}'`);
  if (number > 7) refuse("function", "7", `function=0x${number.toString(16)}`);
}
