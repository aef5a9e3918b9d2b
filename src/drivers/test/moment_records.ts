/**
 * What is kept of a guest's snapshots and checkpoints.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { DomainState } from "../../model/domain_state.ts";
import type { Moment } from "./moments.ts";

/** Where the memory or a disk of a snapshot is. */
export type SnapshotLocation = "no" | "internal" | "external";

/** A snapshot. */
export interface Snapshot extends Moment {
  readonly description?: string;
  /** What the guest was doing. */
  readonly state: DomainState | "disk-snapshot";
  /** Seconds since 1970. */
  readonly creationTime: Integer64;
  readonly memory: SnapshotLocation;
  /** Path of the memory, where it is external. */
  readonly memoryFile?: string;
  readonly disks: readonly SnapshotDisk[];
  /** The guest at that moment. */
  readonly definition?: Domain;
}

/** A disk in a snapshot. */
export interface SnapshotDisk {
  /** Its target. */
  readonly name: string;
  readonly snapshot: SnapshotLocation;
  /** The new image of an external one. */
  readonly file?: string;
  /** Format of that image. */
  readonly driver?: string;
}

/** A checkpoint. */
export interface Checkpoint extends Moment {
  readonly description?: string;
  /** Seconds since 1970. */
  readonly creationTime: Integer64;
  readonly disks: readonly CheckpointDisk[];
  /** The guest at that moment. */
  readonly definition?: Domain;
}

/** A disk in a checkpoint. */
export interface CheckpointDisk {
  /** Its target. */
  readonly name: string;
  /** Whether what is written to it is noted from then on. */
  readonly bitmap?: string;
}
