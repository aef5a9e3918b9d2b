/**
 * Whether an x86 host can run a CPU.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import type { Comparison } from "../compare.ts";
import { isHostCpu } from "../document.ts";
import type { FeatureSet } from "./feature_set.ts";
import type { X86Map } from "./model_map.ts";
import { featuresOf, featuresWithPolicy, namesOf } from "./requested.ts";

const ARCHITECTURES: readonly string[] = ["i686", "x86_64"];

/** Compares a CPU with the host; throws `CpuError` when a document names what is not known. */
export function compareX86(map: X86Map, host: CpuDocument, cpu: CpuDocument): Comparison {
  if (cpu.arch !== undefined && !ARCHITECTURES.includes(cpu.arch)) {
    return { result: "incompatible", reason: `CPU arch ${cpu.arch} does not match host arch`, features: [] };
  }
  if (cpu.vendor !== undefined && cpu.vendor !== host.vendor) {
    const reason = `host CPU vendor does not match required CPU vendor ${cpu.vendor}`;
    return { result: "incompatible", reason, features: [] };
  }
  const refuse = (reason: string, set: FeatureSet): Comparison => {
    const features = namesOf(map, set);
    return { result: "incompatible", reason: `${reason}: ${features.join(", ")}`, features };
  };
  const has = featuresOf(map, host);
  const forced = featuresWithPolicy(map, cpu, "force");
  const optional = featuresWithPolicy(map, cpu, "optional");
  const disabled = featuresWithPolicy(map, cpu, "disable");
  // What the model brings along may still be forced, optional or disabled.
  const required = featuresWithPolicy(map, cpu, "require").subtract(forced).subtract(optional).subtract(disabled);
  const forbidden = featuresWithPolicy(map, cpu, "forbid").intersect(has);
  if (!forbidden.isEmpty()) return refuse("Host CPU provides forbidden features", forbidden);
  if (!has.includes(required)) {
    return refuse("Host CPU does not provide required features", required.subtract(has));
  }
  const extra = has.subtract(optional).subtract(required).subtract(disabled).subtract(forced);
  if (extra.isEmpty()) return { result: "identical", features: [] };
  if (!isHostCpu(cpu) && cpu.match === "strict") {
    return refuse("Host CPU does not strictly match guest CPU: Extra features", extra);
  }
  return { result: "superset", features: [] };
}
