/**
 * Jobs on a disk: kinds, how they end, and the flags of the calls about them (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Kinds of block job. */
export const BLOCK_JOB_TYPES = {
  unknown: 0,
  pull: 1,
  copy: 2,
  commit: 3,
  activeCommit: 4,
  backup: 5,
} as const satisfies NumberTable;

/** Kinds of block job. */
export type BlockJobType = keyof typeof BLOCK_JOB_TYPES;

/** What an event says about a block job. */
export const BLOCK_JOB_STATUSES = {
  completed: 0,
  failed: 1,
  canceled: 2,
  ready: 3,
} as const satisfies NumberTable;

/** What an event says about a block job. */
export type BlockJobStatus = keyof typeof BLOCK_JOB_STATUSES;

/** Flags of `virDomainBlockJobAbort`. */
export const BLOCK_JOB_ABORT_FLAGS = {
  async: 0x1,
  pivot: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainBlockJobAbort`. */
export type BlockJobAbortFlags = FlagsOf<typeof BLOCK_JOB_ABORT_FLAGS>;

/** Flags of `virDomainGetBlockJobInfo`. */
export const BLOCK_JOB_INFO_FLAGS = {
  bandwidthBytes: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainGetBlockJobInfo`. */
export type BlockJobInfoFlags = FlagsOf<typeof BLOCK_JOB_INFO_FLAGS>;

/** Flags of `virDomainBlockJobSetSpeed`. */
export const BLOCK_JOB_SPEED_FLAGS = {
  bandwidthBytes: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainBlockJobSetSpeed`. */
export type BlockJobSpeedFlags = FlagsOf<typeof BLOCK_JOB_SPEED_FLAGS>;

/** Flags of `virDomainBlockPull`. */
export const BLOCK_PULL_FLAGS = {
  bandwidthBytes: 0x40,
} as const satisfies BitTable;

/** Flags of `virDomainBlockPull`. */
export type BlockPullFlags = FlagsOf<typeof BLOCK_PULL_FLAGS>;

/** Flags of `virDomainBlockRebase`. */
export const BLOCK_REBASE_FLAGS = {
  shallow: 0x1,
  reuseExt: 0x2,
  copyRaw: 0x4,
  copy: 0x8,
  relative: 0x10,
  copyDev: 0x20,
  bandwidthBytes: 0x40,
} as const satisfies BitTable;

/** Flags of `virDomainBlockRebase`. */
export type BlockRebaseFlags = FlagsOf<typeof BLOCK_REBASE_FLAGS>;

/** Flags of `virDomainBlockCopy`. */
export const BLOCK_COPY_FLAGS = {
  shallow: 0x1,
  reuseExt: 0x2,
  transientJob: 0x4,
  synchronousWrites: 0x8,
} as const satisfies BitTable;

/** Flags of `virDomainBlockCopy`. */
export type BlockCopyFlags = FlagsOf<typeof BLOCK_COPY_FLAGS>;

/** Flags of `virDomainBlockCommit`. */
export const BLOCK_COMMIT_FLAGS = {
  shallow: 0x1,
  delete: 0x2,
  active: 0x4,
  relative: 0x8,
  bandwidthBytes: 0x10,
} as const satisfies BitTable;

/** Flags of `virDomainBlockCommit`. */
export type BlockCommitFlags = FlagsOf<typeof BLOCK_COMMIT_FLAGS>;

/** Flags of `virDomainBlockResize`. */
export const BLOCK_RESIZE_FLAGS = {
  bytes: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainBlockResize`. */
export type BlockResizeFlags = FlagsOf<typeof BLOCK_RESIZE_FLAGS>;
