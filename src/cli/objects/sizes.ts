/**
 * Sizes as people write and read them, by libvirt's rules: `M` and `MiB` count in 1024s, `MB` in 1000s.
 *
 * @module
 */

import { type Integer64, MAX_UINT64, toInteger64 } from "../../base/integer64.ts";

const PREFIXES = ["k", "m", "g", "t", "p", "e"] as const;
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;

/** Bytes of a size; without a unit it counts units of `unit` bytes. Undefined where it is none, or too large. */
export function parseSize(text: string, unit: number): Integer64 | undefined {
  const [, digits = "", letters = ""] = /^(\d{1,20})([a-zA-Z]*)$/.exec(text) ?? [];
  if (digits === "") return undefined;
  const factor = letters === "" ? BigInt(unit) : unitFactor(letters.toLowerCase());
  if (factor === undefined) return undefined;
  const bytes = BigInt(digits) * factor;
  return bytes > MAX_UINT64 ? undefined : toInteger64(bytes);
}

function unitFactor(unit: string): bigint | undefined {
  if (unit === "b" || unit === "byte" || unit === "bytes") return 1n;
  const power = BigInt(PREFIXES.findIndex((prefix) => unit.startsWith(prefix)) + 1);
  if (power === 0n) return undefined;
  const rest = unit.slice(1);
  if (rest === "" || rest === "ib") return 1024n ** power;
  return rest === "b" ? 1000n ** power : undefined;
}

/** KiB of a number of bytes, rounded up. */
export function toKib(bytes: Integer64): Integer64 {
  return toInteger64((BigInt(bytes) + 1023n) / 1024n);
}

/** A size in the largest unit that it has at least one of: `1.00 GiB`. */
export function prettySize(bytes: Integer64, digits = 2): string {
  let [value, unit] = [Number(bytes), 0];
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
