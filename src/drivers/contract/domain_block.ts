/**
 * Jobs on the disks of running guests.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  BlockCommitFlags,
  BlockCopyFlags,
  BlockJobAbortFlags,
  BlockJobType,
  BlockPullFlags,
  BlockRebaseFlags,
  BlockResizeFlags,
  DomainRef,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Disks are named by their target (`vda`) or source. */
export interface DomainBlockPart {
  /** Bytes. */
  resize?(domain: DomainRef, disk: string, change: BlockResize, options: CallOptions): Promise<void>;
  pull?(domain: DomainRef, disk: string, job: BlockPull, options: CallOptions): Promise<void>;
  rebase?(domain: DomainRef, disk: string, job: BlockRebase, options: CallOptions): Promise<void>;
  commit?(domain: DomainRef, disk: string, job: BlockCommit, options: CallOptions): Promise<void>;
  copy?(domain: DomainRef, disk: string, job: BlockCopy, options: CallOptions): Promise<void>;
  /** Undefined where the disk has no job. */
  getJobInfo?(domain: DomainRef, disk: string, options: CallOptions): Promise<BlockJobInfo | undefined>;
  setJobSpeed?(domain: DomainRef, disk: string, speed: BlockBandwidth, options: CallOptions): Promise<void>;
  abortJob?(domain: DomainRef, disk: string, flags: BlockJobAbortFlags, options: CallOptions): Promise<void>;
  /** Tells once when a guest has written beyond so many bytes of an image. */
  setThreshold?(domain: DomainRef, device: string, bytes: Integer64, options: CallOptions): Promise<void>;
}

/** How fast a job may be. */
export interface BlockBandwidth {
  /** MiB a second, or bytes where `bytes` is set; 0: as fast as it can. */
  readonly bandwidth: Integer64;
  readonly bytes?: boolean;
}

/** A disk's new size. */
export interface BlockResize {
  /** KiB, or bytes where the flag says so. */
  readonly size: Integer64;
  readonly flags: BlockResizeFlags;
}

/** Brings what an image is based on into the image. */
export interface BlockPull {
  readonly bandwidth: Integer64;
  readonly flags: BlockPullFlags;
}

/** Pulls down to a base, or copies. */
export interface BlockRebase {
  readonly base?: string;
  readonly bandwidth: Integer64;
  readonly flags: BlockRebaseFlags;
}

/** Brings an image into what it is based on. */
export interface BlockCommit {
  readonly base?: string;
  readonly top?: string;
  readonly bandwidth: Integer64;
  readonly flags: BlockCommitFlags;
}

/** Copies a disk to another place. */
export interface BlockCopy {
  /** `<disk>` as XML. */
  readonly target: string;
  /** `bandwidth` in bytes a second, `granularity`, `buf-size`. */
  readonly parameters: TypedRecord;
  readonly flags: BlockCopyFlags;
}

/** A job's progress. */
export interface BlockJobInfo {
  readonly type: BlockJobType;
  /** MiB a second, or bytes where `bytes` was asked for. */
  readonly bandwidth: Integer64;
  readonly current: Integer64;
  readonly end: Integer64;
}
