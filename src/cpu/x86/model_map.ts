/**
 * The named x86 models, put together from the generated rows when they are first asked for.
 *
 * @module
 */

import { type Feature, FeatureSet, listFeatures } from "./feature_set.ts";
import { NON_MIGRATABLE_FEATURES } from "./features.ts";
import { ROWS as DEVIATIONS } from "./model_deviations.ts";
import { ROWS as QEMU_MODELS } from "./qemu_models.ts";
import { MODEL_SIGNATURES } from "./signatures.ts";

/** Family, model and steppings of the processors that a model stands for. */
export interface SignatureRange {
  readonly family: number;
  readonly model: number;
  /** Every stepping where absent. */
  readonly steppings?: { readonly first: number; readonly last: number };
}

/** A named model. */
export interface X86Model {
  readonly name: string;
  readonly vendor?: string;
  readonly features: FeatureSet;
  /** Features that older documents took for part of the model; guest CPUs spell them out as disabled. */
  readonly removed: readonly string[];
  readonly signatures: readonly SignatureRange[];
  /** The kinds of CPU that the model may be chosen for. */
  readonly chosenFor: readonly ("host" | "guest")[];
}

/** Everything known of x86 CPUs. */
export interface X86Map {
  /** In document order. */
  readonly features: readonly Feature[];
  readonly featureByName: ReadonlyMap<string, Feature>;
  readonly nonMigratable: ReadonlySet<string>;
  /** Oldest first. */
  readonly models: readonly X86Model[];
  readonly modelByName: ReadonlyMap<string, X86Model>;
}

/** CPUID's vendor strings and the names that documents use. Source: leaf 0 in the vendors' manuals. */
export const X86_VENDORS: Readonly<Record<string, string>> = {
  GenuineIntel: "Intel",
  AuthenticAMD: "AMD",
  HygonGenuine: "Hygon",
};

/** Puts the map together from the data rows; about a millisecond, so callers keep the result. */
export function loadX86Map(): X86Map {
  const features = listFeatures();
  const featureByName = new Map(features.map((feature) => [feature.name, feature]));
  const fromQemu = new Map<string, FeatureSet>();
  for (const row of QEMU_MODELS) {
    const [name, , , ...changes] = row.split(" ");
    fromQemu.set(name!, applyChanges(changes, { start: undefined, known: fromQemu, featureByName }));
  }
  const known = new Map(fromQemu);
  const models = DEVIATIONS.map((row): X86Model => {
    const [name, vendor, use, ...words] = row.split(" ") as [string, string, string, ...string[]];
    const changes = words.filter((word) => !word.startsWith("~"));
    const set = applyChanges(changes, { start: fromQemu.get(name), known, featureByName });
    known.set(name, set);
    return {
      name,
      ...(vendor === "-" ? {} : { vendor }),
      features: set,
      removed: words.filter((word) => word.startsWith("~")).map((word) => word.slice(1)),
      signatures: parseSignatures(MODEL_SIGNATURES[name] ?? ""),
      chosenFor: use === "guest" ? ["host", "guest"] : use === "host" ? ["host"] : [],
    };
  });
  return {
    features,
    featureByName,
    nonMigratable: new Set(NON_MIGRATABLE_FEATURES),
    models,
    modelByName: new Map(models.map((model) => [model.name, model])),
  };
}

/** Whether one of the ranges holds the processor. */
export function matchesSignature(
  ranges: readonly SignatureRange[],
  signature: { readonly family: number; readonly model: number; readonly stepping: number },
): boolean {
  return ranges.some(({ family, model, steppings }) =>
    family === signature.family && model === signature.model &&
    (steppings === undefined || (signature.stepping >= steppings.first && signature.stepping <= steppings.last))
  );
}

function applyChanges(changes: readonly string[], context: {
  readonly start: FeatureSet | undefined;
  readonly known: ReadonlyMap<string, FeatureSet>;
  readonly featureByName: ReadonlyMap<string, Feature>;
}): FeatureSet {
  let set = context.start?.copy() ?? new FeatureSet(context.featureByName.size);
  for (const change of changes) {
    const name = change.slice(1);
    if (change.startsWith("=")) set = context.known.get(name)!.copy();
    else if (change.startsWith("+")) set.add(context.featureByName.get(name)!.index);
    else set.delete(context.featureByName.get(name)!.index);
  }
  return set;
}

function parseSignatures(text: string): SignatureRange[] {
  return text.split(" ").filter((word) => word !== "").map((word) => {
    const [family, model, first, last] = word.split(/[/:-]/).map(Number);
    return {
      family: family!,
      model: model!,
      ...(first === undefined ? {} : { steppings: { first, last: last ?? first } }),
    };
  });
}
