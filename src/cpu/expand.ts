/**
 * Spells out the features that a CPU's model name stands for.
 *
 * @module
 */

import type { CpuDocument } from "../conf/cpu/document.ts";
import { cpuFamily } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { expandX86 } from "./x86/expand.ts";

/** Lists every feature of the CPU, sorted by name; throws `CpuError` for an unknown model. */
export function expandCpu(map: CpuMap, arch: string, cpu: CpuDocument): CpuDocument {
  const expanded = cpuFamily(arch) === "x86" ? expandX86(map.x86, cpu) : cpu;
  return { ...expanded, features: expanded.features.toSorted((one, other) => one.name < other.name ? -1 : 1) };
}
