/**
 * Whether a host can run a CPU.
 *
 * @module
 */

import type { CpuDocument } from "../conf/cpu/document.ts";
import { compareArm } from "./arm/compare.ts";
import { cpuFamily } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { CpuError } from "./error.ts";
import { comparePpc64 } from "./ppc64/compare.ts";
import { compareX86 } from "./x86/compare.ts";

/** The outcome of a comparison. */
export interface Comparison {
  /** Superset: the host has all that is asked for, and more. */
  readonly result: "incompatible" | "identical" | "superset";
  /** Why they are incompatible; absent where the architecture's rules give no reason. */
  readonly reason?: string;
  /** The features that the reason is about. */
  readonly features: readonly string[];
}

/**
 * Compares a CPU, a host's or a guest's, with the host's. The host is `undefined` or without a model where it is not
 * known what it is. Throws {@linkcode CpuError} for unknown names and for architectures that cannot be compared.
 */
export function compareCpu(map: CpuMap, input: {
  /** The host's architecture. */
  readonly arch: string;
  readonly host: CpuDocument | undefined;
  readonly cpu: CpuDocument;
}): Comparison {
  const { arch, host, cpu } = input;
  const family = cpuFamily(arch);
  if (family === undefined) throw new CpuError("unsupported", `'${arch}' architecture is not supported by CPU driver`);
  // Only the hypervisor itself knows whether an s390 CPU is runnable.
  if (family === "s390") return { result: "identical", features: [] };
  if (family === "arm" && cpu.arch === undefined) return { result: "identical", features: [] };
  if (host?.model?.name === undefined) return { result: "incompatible", reason: "unknown host CPU", features: [] };
  if (family === "arm") return compareArm(host, cpu);
  if (family === "ppc64") return comparePpc64(host, cpu);
  return compareX86(map.x86, host, cpu);
}
