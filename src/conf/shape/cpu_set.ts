/**
 * Sets of processors or nodes: `0-3,^2`.
 *
 * @module
 */

import type { Value } from "./value.ts";

/** Largest number in a set: what libvirt allows for a domain's CPU masks, and a bound for hostile ranges. */
const LARGEST = 16_383;

/** A set, kept in libvirt's canonical text: `0-1,3`. */
export const cpuSet: Value<string> = {
  parse(text): string | undefined {
    const members = parseCpuSet(text);
    return members === undefined ? undefined : formatCpuSet(members);
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^(\\d+(-\\d+)?(,\\d+(-\\d+)?)*)?$" },
  expected: "a set of numbers like 0-3,^2",
};

/** The members of a set, or undefined where the text is none. */
export function parseCpuSet(text: string): ReadonlySet<number> | undefined {
  const members = new Set<number>();
  for (const item of text.split(",")) {
    const match = /^\s*(\^?)(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(item);
    if (match === null) return undefined;
    const first = Number(match[2]);
    const last = Number(match[3] ?? first);
    const remove = match[1] === "^";
    if (last < first || last > LARGEST || (remove && match[3] !== undefined)) return undefined;
    for (let each = first; each <= last; each += 1) remove ? members.delete(each) : members.add(each);
  }
  return members;
}

/** The canonical text of a set. */
export function formatCpuSet(members: ReadonlySet<number>): string {
  const ranges: string[] = [];
  const sorted = [...members].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at] ?? 0;
    let last = first;
    while (sorted[++at] === last + 1) last += 1;
    ranges.push(first === last ? `${first}` : `${first}-${last}`);
  }
  return ranges.join(",");
}
