/**
 * Whether two ARM hosts have the same CPU; guests are the hypervisor's to judge.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import type { Comparison } from "../compare.ts";

/** Compares another host's CPU with this host's. */
export function compareArm(host: CpuDocument, cpu: CpuDocument): Comparison {
  if (host.vendor === cpu.vendor && host.model?.name === cpu.model?.name) return { result: "identical", features: [] };
  const wanted = `vendor ${cpu.vendor ?? "(none)"} or(and) model ${cpu.model?.name ?? "(none)"}`;
  return { result: "incompatible", reason: `Host CPU model does not match required CPU ${wanted}`, features: [] };
}
