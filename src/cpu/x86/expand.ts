/**
 * Spells out the features that a model name stands for.
 *
 * @module
 */

import type { CpuDocument, CpuFeature } from "../../conf/cpu/document.ts";
import { isHostCpu, updateFeatures } from "../document.ts";
import type { X86Map } from "./model_map.ts";
import { findModel, namesOf } from "./requested.ts";

/** Lists every feature of the CPU, its model's included; throws `CpuError` for an unknown model. */
export function expandX86(map: X86Map, cpu: CpuDocument): CpuDocument {
  const model = findModel(map, cpu.model?.name ?? "");
  const own = namesOf(map, model.features);
  if (isHostCpu(cpu)) {
    return { ...cpu, features: updateFeatures(own.map((name) => ({ name })), cpu.features) };
  }
  const asked = cpu.features.filter(({ policy }) => policy === "require" || policy === "disable");
  const features = updateFeatures(own.map((name): CpuFeature => ({ name, policy: "require" })), asked);
  const named = new Set(features.map((feature) => feature.name));
  const removed = model.removed.filter((name) => !named.has(name));
  return { ...cpu, features: [...features, ...removed.map((name): CpuFeature => ({ name, policy: "disable" }))] };
}
