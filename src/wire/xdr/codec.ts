/**
 * What a codec is: both directions of one XDR type, its TypeScript type by inference, and its shape as data.
 *
 * @module
 */

import type { XdrDecoder } from "./decoder.ts";
import type { XdrEncoder } from "./encoder.ts";

/** Writes and reads values of one type. */
export interface Codec<T> {
  /** What it is made of, for tests that make up values and for tools that print them. */
  readonly shape: Shape;
  /** One of its things in libvirt's limit errors: `domain` in `Too many domains '16385' for limit '16384'`. */
  readonly noun?: string;
  /** Appends the value. */
  encode(to: XdrEncoder, value: T): void;
  /** Takes a value. */
  decode(from: XdrDecoder): T;
}

/** The TypeScript type of a codec's values. */
export type Infer<C> = C extends { decode(from: XdrDecoder): infer T } ? T : never;

/** Named codecs in the order of the wire. */
export type Fields = Readonly<Record<string, Codec<unknown>>>;

/** The values of named codecs. */
export type Struct<F extends Fields> = { readonly [Name in keyof F]: Infer<F[Name]> };

/** The alternatives of a union by name, each with its number on the wire. */
export type Arms = Readonly<Record<string, readonly [discriminant: number, codec: Codec<unknown>]>>;

/** What a codec is made of. */
export type Shape =
  | { readonly kind: "integer"; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: "double" | "boolean" | "uuid" }
  | { readonly kind: "text"; readonly maxBytes: number }
  | { readonly kind: "bytes"; readonly min: number; readonly max: number }
  | { readonly kind: "array"; readonly item: Codec<unknown>; readonly max: number }
  | { readonly kind: "optional"; readonly item: Codec<unknown> }
  | { readonly kind: "struct"; readonly fields: Fields }
  | { readonly kind: "union"; readonly head: Fields; readonly arms: Arms };
