/**
 * Groups and filters of bulk statistics, memory statistics, dirty rate (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";
import { DOMAIN_STATE_FILTERS } from "./list_filters.ts";

/** Groups of `virConnectGetAllDomainStats`. */
export const DOMAIN_STATS_GROUPS = {
  state: 0x1,
  cpuTotal: 0x2,
  balloon: 0x4,
  vcpu: 0x8,
  interface: 0x10,
  block: 0x20,
  perf: 0x40,
  iothread: 0x80,
  memory: 0x100,
  dirtyRate: 0x200,
  vm: 0x400,
} as const satisfies BitTable;

/** Groups of `virConnectGetAllDomainStats`. */
export type DomainStatsGroups = FlagsOf<typeof DOMAIN_STATS_GROUPS>;

/** Flags of `virConnectGetAllDomainStats`. */
export const ALL_DOMAIN_STATS_FLAGS = {
  ...DOMAIN_STATE_FILTERS,
  nowait: 0x20000000,
  backing: 0x40000000,
  enforceStats: 0x80000000,
} as const satisfies BitTable;

/** Flags of `virConnectGetAllDomainStats`. */
export type AllDomainStatsFlags = FlagsOf<typeof ALL_DOMAIN_STATS_FLAGS>;

/** What a figure of `virDomainMemoryStats` counts. */
export const MEMORY_STAT_TAGS = {
  swapIn: 0,
  swapOut: 1,
  majorFault: 2,
  minorFault: 3,
  unused: 4,
  available: 5,
  actualBalloon: 6,
  rss: 7,
  usable: 8,
  lastUpdate: 9,
  diskCaches: 10,
  hugetlbPgalloc: 11,
  hugetlbPgfail: 12,
} as const satisfies NumberTable;

/** What a figure of `virDomainMemoryStats` counts. */
export type MemoryStatTag = keyof typeof MEMORY_STAT_TAGS;

/** How far measuring the dirty rate is. */
export const DIRTY_RATE_STATUSES = {
  unstarted: 0,
  measuring: 1,
  measured: 2,
} as const satisfies NumberTable;

/** How far measuring the dirty rate is. */
export type DirtyRateStatus = keyof typeof DIRTY_RATE_STATUSES;

/** Flags of `virDomainStartDirtyRateCalc`; no bit means sampling pages. */
export const DIRTY_RATE_FLAGS = {
  dirtyBitmap: 0x1,
  dirtyRing: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainStartDirtyRateCalc`; no bit means sampling pages. */
export type DirtyRateFlags = FlagsOf<typeof DIRTY_RATE_FLAGS>;
