/**
 * CPU models in full: the answers to `query-cpu-model-expansion`.
 *
 * @module
 */

import type { CpuProperty, HostCpuModel } from "./capabilities.ts";
import { isRecord, isText, readRecord, readTexts, requireText } from "./schema.ts";

/** One past the largest number that the reference can keep; it drops what is larger. */
const NUMBER_LIMIT = 2 ** 63;

/** A model that QEMU spelt out. */
export interface ExpandedModel {
  readonly name: string;
  readonly properties: readonly CpuProperty[];
  /** Absent where QEMU does not tell. */
  readonly deprecatedFeatures?: readonly string[];
}

/** The answer to one expansion; a model without properties (old s390 models) has none. */
export function parseCpuExpansion(reply: unknown): ExpandedModel {
  const command = "query-cpu-model-expansion";
  const answer = readRecord(command, reply);
  const model = readRecord(command, answer["model"], 'an object in "model"');
  const props = model["props"];
  const properties: CpuProperty[] = [];
  for (const [name, value] of Object.entries(isRecord(props) ? props : {})) {
    if (typeof value === "boolean" || isText(value)) properties.push({ name, value });
    if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < NUMBER_LIMIT) {
      properties.push({ name, value });
    }
  }
  const deprecated = answer["deprecated-props"];
  return {
    name: requireText(command, model, "name"),
    properties,
    ...Array.isArray(deprecated) && { deprecatedFeatures: readTexts(command, deprecated) },
  };
}

/**
 * The host's CPU from two expansions of it: as guests that may migrate see it, and with everything. A truth value that
 * is on in the first is migratable, one that is on in the second alone is not; without a second nothing is said.
 */
export function hostCpuModel(migratable: ExpandedModel, everything: ExpandedModel | undefined): HostCpuModel {
  const { name, deprecatedFeatures } = migratable;
  const base = { name, ...deprecatedFeatures !== undefined && { hostDeprecatedFeatures: deprecatedFeatures } };
  if (everything === undefined) return { ...base, migratability: false, properties: migratable.properties };
  const all = new Map(everything.properties.map((property) => [property.name, property.value]));
  const properties = migratable.properties.map((property) => {
    const other = all.get(property.name);
    if (typeof property.value !== "boolean" || typeof other !== "boolean") return property;
    if (property.value) return { ...property, migratable: true };
    return other ? { ...property, value: true, migratable: false } : property;
  });
  return { ...base, migratability: true, properties };
}
