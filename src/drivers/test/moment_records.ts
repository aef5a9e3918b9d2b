/**
 * What is kept of a guest's snapshots and checkpoints: the name and the parent as they are now, and the document.
 *
 * @module
 */

import type { Checkpoint } from "../../conf/checkpoint/document.ts";
import type { Snapshot } from "../../conf/snapshot/document.ts";
import type { Moment } from "./moments.ts";

/** A snapshot. */
export interface SnapshotRecord extends Moment {
  readonly document: Snapshot;
}

/** A checkpoint. */
export interface CheckpointRecord extends Moment {
  readonly document: Checkpoint;
}
