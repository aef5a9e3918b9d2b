/**
 * Values that are numbers.
 *
 * @module
 */

import { type Integer64, toInteger64 } from "../../base/integer64.ts";
import { INTEGER } from "../json_schema.ts";
import type { Value } from "./value.ts";

/** Bounds, both inclusive. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number from 0 to 2³²-1, or within less. */
export function uint32({ min = 0, max = 0xffff_ffff }: Range = {}): Value<number> {
  const value = integer({ min, max }, "Expected non-negative integer value");
  return min === 1 ? { ...value, zeroRefused: true } : value;
}

/** A whole number from -2³¹ to 2³¹-1, or within less. */
export function int32({ min = -0x8000_0000, max = 0x7fff_ffff }: Range = {}): Value<number> {
  return integer({ min, max }, (text) => min === 0 ? complainOfSign(text) : "Expected integer value");
}

function complainOfSign(text: string): string {
  return /^\s*-\d+$/.test(text) ? "Expected non-negative value" : "Expected integer value";
}

function integer(range: Required<Range>, complaint: NonNullable<Value<number>["complaint"]>): Value<number> {
  return {
    parse(text): number | undefined {
      const number = /^\s*[+-]?\d{1,20}$/.test(text) ? Number(text) : NaN;
      return number >= range.min && number <= range.max ? number : undefined;
    },
    format: String,
    schema: { type: "integer", minimum: range.min, maximum: range.max },
    expected: `a whole number from ${range.min} to ${range.max}`,
    complaint,
  };
}

/** A whole number from 0 to 2⁶⁴-1. */
export const uint64: Value<Integer64> = large(0n, 2n ** 64n - 1n, "Expected non-negative integer value");

/** A whole number from -2⁶³ to 2⁶³-1. */
export const int64: Value<Integer64> = large(-(2n ** 63n), 2n ** 63n - 1n, "Expected long long integer value");

function large(min: bigint, max: bigint, complaint: string): Value<Integer64> {
  return {
    parse(text): Integer64 | undefined {
      if (!/^\s*[+-]?\d{1,20}$/.test(text)) return undefined;
      const number = BigInt(text.trim().replace("+", ""));
      return number >= min && number <= max ? toInteger64(number) : undefined;
    },
    format: String,
    schema: INTEGER,
    expected: `a whole number from ${min} to ${max}`,
    complaint,
  };
}

/** How a number in C's notation (0x1f, 31, 037) is written. */
export interface HexOptions extends Range {
  /** Digits after `0x`. @default {1} */
  readonly width?: number;
  /** Writes A to F. @default {false} */
  readonly upperCase?: boolean;
}

/** A whole number that is written as `0x001f`, like the parts of a PCI address. */
export function hex({ min = 0, max = 0xffff_ffff, width = 1, upperCase = false }: HexOptions = {}): Value<number> {
  return {
    ...cNumber({ min, max }),
    format(number): string {
      const digits = number.toString(16).padStart(width, "0");
      return `0x${upperCase ? digits.toUpperCase() : digits}`;
    },
  };
}

/** A whole number that is read in C's notation (0x1f, 31, 037) and written decimal. */
export function cNumber({ min = 0, max = 0xffff_ffff }: Range = {}): Value<number> {
  return {
    parse(text): number | undefined {
      const number = parseCNumber(text.trim());
      return number >= min && number <= max ? number : undefined;
    },
    format: String,
    schema: { type: "integer", minimum: min, maximum: max },
    expected: `a whole number from ${min} to ${max}, like 0x1f or 31`,
    complaint: "Expected non-negative integer value",
  };
}

/** A number of up to 64 bits that is hexadecimal with or without `0x`, like an address in memory. */
export function base16({ width = 1 }: { readonly width?: number } = {}): Value<Integer64> {
  return {
    parse(text): Integer64 | undefined {
      const digits = /^\s*\+?(?:0[xX])?([0-9a-fA-F]{1,16})$/.exec(text)?.[1];
      return digits === undefined ? undefined : toInteger64(BigInt(`0x${digits}`));
    },
    format: (number) => `0x${BigInt(number).toString(16).padStart(width, "0")}`,
    schema: INTEGER,
    expected: "a hexadecimal number like 0x3f8",
    complaint: "Expected non-negative integer value",
  };
}

function parseCNumber(text: string): number {
  if (/^0[xX][0-9a-fA-F]{1,13}$/.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]{1,15}$/.test(text)) return Number.parseInt(text, 8);
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : NaN;
}

/** A number with a fraction. */
export const double: Value<number> = {
  parse: (text) => /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined,
  format: String,
  schema: { type: "number" },
  expected: "a number",
};
