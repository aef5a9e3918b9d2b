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
  /** Whether the bandwidth is in bytes. */
  readonly bytes?: boolean;
}

/** A disk's new size. */
export interface BlockResize {
  /** KiB, or bytes where the flag says so. */
  readonly size: Integer64;
  /** What the size means. */
  readonly flags: BlockResizeFlags;
}

/** Brings what an image is based on into the image. */
export interface BlockPull {
  /** MiB a second, or bytes where the flag says so; 0: as fast as it can. */
  readonly bandwidth: Integer64;
  /** How the job is done. */
  readonly flags: BlockPullFlags;
}

/** Pulls down to a base, or copies. */
export interface BlockRebase {
  /** What stays below; absent: nothing. With `copy`, where the copy goes. */
  readonly base?: string;
  /** MiB a second, or bytes where the flag says so; 0: as fast as it can. */
  readonly bandwidth: Integer64;
  /** How the job is done. */
  readonly flags: BlockRebaseFlags;
}

/** Brings an image into what it is based on. */
export interface BlockCommit {
  /** What the data go into; absent: the image at the bottom. */
  readonly base?: string;
  /** Where the data come from; absent: the image that is in use. */
  readonly top?: string;
  /** MiB a second, or bytes where the flag says so; 0: as fast as it can. */
  readonly bandwidth: Integer64;
  /** How the job is done. */
  readonly flags: BlockCommitFlags;
}

/** Copies a disk to another place. */
export interface BlockCopy {
  /** `<disk>` as XML. */
  readonly target: string;
  /** `bandwidth` in bytes a second, `granularity`, `buf-size`. */
  readonly parameters: TypedRecord;
  /** How the job is done. */
  readonly flags: BlockCopyFlags;
}

/** A job's progress. */
export interface BlockJobInfo {
  /** What it does. */
  readonly type: BlockJobType;
  /** MiB a second, or bytes where `bytes` was asked for. */
  readonly bandwidth: Integer64;
  /** How far it is: bytes, as a rule. */
  readonly current: Integer64;
  /** Where it ends, in the same measure. */
  readonly end: Integer64;
}
