/**
 * The part of JSON Schema (2020-12) that this door writes in its OpenAPI document, and a check of values against it:
 * what is promised and what is enforced are the same data.
 *
 * @module
 */

/** A schema of that part. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: "string" | "integer" | "number" | "boolean" | "object" | "array";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly format?: "date-time" | "uri";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: string | number | boolean;
  readonly examples?: readonly unknown[];
}

/** A value that is not as its schema says. */
export interface SchemaProblem {
  /** Where: `emulators[2]`, empty for the value itself. */
  readonly at: string;
  /** What is wrong, to be read after the place: `must be a string`. */
  readonly message: string;
}

/** Named schemas that `$ref` may point to as `#/components/schemas/NAME`. */
export type SchemaNames = Readonly<Record<string, JsonSchema>>;

/** What is wrong with a value, or nothing. */
export function checkValue(schema: JsonSchema, value: unknown, names: SchemaNames = {}): SchemaProblem[] {
  return [...problems(schema, value, { at: "", names })];
}

interface Place {
  readonly at: string;
  readonly names: SchemaNames;
}

function* problems(schema: JsonSchema, value: unknown, place: Place): Generator<SchemaProblem> {
  const { at, names } = place;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/components/schemas/", "");
    const target = names[name];
    if (target === undefined) throw new Error(`No schema is named "${name}"`);
    yield* problems(target, value, place);
    return;
  }
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => [...problems(one, value, place)].length === 0)) {
    yield { at, message: "is of none of the allowed shapes" };
  }
  if (schema.const !== undefined && value !== schema.const) yield { at, message: `must be ${schema.const}` };
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) {
    yield { at, message: `must be one of ${schema.enum.join(", ")}` };
  }
  if (schema.type === undefined) return;
  if (!hasType(schema.type, value)) {
    yield { at, message: `must be ${/^[aio]/.test(schema.type) ? "an" : "a"} ${schema.type}` };
    return;
  }
  if (typeof value === "string") yield* stringProblems(schema, value, at);
  if (typeof value === "number") yield* numberProblems(schema, value, at);
  if (Array.isArray(value)) yield* arrayProblems(schema, value, place);
  else if (typeof value === "object" && value !== null) yield* objectProblems(schema, value, place);
}

function hasType(type: NonNullable<JsonSchema["type"]>, value: unknown): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  const kind: string = typeof value;
  return kind === type;
}

function* stringProblems(schema: JsonSchema, value: string, at: string): Generator<SchemaProblem> {
  if (value.length < (schema.minLength ?? 0)) yield { at, message: "must not be empty" };
  if (value.length > (schema.maxLength ?? Infinity)) {
    yield { at, message: `must not be longer than ${schema.maxLength} characters` };
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    yield { at, message: `must match ${schema.pattern}` };
  }
  if (schema.format === "date-time" && Number.isNaN(Date.parse(value))) yield { at, message: "must be a time" };
}

function* numberProblems(schema: JsonSchema, value: number, at: string): Generator<SchemaProblem> {
  if (value < (schema.minimum ?? -Infinity)) yield { at, message: `must be at least ${schema.minimum}` };
  if (value > (schema.maximum ?? Infinity)) yield { at, message: `must be at most ${schema.maximum}` };
}

function* arrayProblems(schema: JsonSchema, value: unknown[], place: Place): Generator<SchemaProblem> {
  if (value.length > (schema.maxItems ?? Infinity)) {
    yield { at: place.at, message: `must not have more than ${schema.maxItems} items` };
    return;
  }
  if (schema.items === undefined) return;
  for (const [index, item] of value.entries()) {
    yield* problems(schema.items, item, { ...place, at: `${place.at}[${index}]` });
  }
}

function* objectProblems(schema: JsonSchema, value: object, place: Place): Generator<SchemaProblem> {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  for (const name of required) {
    if (!Object.hasOwn(value, name)) yield { at: join(place.at, name), message: "is missing" };
  }
  for (const [name, item] of Object.entries(value)) {
    const at = join(place.at, name);
    if (Object.hasOwn(properties, name)) yield* problems(properties[name] ?? {}, item, { ...place, at });
    else if (additionalProperties === false) yield { at, message: "is not known here" };
    else if (additionalProperties !== true) yield* problems(additionalProperties, item, { ...place, at });
  }
}

function join(at: string, name: string): string {
  return at === "" ? name : `${at}.${name}`;
}
