/**
 * Small questions about CPU documents that every architecture asks.
 *
 * @module
 */

import type { CpuDocument, CpuFeature } from "../conf/cpu/document.ts";

/** Whether the document describes a host: only those name their architecture. */
export function isHostCpu(cpu: CpuDocument): boolean {
  return cpu.arch !== undefined;
}

/** Puts features in a list: a name that is there already gets the new policy, others go to the end. */
export function updateFeatures(list: readonly CpuFeature[], changes: readonly CpuFeature[]): CpuFeature[] {
  const byName = new Map(list.map((feature) => [feature.name, feature]));
  for (const feature of changes) byName.set(feature.name, feature);
  return [...byName.values()];
}
