/**
 * The features that a CPU document asks for, as sets.
 *
 * @module
 */

import type { CpuDocument, FeaturePolicy } from "../../conf/cpu/document.ts";
import { CpuError } from "../error.ts";
import { isHostCpu } from "../document.ts";
import { type Feature, FeatureSet } from "./feature_set.ts";
import type { X86Map, X86Model } from "./model_map.ts";

/** Finds a model; throws {@linkcode CpuError} when there is none of that name. */
export function findModel(map: X86Map, name: string): X86Model {
  const model = map.modelByName.get(name);
  if (model === undefined) throw new CpuError("unknown-name", `Unknown CPU model ${name}`);
  return model;
}

/** Finds a feature; throws {@linkcode CpuError} when there is none of that name. */
export function findFeature(map: X86Map, name: string): Feature {
  const feature = map.featureByName.get(name);
  if (feature === undefined) throw new CpuError("unknown-name", `Unknown CPU feature ${name}`);
  return feature;
}

/**
 * Gathers the features that have one policy; the model's own count as required. A host CPU requires all it has.
 * Throws {@linkcode CpuError} for an unknown name.
 */
export function featuresWithPolicy(map: X86Map, cpu: CpuDocument, policy: FeaturePolicy): FeatureSet {
  if (isHostCpu(cpu) && policy !== "require") return new FeatureSet(map.features.length);
  const set = policy === "require" && cpu.model?.name !== undefined
    ? findModel(map, cpu.model.name).features.copy()
    : new FeatureSet(map.features.length);
  for (const feature of cpu.features) {
    if ((feature.policy ?? "require") === policy) set.add(findFeature(map, feature.name).index);
  }
  return set;
}

/**
 * Gathers the features that the CPU has: its model's, with those it requires or forces, without those it disables or
 * forbids. Throws {@linkcode CpuError} for an unknown name.
 */
export function featuresOf(map: X86Map, cpu: CpuDocument): FeatureSet {
  const set = cpu.model?.name !== undefined
    ? findModel(map, cpu.model.name).features.copy()
    : new FeatureSet(map.features.length);
  for (const { name, policy = "require" } of cpu.features) {
    if (policy === "optional") continue;
    const { index } = findFeature(map, name);
    if (policy === "disable" || policy === "forbid") set.delete(index);
    else set.add(index);
  }
  return set;
}

/** Names the features of a set in document order. */
export function namesOf(map: X86Map, set: FeatureSet): string[] {
  return set.indexes().map((index) => map.features[index]!.name);
}
