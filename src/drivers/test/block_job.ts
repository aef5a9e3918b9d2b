/**
 * A job on a disk.
 *
 * @module
 */

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
  /** MiB a second; 0: as fast as it can. */
  bandwidth: number | bigint;
  /** Copied all there is, and waits to be ended. */
  ready: boolean;
  /** Ends it, whatever it does. */
  readonly end: AbortController;
}
