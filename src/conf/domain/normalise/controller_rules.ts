/**
 * What a PCI controller may not be, whatever the hypervisor.
 *
 * @module
 */

import type { Controller } from "../devices/controller.ts";
import type { Domain } from "../document.ts";
import { refuseUnsupported } from "./step.ts";

type PciController = Extract<Controller, { readonly type: "pci" }>;

/** Refuses PCI controllers with numbers out of range. */
export function checkControllerRules(domain: Domain): Domain {
  for (const controller of domain.devices.controllers ?? []) {
    if (controller.type === "pci") checkPci(controller);
  }
  return domain;
}

function checkPci({ model, index = 0, address, target = {} }: PciController): void {
  if ((model === "pci-root" || model === "pcie-root") && address !== undefined) {
    refuseUnsupported("pci-root and pcie-root controllers should not have an address");
  }
  if (index > 255) refuseUnsupported(`PCI controller index ${index} too high, maximum is 255`);
  checkRange("target index", target.index, [0, 30]);
  if (target.index !== undefined && (index === 0) !== (target.index === 0)) {
    refuseUnsupported("Only the PCI controller with index 0 can have target index 0, and vice versa");
  }
  checkRange("chassisNr", target.chassisNr, [1, 255]);
  checkRange("chassis", target.chassis, [0, 255]);
  checkRange("port", target.port, [0, 255]);
  checkRange("busNr", target.busNr, [1, 254]);
  if (target.node !== undefined && index === 0) {
    refuseUnsupported("The PCI controller with index=0 can't be associated with a NUMA node");
  }
}

function checkRange(name: string, value: number | undefined, [min, max]: readonly [number, number]): void {
  if (value === undefined || (value >= min && value <= max)) return;
  refuseUnsupported(`PCI controller ${name} '${value}' out of range - must be ${min}-${max}`);
}
