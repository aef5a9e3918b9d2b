/**
 * Numbers and truth.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Codec } from "./codec.ts";
import { undecodable, unencodable } from "./failure.ts";

/** `int`. */
export const i32: Codec<number> = {
  shape: { kind: "integer", bits: 32, signed: true },
  encode: (to, value) => to.putI32(value),
  decode: (from) => from.takeI32(),
};

/** `unsigned int`. */
export const u32: Codec<number> = {
  shape: { kind: "integer", bits: 32, signed: false },
  encode: (to, value) => to.putU32(value),
  decode: (from) => from.takeU32(),
};

/** `hyper`. */
export const i64: Codec<Integer64> = {
  shape: { kind: "integer", bits: 64, signed: true },
  encode: (to, value) => to.putI64(value),
  decode: (from) => from.takeI64(),
};

/** `unsigned hyper`. */
export const u64: Codec<Integer64> = {
  shape: { kind: "integer", bits: 64, signed: false },
  encode: (to, value) => to.putU64(value),
  decode: (from) => from.takeU64(),
};

/** `double`. */
export const f64: Codec<number> = {
  shape: { kind: "double" },
  encode: (to, value) => to.putF64(value),
  decode: (from) => from.takeF64(),
};

/** `bool`, and an `int` that means one: everything but 0 is true, as in C. */
export const bool: Codec<boolean> = {
  shape: { kind: "boolean" },
  encode: (to, value) => to.putI32(value ? 1 : 0),
  decode: (from) => from.takeI32() !== 0,
};

/** An `unsigned char`, or a `char` that is never negative: a word of its own. */
export const word8: Codec<number> = smallWord(8, 0xff);

/** An `unsigned short`: a word of its own. */
export const word16: Codec<number> = smallWord(16, 0xffff);

function smallWord(bits: 8 | 16, max: number): Codec<number> {
  return {
    shape: { kind: "integer", bits, signed: false },
    encode(to, value): void {
      if (value > max) throw unencodable(`${value} is no unsigned number of ${bits} bits`);
      to.putU32(value);
    },
    decode(from): number {
      const value = from.takeU32();
      if (value > max) throw undecodable(`${value} is no unsigned number of ${bits} bits`);
      return value;
    },
  };
}
