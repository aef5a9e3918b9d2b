/**
 * Integers of 64 bits: a number where it is a safe integer, else a bigint.
 *
 * Most values are small, and numbers are cheap; those that a number cannot hold keep every digit.
 *
 * @module
 */

/** A 64-bit integer, signed or unsigned: a number where it is a safe integer, else a bigint. */
export type Integer64 = number | bigint;

/** The largest unsigned 64-bit integer. */
export const MAX_UINT64 = 0xffff_ffff_ffff_ffffn;
/** The largest signed 64-bit integer. */
export const MAX_INT64 = 0x7fff_ffff_ffff_ffffn;
/** The smallest signed 64-bit integer. */
export const MIN_INT64 = -0x8000_0000_0000_0000n;

/** The number a bigint is, where a number can hold it; else the bigint. */
export function toInteger64(value: bigint): Integer64 {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Whether a value is an integer from 0 to 2^64 - 1, exactly. */
export function isUint64(value: unknown): value is Integer64 {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return typeof value === "bigint" && value >= 0n && value <= MAX_UINT64;
}

/** Whether a value is an integer from -2^63 to 2^63 - 1, exactly. */
export function isInt64(value: unknown): value is Integer64 {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value === "bigint" && value >= MIN_INT64 && value <= MAX_INT64;
}

/** Reads decimal digits with an optional sign; `undefined` where the text is anything else. */
export function parseInteger64(text: string): Integer64 | undefined {
  return /^[+-]?\d{1,20}$/.test(text) ? toInteger64(BigInt(text)) : undefined;
}
