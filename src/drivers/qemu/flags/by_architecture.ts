/**
 * Flags that no query can tell and that follow from the guest architecture alone.
 *
 * @module
 */

import type { ArchitectureRule } from "./rule.ts";

/** Architecture to flag, in the order of the flags. */
export const ARCHITECTURE_RULES: readonly ArchitectureRule[] = [
  { flag: "no-hpet", architectures: ["i686", "x86_64"] },
  { flag: "no-acpi", architectures: ["i686", "x86_64", "aarch64"] },
  { flag: "aes-key-wrap", architectures: ["s390", "s390x"] },
  { flag: "dea-key-wrap", architectures: ["s390", "s390x"] },
  { flag: "aarch64-off", architectures: ["aarch64"] },
  { flag: "gic-version", architectures: ["aarch64"] },
  { flag: "loadparm", architectures: ["s390", "s390x"] },
  // The type "esp" is listed by every binary that has its PCI relatives, but only these boards are wired to it.
  { flag: "ncr53c90", architectures: ["sparc", "m68k", "mips"] },
];
