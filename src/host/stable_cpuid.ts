/**
 * CPUID without what differs from core to core, so that two readings on one machine are equal.
 *
 * @module
 */

import type { CpuidLeaf } from "./host.ts";

/**
 * The leaves sorted, without those that are all zero, and with the fields that tell which core was asked set to zero:
 * the local APIC id of leaf 1, the low byte of EDX of leaf 0xb, and AMD's leaf 0x8000001e. These are the reference's
 * choices, so that stored data compare.
 */
export function stableCpuid(leaves: readonly CpuidLeaf[]): CpuidLeaf[] {
  const isAmd = leaves.some(isAmdVendor);
  return leaves.map((leaf) => withoutCore(leaf, isAmd)).filter(hasBits).sort(compareLeaves);
}

function isAmdVendor(leaf: CpuidLeaf): boolean {
  // "AuthenticAMD" in EBX, EDX, ECX.
  return leaf.eaxIn === 0 && leaf.ebx === 0x6874_7541 && leaf.edx === 0x6974_6e65 && leaf.ecx === 0x444d_4163;
}

function withoutCore(leaf: CpuidLeaf, isAmd: boolean): CpuidLeaf {
  if (leaf.eaxIn === 0x01 && leaf.ecxIn === 0) return { ...leaf, ebx: leaf.ebx & 0x00ff_ffff };
  if (leaf.eaxIn === 0x0b) return { ...leaf, edx: (leaf.edx & 0xffff_ff00) >>> 0 };
  if (isAmd && leaf.eaxIn === 0x8000_001e) return { ...leaf, eax: 0, ebx: 0, ecx: 0, edx: 0 };
  return leaf;
}

function hasBits(leaf: CpuidLeaf): boolean {
  return leaf.eax !== 0 || leaf.ebx !== 0 || leaf.ecx !== 0 || leaf.edx !== 0;
}

function compareLeaves(one: CpuidLeaf, other: CpuidLeaf): number {
  return one.eaxIn - other.eaxIn || one.ecxIn - other.ecxIn;
}
