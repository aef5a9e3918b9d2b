/**
 * Hyper-V enlightenments, read out of the expansion of the host CPU with `hv-passthrough` on.
 *
 * @module
 */

import type { CpuProperty, CpuPropertyValue } from "./capabilities.ts";

/** An enlightenment by libvirt's name. */
export interface HypervFeature {
  readonly name: string;
  /** The reference's first release with it, as {@linkcode NewerFlag.level}; absent where all have it. */
  readonly level?: number;
}

/** In the reference's order. */
export const HYPERV_FEATURES: readonly HypervFeature[] = [
  { name: "relaxed" },
  { name: "vapic" },
  { name: "spinlocks" },
  { name: "vpindex" },
  { name: "runtime" },
  { name: "synic" },
  { name: "stimer" },
  { name: "reset" },
  { name: "vendor_id" },
  { name: "frequencies" },
  { name: "reenlightenment" },
  { name: "tlbflush" },
  { name: "ipi" },
  { name: "evmcs" },
  { name: "avic" },
];

/** The enlightenments that are on, in the reference's order: those of the properties that begin with `hv-`. */
export function parseHyperv(properties: readonly CpuProperty[]): string[] {
  const found = new Set<string>();
  for (const { name, value } of properties) {
    if (name.startsWith("hv-") && isOn(value)) found.add(name.slice(3).replaceAll("-", "_"));
  }
  return HYPERV_FEATURES.map(({ name }) => name).filter((name) => found.has(name));
}

function isOn(value: CpuPropertyValue): boolean {
  if (typeof value === "number") return value > 0;
  // Text counts even when it is empty: QEMU names no vendor until one is chosen.
  return typeof value === "string" || value;
}
