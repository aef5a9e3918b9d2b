/**
 * The one idea of this folder: a part is something that an element holds, declared once. It can be read from an
 * element, written into one, and described as JSON Schema.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { ElementOut } from "./element_out.ts";

/** How a document is read. */
export interface ReadContext {
  /** Unknown and repeated elements are overlooked, as libvirt does without its VALIDATE flags. */
  readonly lenient: boolean;
  /** Keeps what only a running object has. */
  readonly live: boolean;
}

/** How a document is written. */
export interface WriteContext {
  /** Writes what only a running object has. */
  readonly live: boolean;
  /** Writes passwords and the like. */
  readonly secure: boolean;
}

/** Schemas that are referred to by name, filled while a schema is made. */
export type SchemaDefinitions = Map<string, JsonSchema>;

/** Something that an element holds: an attribute, its text, a child, a list, or several of these as an object. */
export interface Part<T> {
  /** Whether reading may answer undefined: the part is not there. */
  readonly optional: boolean;
  /** Takes the value out of the element. */
  read(reader: ElementReader, context: ReadContext): T;
  /** Puts the value into an element. */
  write(value: Exclude<T, undefined>, out: ElementOut): void;
  /** The value's JSON form. */
  schema(definitions: SchemaDefinitions): JsonSchema;
  /** Whether an element that holds nothing else counts as not given. */
  isAbsent?(reader: ElementReader): boolean;
}

/** Parts by the name they have in the typed document, in the order they are written. */
// deno-lint-ignore no-explicit-any
export type Fields = Readonly<Record<string, Part<any>>>;

/** A part, or the fields of one. */
// deno-lint-ignore no-explicit-any
export type PartLike = Part<any> | Fields;

/** The type that a part, or a record of fields, stands for. */
export type ShapeOf<P> = P extends { read(reader: never, context: never): infer T } ? T : FieldsOf<P>;

/** The object type of a record of fields: what may be undefined may be absent. */
export type FieldsOf<F> =
  & { readonly [K in keyof F as undefined extends ShapeOf<F[K]> ? never : K]: ShapeOf<F[K]> }
  & { readonly [K in keyof F as undefined extends ShapeOf<F[K]> ? K : never]?: Exclude<ShapeOf<F[K]>, undefined> };

/** Whether this is a part already. */
export function isPart(like: PartLike): like is Part<unknown> {
  return typeof like.read === "function";
}
