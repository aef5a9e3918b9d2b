/**
 * What several POWER CPUs have in common: the generation, or nothing.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import { CpuError } from "../error.ts";
import { PPC64_MODELS } from "./models.ts";

/** Computes the guest CPU that each of the CPUs can run; throws {@linkcode CpuError} where there is none. */
export function baselinePpc64(cpus: readonly CpuDocument[]): CpuDocument {
  const name = cpus[0]!.model!.name!;
  const model = PPC64_MODELS.find((known) => known.name === name);
  if (model === undefined) throw new CpuError("unknown-name", `Unknown CPU model ${name}`);
  for (const cpu of cpus) {
    if (cpu.model!.name !== name) throw new CpuError("incompatible", "CPUs are incompatible");
    if (cpu.vendor === undefined) continue;
    if (!PPC64_MODELS.some((known) => known.vendor === cpu.vendor)) {
      throw new CpuError("unknown-vendor", `Unknown CPU vendor ${cpu.vendor}`);
    }
    if (cpu.vendor !== model.vendor) {
      const message = `CPU vendor ${model.vendor} of model ${name} differs from vendor ${cpu.vendor}`;
      throw new CpuError("incompatible", message);
    }
  }
  return { mode: "custom", match: "exact", model: { name, fallback: "forbid" }, features: [] };
}
