/**
 * JSON Schema (2020-12) as plain data, in the few words the documents need. OpenAPI 3.1 takes it as it is.
 *
 * @module
 */

/** A schema. */
export interface JsonSchema {
  /** What kind of value it is. */
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  /** For people. */
  readonly description?: string;
  /** What an object may have. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** What an object must have. */
  readonly required?: readonly string[];
  /** An object has nothing else. */
  readonly additionalProperties?: false;
  /** What a list holds. */
  readonly items?: JsonSchema;
  /** The only words. */
  readonly enum?: readonly string[];
  /** The only word. */
  readonly const?: string;
  /** What a text looks like. */
  readonly pattern?: string;
  /** No number is smaller. */
  readonly minimum?: number;
  /** No number is larger. */
  readonly maximum?: number;
  /** No list is shorter. */
  readonly minItems?: number;
  /** At least one of these holds. */
  readonly anyOf?: readonly JsonSchema[];
  /** All of these hold. */
  readonly allOf?: readonly JsonSchema[];
  /** An object has nothing that none of the parts names. */
  readonly unevaluatedProperties?: false;
  /** A schema of this document. */
  readonly $ref?: string;
  /** Which JSON Schema this is. */
  readonly $schema?: string;
  /** Schemas that others refer to. */
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
