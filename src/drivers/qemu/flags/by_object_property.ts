/**
 * Flags that stand for a property of an object that is not a device (`qom-list-properties`).
 *
 * @module
 */

import type { PropertyRule } from "./rule.ts";

/** Property to flag, in the order of the flags. */
export const OBJECT_PROPERTY_RULES: readonly PropertyRule[] = [
  { flag: "memory-backend-memfd.hugetlb", property: "hugetlb", types: ["memory-backend-memfd"] },
  { flag: "memory-backend-file.pmem", property: "pmem", types: ["memory-backend-file"] },
  { flag: "cpu-unavailable-features", property: "unavailable-features", types: ["max-x86_64-cpu", "max-arm-cpu"] },
  { flag: "cpu.kvm-no-adjvtime", property: "kvm-no-adjvtime", types: ["max-x86_64-cpu", "max-arm-cpu"] },
  { flag: "cpu.migratable", property: "migratable", types: ["max-x86_64-cpu", "max-arm-cpu"] },
  {
    flag: "memory-backend-file.x-use-canonical-path-for-ramblock-id",
    property: "x-use-canonical-path-for-ramblock-id",
    types: ["memory-backend-file"],
  },
  { flag: "memory-backend-file.reserve", property: "reserve", types: ["memory-backend-file"] },
  { flag: "memory-backend-file.prealloc-threads", property: "prealloc-threads", types: ["memory-backend-file"] },
];
