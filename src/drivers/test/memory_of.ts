/**
 * The memory of a guest, and what it would tell of it.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { toInteger64 } from "../../base/integer64.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { MemoryStats } from "../contract.ts";
import { hasBalloon } from "./device_views.ts";

/** When every guest last looked, in seconds since 1970. */
const LAST_UPDATE = 627_319_920;

/** All that a guest can have, in KiB. */
export function totalMemory({ memory }: Domain): Integer64 {
  return memory?.size ?? 0;
}

/** What a guest has now, in KiB. */
export function currentMemory(definition: Domain): Integer64 {
  return definition.currentMemory ?? totalMemory(definition);
}

/** What a guest with a balloon tells; nothing without one. */
export function memoryStats(definition: Domain): MemoryStats {
  if (!hasBalloon(definition)) return {};
  const actual = currentMemory(definition);
  const part = (of: bigint): Integer64 => toInteger64(BigInt(actual) / of);
  return {
    actualBalloon: actual,
    swapIn: 0,
    swapOut: 0,
    majorFault: 0,
    minorFault: 0,
    unused: part(2n),
    available: actual,
    usable: part(2n),
    lastUpdate: LAST_UPDATE,
    diskCaches: part(8n),
    hugetlbPgalloc: 0,
    hugetlbPgfail: 0,
    rss: part(2n),
  };
}
