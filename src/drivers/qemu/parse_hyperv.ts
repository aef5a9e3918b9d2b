/**
 * Hyper-V enlightenments, read out of the expansion of the host CPU with `hv-passthrough` on.
 *
 * @module
 */

import type { CpuProperty, CpuPropertyValue, HypervCapability } from "./capabilities.ts";

/** An enlightenment by libvirt's name. */
export interface HypervFeature {
  readonly name: string;
  /** True where reference release 9.0.0 does not know it yet. */
  readonly newer?: true;
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
  { name: "emsr_bitmap", newer: true },
  { name: "xmm_input", newer: true },
];

/** What QEMU reports for "spin for ever". */
const NEVER_NOTIFY = 0xffffffff;

/**
 * The enlightenments that are on, in the reference's order: those of the properties that begin with `hv-`, and the
 * settings of some. `undefined` where none is on: such a QEMU was not able to tell.
 */
export function parseHyperv(properties: readonly CpuProperty[]): HypervCapability | undefined {
  const values = new Map(
    properties.filter(({ name }) => name.startsWith("hv-")).map((
      { name, value },
    ) => [name.slice(3).replaceAll("-", "_"), value]),
  );
  const features = HYPERV_FEATURES.map(({ name }) => name).filter((name) => {
    const value = values.get(name);
    return value !== undefined && isOn(value);
  });
  if (features.length === 0) return undefined;
  const spinlocks = values.get("spinlocks");
  const vendorId = values.get("vendor_id");
  const stimerDirect = values.get("stimer_direct");
  const tlbflushDirect = values.get("tlbflush_direct");
  const tlbflushExtended = values.get("tlbflush_ext");
  return {
    supported: true,
    features,
    ...typeof spinlocks === "number" && spinlocks > 0 && spinlocks < NEVER_NOTIFY && { spinlocks },
    ...typeof stimerDirect === "boolean" && { stimerDirect },
    ...typeof tlbflushDirect === "boolean" && { tlbflushDirect },
    ...typeof tlbflushExtended === "boolean" && { tlbflushExtended },
    ...typeof vendorId === "string" && vendorId !== "" && { vendorId },
  };
}

function isOn(value: CpuPropertyValue): boolean {
  if (typeof value === "number") return value > 0;
  // Text counts even when it is empty: QEMU names no vendor until one is chosen.
  return typeof value === "string" || value;
}
