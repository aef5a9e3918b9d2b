/**
 * Flags of migration (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virDomainMigrate3` and its kin. */
export const MIGRATE_FLAGS = {
  live: 0x1,
  peer2peer: 0x2,
  tunnelled: 0x4,
  persistDest: 0x8,
  undefineSource: 0x10,
  paused: 0x20,
  nonSharedDisk: 0x40,
  nonSharedInc: 0x80,
  changeProtection: 0x100,
  unsafe: 0x200,
  offline: 0x400,
  compressed: 0x800,
  abortOnError: 0x1000,
  autoConverge: 0x2000,
  rdmaPinAll: 0x4000,
  postcopy: 0x8000,
  tls: 0x10000,
  parallel: 0x20000,
  nonSharedSynchronousWrites: 0x40000,
  postcopyResume: 0x80000,
  zerocopy: 0x100000,
} as const satisfies BitTable;

/** Flags of `virDomainMigrate3` and its kin. */
export type MigrateFlags = FlagsOf<typeof MIGRATE_FLAGS>;

/** Flags of `virDomainMigrateSetMaxSpeed`. */
export const MIGRATE_MAX_SPEED_FLAGS = {
  postcopy: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainMigrateSetMaxSpeed`. */
export type MigrateMaxSpeedFlags = FlagsOf<typeof MIGRATE_MAX_SPEED_FLAGS>;
