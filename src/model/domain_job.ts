/**
 * Jobs of a domain: kinds, what they do, and the flags of the calls about them (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** How far a job is, and whether its end can be told. */
export const DOMAIN_JOB_TYPES = {
  none: 0,
  bounded: 1,
  unbounded: 2,
  completed: 3,
  failed: 4,
  cancelled: 5,
} as const satisfies NumberTable;

/** How far a job is, and whether its end can be told. */
export type DomainJobType = keyof typeof DOMAIN_JOB_TYPES;

/** What a job does. */
export const DOMAIN_JOB_OPERATIONS = {
  unknown: 0,
  start: 1,
  save: 2,
  restore: 3,
  migrationIn: 4,
  migrationOut: 5,
  snapshot: 6,
  snapshotRevert: 7,
  dump: 8,
  backup: 9,
  snapshotDelete: 10,
} as const satisfies NumberTable;

/** What a job does. */
export type DomainJobOperation = keyof typeof DOMAIN_JOB_OPERATIONS;

/** Flags of `virDomainGetJobStats`. */
export const DOMAIN_JOB_STATS_FLAGS = {
  completed: 0x1,
  keepCompleted: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainGetJobStats`. */
export type DomainJobStatsFlags = FlagsOf<typeof DOMAIN_JOB_STATS_FLAGS>;

/** Flags of `virDomainAbortJobFlags`. */
export const DOMAIN_ABORT_JOB_FLAGS = {
  postcopy: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainAbortJobFlags`. */
export type DomainAbortJobFlags = FlagsOf<typeof DOMAIN_ABORT_JOB_FLAGS>;
