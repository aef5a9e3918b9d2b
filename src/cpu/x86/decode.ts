/**
 * Finds the named model that describes a processor best.
 *
 * Every model is tried, newest first, and written as "this model, these features more, these less". Models of the
 * processor's own family and model win over others; among equals the shortest list wins, where a feature less costs
 * more than a feature more.
 *
 * @module
 */

import type { CpuFeature } from "../../conf/cpu/document.ts";
import { CpuError } from "../error.ts";
import type { ModelDefinition } from "../properties.ts";
import type { FeatureSet } from "./feature_set.ts";
import { matchesSignature, type X86Map, type X86Model } from "./model_map.ts";
import type { Signature, X86Processor } from "./processor.ts";
import { featureFromQemu } from "./qemu_names.ts";

/** A processor as a document describes it. */
export interface DecodedCpu {
  readonly model: string;
  readonly vendor?: string;
  readonly signature?: Signature;
  /** With policies for a guest, without for a host. */
  readonly features: readonly CpuFeature[];
}

/** How to decode. */
export interface DecodeOptions {
  /** A host CPU may only have features more than its model; a guest CPU may also have some less. */
  readonly type: "host" | "guest";
  /** The models that the hypervisor offers; all where absent. */
  readonly models?: readonly ModelDefinition[];
  /** Models to prefer; a single one is taken whatever it costs. */
  readonly preferred?: readonly string[];
  /** Whether another model will do where the single preferred one is not offered. Default: true. */
  readonly allowFallback?: boolean;
  /** Leave out features that keep a guest from being migrated. */
  readonly migratable?: boolean;
}

/** A model with what the processor has more and less than it. */
interface Candidate {
  readonly model: X86Model;
  readonly more: FeatureSet;
  readonly less: FeatureSet;
  /** Features once part of the model, which a guest CPU names even though it is about neither set. */
  readonly removed: readonly string[];
}

/** Describes a processor by the model that fits best; throws {@linkcode CpuError} where none does. */
export function decodeX86(map: X86Map, processor: X86Processor, options: DecodeOptions): DecodedCpu {
  const features = withoutBrokenTsx(map, processor);
  const preferred = options.preferred ?? [];
  const offered = options.models && new Map(options.models.map((model) => [model.name, model]));
  let best: Candidate | undefined;
  for (const model of map.models.toReversed()) {
    const offer = offered?.get(model.name);
    if (offered !== undefined && offer === undefined) {
      refuseLostPreference(model.name, preferred, options.allowFallback ?? true);
      continue;
    }
    if (processor.vendor !== undefined && model.vendor !== undefined && processor.vendor !== model.vendor) continue;
    if (!model.chosenFor.includes(options.type)) continue;
    const candidate = describeBy(map, model, { features, offer, type: options.type });
    const verdict = judge(best, candidate, { type: options.type, preferred, signature: processor.signature });
    if (verdict !== "worse") best = candidate;
    if (verdict === "best") break;
  }
  if (best === undefined) {
    const known = processor.vendor ?? "unknown vendor";
    throw new CpuError("incompatible", `No CPU model fits the processor (${known}), not even the oldest`);
  }
  return {
    model: best.model.name,
    ...(processor.vendor === undefined ? {} : { vendor: processor.vendor }),
    ...(processor.signature === undefined ? {} : { signature: processor.signature }),
    features: listFeatures(map, best, options),
  };
}

/** Takes out the transactional memory that Intel's erratum HSW136 and its kin switched off on Haswell. */
function withoutBrokenTsx(map: X86Map, { features, vendor, signature }: X86Processor): FeatureSet {
  if (vendor !== "Intel" || signature === undefined || signature.family !== 6) return features;
  const { model, stepping } = signature;
  if (!([60, 69, 70].includes(model) || (model === 63 && stepping < 4))) return features;
  const left = features.copy();
  for (const name of ["hle", "rtm"]) left.delete(map.featureByName.get(name)!.index);
  return left;
}

function refuseLostPreference(name: string, preferred: readonly string[], allowFallback: boolean): void {
  if (preferred.length === 1 && preferred[0] === name && !allowFallback) {
    throw new CpuError("unsupported", `The hypervisor does not offer CPU model "${name}", and no other is allowed`);
  }
}

function describeBy(map: X86Map, model: X86Model, context: {
  readonly features: FeatureSet;
  readonly offer: ModelDefinition | undefined;
  readonly type: "host" | "guest";
}): Candidate {
  const more = context.features.subtract(model.features);
  const less = model.features.subtract(context.features);
  for (const blocker of context.offer?.blockers ?? []) {
    const feature = map.featureByName.get(featureFromQemu(blocker));
    if (feature !== undefined && !more.has(feature.index)) less.add(feature.index);
  }
  const isNamed = (name: string): boolean => {
    const { index } = map.featureByName.get(name)!;
    return more.has(index) || less.has(index);
  };
  const removed = context.type === "guest" ? model.removed.filter((name) => !isNamed(name)) : [];
  return { model, more, less, removed };
}

function listFeatures(map: X86Map, { more, less, removed }: Candidate, options: DecodeOptions): CpuFeature[] {
  const namesOf = (set: FeatureSet): string[] => set.indexes().map((index) => map.features[index]!.name);
  const isWanted = (name: string): boolean => options.migratable !== true || !map.nonMigratable.has(name);
  if (options.type === "host") return namesOf(more).filter(isWanted).map((name) => ({ name }));
  const require = namesOf(more).filter(isWanted).map((name): CpuFeature => ({ policy: "require", name }));
  const disable = [...namesOf(less), ...removed].filter(isWanted);
  return [...require, ...disable.map((name): CpuFeature => ({ policy: "disable", name }))];
}

function judge(current: Candidate | undefined, candidate: Candidate, context: {
  readonly type: "host" | "guest";
  readonly preferred: readonly string[];
  readonly signature: Signature | undefined;
}): "worse" | "better" | "best" {
  const isHost = context.type === "host";
  if (isHost && !candidate.less.isEmpty()) return "worse";
  const isPreferred = context.preferred.includes(candidate.model.name);
  if (isPreferred && context.preferred.length === 1) return "best";
  if (current === undefined) return "better";
  if (context.signature !== undefined) {
    const currentFits = matchesSignature(current.model.signatures, context.signature);
    const candidateFits = matchesSignature(candidate.model.signatures, context.signature);
    if (currentFits !== candidateFits) return candidateFits ? "better" : "worse";
  }
  const have = costOf(current, isHost);
  const offer = costOf(candidate, isHost);
  const shorter = offer.total < have.total || (offer.total === have.total && offer.disabled < have.disabled);
  return shorter || (isPreferred && offer.disabled < have.disabled) ? "better" : "worse";
}

/**
 * What a description costs: one for each feature more; two, three, four… for the features less.
 *
 * The reference stops counting when its position in the list passes the number of entries not yet counted as
 * disabled, so that about half of a long tail of disabled features weighs one each. Its choices depend on that.
 */
function costOf(candidate: Candidate, isHost: boolean): { readonly total: number; readonly disabled: number } {
  const more = candidate.more.count();
  if (isHost) return { total: more, disabled: 0 };
  let uncounted = more + candidate.less.count() + candidate.removed.length;
  let disabled = 0;
  for (let at = more, penalty = 2; at < uncounted; at++, penalty++) {
    uncounted--;
    disabled += penalty;
  }
  return { total: uncounted + disabled, disabled };
}
