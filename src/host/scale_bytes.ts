/**
 * Sizes with units, as libvirt's documents write them and as the kernel's files do.
 *
 * @module
 */

import type { Quantity } from "../conf/capabilities/document.ts";

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** The size in the largest unit in which it is a whole number. */
export function scaleBytes(bytes: number): Quantity {
  let value = bytes;
  let step = 0;
  while (value !== 0 && value % 1024 === 0 && step < UNITS.length - 1) {
    value /= 1024;
    step++;
  }
  return { value, unit: UNITS[step] ?? "B" };
}

/** The size in the given unit; may have a fraction. */
export function bytesIn(bytes: number, unit: string): number {
  return bytes / 1024 ** Math.max(0, UNITS.indexOf(unit));
}

/** The smaller of two units. */
export function smallerUnit(one: string, other: string): string {
  return UNITS.indexOf(one) < UNITS.indexOf(other) ? one : other;
}

/** Bytes of a size as the kernel writes those of caches: `512K`, `32M`, `48`. */
export function parseKernelSize(text: string): number {
  const match = /^(\d{1,12})([KMG]?)$/.exec(text.trim());
  if (match === null) throw new SyntaxError(`Expected a size such as 512K, found ${JSON.stringify(text.slice(0, 40))}`);
  return Number(match[1]) * 1024 ** ["", "K", "M", "G"].indexOf(match[2] ?? "");
}
