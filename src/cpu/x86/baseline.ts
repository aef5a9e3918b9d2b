/**
 * The best CPU that several x86 CPUs have in common.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import type { BaselineOptions } from "../baseline.ts";
import { CpuError } from "../error.ts";
import { decodeX86 } from "./decode.ts";
import { FeatureSet } from "./feature_set.ts";
import { X86_VENDORS, type X86Map } from "./model_map.ts";
import { featureFromQemu } from "./qemu_names.ts";
import { featuresOf, findModel } from "./requested.ts";

/** Computes the guest CPU that each of the CPUs can run; throws {@linkcode CpuError} where there is none. */
export function baselineX86(map: X86Map, cpus: readonly CpuDocument[], options: BaselineOptions): CpuDocument {
  const names = [...new Set(cpus.map((cpu) => cpu.model!.name!))];
  const vendor = commonVendor(map, cpus);
  let features = cpus.map((cpu) => featuresOf(map, cpu)).reduce((common, set) => common.intersect(set));
  if (options.features !== undefined) features = features.intersect(allowed(map, options.features));
  if (features.isEmpty()) throw new CpuError("incompatible", "CPUs are incompatible");
  const decoded = decodeX86(map, { features, ...(vendor === undefined ? {} : { vendor }) }, {
    type: "guest",
    preferred: names,
    migratable: options.migratable ?? false,
    ...(options.models === undefined ? {} : { models: options.models }),
  });
  const kept = names.length === 1 && decoded.model === names[0];
  return {
    mode: "custom",
    match: "exact",
    model: { name: decoded.model, fallback: kept ? "forbid" : "allow" },
    ...(vendor !== undefined && cpus.every((cpu) => cpu.vendor !== undefined) ? { vendor } : {}),
    features: decoded.features,
  };
}

function commonVendor(map: X86Map, cpus: readonly CpuDocument[]): string | undefined {
  findModel(map, cpus[0]!.model!.name!);
  let common = cpus[0]!.vendor;
  if (common !== undefined) checkVendor(common);
  for (const cpu of cpus.slice(1)) {
    const model = findModel(map, cpu.model!.name!);
    if (cpu.vendor !== undefined && model.vendor !== undefined && cpu.vendor !== model.vendor) {
      const message = `CPU vendor ${model.vendor} of model ${model.name} differs from vendor ${cpu.vendor}`;
      throw new CpuError("incompatible", message);
    }
    const vendor = cpu.vendor ?? model.vendor;
    if (vendor === undefined) continue;
    if (common === undefined) checkVendor(common = vendor);
    else if (common !== vendor) throw new CpuError("incompatible", "CPU vendors do not match");
  }
  return common;
}

function checkVendor(name: string): void {
  if (!Object.values(X86_VENDORS).includes(name)) throw new CpuError("unknown-vendor", `Unknown CPU vendor ${name}`);
}

/** Names that are not known are passed over: the hypervisor may know more than this program. */
function allowed(map: X86Map, names: readonly string[]): FeatureSet {
  const set = new FeatureSet(map.features.length);
  for (const name of names) {
    const feature = map.featureByName.get(featureFromQemu(name));
    if (feature !== undefined) set.add(feature.index);
  }
  return set;
}
