/**
 * Whether a value is what a JSON Schema says, for the words of JSON Schema that our documents use.
 *
 * @module
 */

import type { JsonSchema } from "./json_schema.ts";

/** What is wrong, or the properties that were looked at. */
type Verdict = { readonly problem: string } | { readonly seen: ReadonlySet<string> };

/** What is wrong with a value, undefined where nothing is. */
export function jsonSchemaProblem(schema: JsonSchema, value: unknown): string | undefined {
  const verdict = judge(schema, value, { path: "", root: schema });
  return "problem" in verdict ? verdict.problem : undefined;
}

interface Place {
  readonly path: string;
  readonly root: JsonSchema;
}

function judge(schema: JsonSchema, value: unknown, place: Place): Verdict {
  const seen = new Set<string>();
  for (const part of [reference(schema, place.root), ...schema.allOf ?? []]) {
    if (part === undefined) continue;
    const verdict = judge(part, value, place);
    if ("problem" in verdict) return verdict;
    for (const name of verdict.seen) seen.add(name);
  }
  if (schema.anyOf !== undefined) {
    const verdicts = schema.anyOf.map((each) => judge(each, value, place));
    const good = verdicts.filter((verdict) => "seen" in verdict);
    if (good.length === 0) return closest(verdicts) ?? { problem: `${place.path}: none of the alternatives fits` };
    for (const verdict of good) for (const name of verdict.seen) seen.add(name);
  }
  const problem = typeProblem(schema, value);
  if (problem !== undefined) return { problem: `${place.path}: ${problem}` };
  const inner = Array.isArray(value) ? judgeItems(schema, value, place) : judgeProperties(schema, value, place);
  if ("problem" in inner) return inner;
  for (const name of inner.seen) seen.add(name);
  if (schema.unevaluatedProperties !== false || !isObject(value)) return { seen };
  const unknown = Object.keys(value).find((name) => !seen.has(name));
  return unknown === undefined ? { seen } : { problem: `${place.path}/${unknown}: is not in the schema` };
}

/** The alternative that was meant: its word was the right one. */
function closest(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find((verdict) => "problem" in verdict && !/: is not \S+$/.test(verdict.problem)) ?? verdicts[0];
}

function reference({ $ref }: JsonSchema, root: JsonSchema): JsonSchema | undefined {
  return $ref === undefined ? undefined : root.$defs?.[$ref.replace("#/$defs/", "")];
}

function typeProblem(schema: JsonSchema, value: unknown): string | undefined {
  if (schema.const !== undefined && value !== schema.const) return `is not ${schema.const}`;
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) return `${value} is not in the list`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value))) return `${value} does not match`;
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (isNumber && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))) {
    return "out of range";
  }
  switch (schema.type) {
    case undefined:
      return undefined;
    case "object":
      return isObject(value) ? undefined : "is no object";
    case "array":
      return Array.isArray(value) && value.length >= (schema.minItems ?? 0) ? undefined : "is no such list";
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value) ? undefined : "is no integer";
    default: {
      const type: string = typeof value;
      return type === schema.type ? undefined : `is no ${schema.type}`;
    }
  }
}

function judgeItems({ items }: JsonSchema, values: readonly unknown[], place: Place): Verdict {
  for (const [at, value] of values.entries()) {
    const verdict = items === undefined ? undefined : judge(items, value, { ...place, path: `${place.path}/${at}` });
    if (verdict !== undefined && "problem" in verdict) return verdict;
  }
  return { seen: new Set() };
}

function judgeProperties(schema: JsonSchema, value: unknown, place: Place): Verdict {
  if (!isObject(value)) return { seen: new Set() };
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { problem: `${place.path}/${missing}: is missing` };
  const seen = new Set<string>();
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    if (!Object.hasOwn(value, name)) continue;
    seen.add(name);
    const verdict = judge(part, value[name], { ...place, path: `${place.path}/${name}` });
    if ("problem" in verdict) return verdict;
  }
  return { seen };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
