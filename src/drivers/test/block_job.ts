/**
 * A job on a disk.
 *
 * @module
 */

import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import type { BlockJobType } from "../../model/domain_block_job.ts";

/** What goes on with a disk. */
export interface BlockJob {
  readonly type: BlockJobType;
  /** Target of the disk. */
  readonly disk: string;
  /** Source of the disk, where it has one. */
  readonly path: string | undefined;
  /** Milliseconds of the monotonic clock. */
  readonly start: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Bytes. */
  readonly size: number;
  /** Bytes a second; 0: as fast as it can. */
  bandwidth: number | bigint;
  /** Copied all there is, and waits to be ended. */
  ready: boolean;
  /** Ends it, whatever it does. */
  readonly end: AbortController;
  /** What the disk is once somebody pivots to a copy. */
  readonly copy: Disk | undefined;
}
