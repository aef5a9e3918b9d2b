/**
 * Ids from a seed: the same hypervisor gives the same UUIDs and addresses in every run.
 *
 * @module
 */

import type { Ids } from "../../host/host.ts";

/** The three bytes that addresses of guests' network cards begin with where the hypervisor has no other wish. */
const MAC_PREFIX = "52:54:00";

/** Randomness that can be repeated. */
export interface SeededIds extends Ids {
  /** A hardware address for a guest's network card. */
  mac(): string;
}

/** Ids that follow from a seed, an integer of 32 bits. */
export function createSeededIds(seed: number): SeededIds {
  const next = mulberry32(seed);
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
  return {
    hex,
    uuid(): string {
      const variant = "89ab"[Math.floor(next() * 4)];
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
    mac: () => `${MAC_PREFIX}:${hex(2)}:${hex(2)}:${hex(2)}`,
  };
}

/** The generator of that name: small, of 32 bits of state, and good enough for ids that nobody has to guess. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
