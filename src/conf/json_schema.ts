/**
 * JSON Schema (2020-12) as plain data, in the few words the documents need. OpenAPI 3.1 takes it as it is.
 *
 * @module
 */

/** A schema. */
export interface JsonSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly unevaluatedProperties?: false;
  readonly $ref?: string;
  readonly $schema?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Any text. */
export const TEXT: JsonSchema = { type: "string" };
/** A whole number. */
export const INTEGER: JsonSchema = { type: "integer" };
/** True or false. */
export const BOOLEAN: JsonSchema = { type: "boolean" };

/** A list. */
export function listOf(items: JsonSchema, description?: string): JsonSchema {
  return { type: "array", items, ...(description === undefined ? {} : { description }) };
}

/** One of a few words. */
export function oneOf(...words: readonly string[]): JsonSchema {
  return { type: "string", enum: words };
}

/** An object of exactly these properties; a name that ends in `?` may be absent. */
export function shape(properties: Readonly<Record<string, JsonSchema>>, description?: string): JsonSchema {
  const entries = Object.entries(properties);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ""), schema])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  };
}
