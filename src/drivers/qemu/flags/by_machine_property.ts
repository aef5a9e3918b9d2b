/**
 * Flags that stand for a property of a machine type; `types` holds names or aliases of machines.
 *
 * @module
 */

import type { PropertyRule } from "./rule.ts";

/** Property to flag, in the order of the flags. */
export const MACHINE_PROPERTY_RULES: readonly PropertyRule[] = [
  { flag: "machine.pseries.cap-hpt-max-page-size", property: "cap-hpt-max-page-size", types: ["pseries"] },
  { flag: "machine.pseries.cap-htm", property: "cap-htm", types: ["pseries"] },
  { flag: "machine.pseries.cap-nested-hv", property: "cap-nested-hv", types: ["pseries"] },
  { flag: "machine.virt.iommu", property: "iommu", types: ["virt"] },
  { flag: "machine.pseries.cap-ccf-assist", property: "cap-ccf-assist", types: ["pseries"] },
  { flag: "machine.pseries.cap-cfpc", property: "cap-cfpc", types: ["pseries"] },
  { flag: "machine.pseries.cap-sbbc", property: "cap-sbbc", types: ["pseries"] },
  { flag: "machine.pseries.cap-ibs", property: "cap-ibs", types: ["pseries"] },
  { flag: "confidential-guest-support", property: "confidential-guest-support", types: ["none"] },
  // Of later releases of the reference.
  { flag: "machine.virt.ras", property: "ras", types: ["virt"] },
  { flag: "machine-i8042-opt", property: "i8042", types: ["generic-pc"] },
  { flag: "machine.virt.aia", property: "aia", types: ["virt"] },
  { flag: "shim", property: "shim", types: ["none"] },
  { flag: "machine.virt.highmem-mmio-size", property: "highmem-mmio-size", types: ["virt"] },
];
