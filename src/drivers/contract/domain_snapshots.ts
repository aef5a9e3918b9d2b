/**
 * Snapshots, checkpoints and backups of guests.
 *
 * @module
 */

import type {
  BackupBeginFlags,
  CheckpointChildrenFlags,
  CheckpointCreateFlags,
  CheckpointDeleteFlags,
  CheckpointListFlags,
  CheckpointXmlFlags,
  DomainCheckpointRef,
  DomainRef,
  DomainSnapshotRef,
  SnapshotChildrenFlags,
  SnapshotCreateFlags,
  SnapshotDeleteFlags,
  SnapshotListFlags,
  SnapshotRevertFlags,
  SnapshotXmlFlags,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Snapshots. */
export interface SnapshotsPart {
  create(domain: DomainRef, xml: string, flags: SnapshotCreateFlags, options: CallOptions): Promise<DomainSnapshotRef>;
  getXml(snapshot: DomainSnapshotRef, flags: SnapshotXmlFlags, options: CallOptions): Promise<string>;
  list(domain: DomainRef, filter: SnapshotListFlags, options: CallOptions): Promise<readonly DomainSnapshotRef[]>;
  listChildren(
    snapshot: DomainSnapshotRef,
    filter: SnapshotChildrenFlags,
    options: CallOptions,
  ): Promise<readonly DomainSnapshotRef[]>;
  lookupByName(domain: DomainRef, name: string, options: CallOptions): Promise<DomainSnapshotRef>;
  hasCurrent(domain: DomainRef, options: CallOptions): Promise<boolean>;
  /** Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT` where there is none. */
  getCurrent(domain: DomainRef, options: CallOptions): Promise<DomainSnapshotRef>;
  getParent(snapshot: DomainSnapshotRef, options: CallOptions): Promise<DomainSnapshotRef>;
  isCurrent(snapshot: DomainSnapshotRef, options: CallOptions): Promise<boolean>;
  hasMetadata(snapshot: DomainSnapshotRef, options: CallOptions): Promise<boolean>;
  revert?(snapshot: DomainSnapshotRef, flags: SnapshotRevertFlags, options: CallOptions): Promise<void>;
  delete?(snapshot: DomainSnapshotRef, flags: SnapshotDeleteFlags, options: CallOptions): Promise<void>;
}

/** Checkpoints, and the backups that start from them. */
export interface CheckpointsPart {
  create?(
    domain: DomainRef,
    xml: string,
    flags: CheckpointCreateFlags,
    options: CallOptions,
  ): Promise<DomainCheckpointRef>;
  getXml(checkpoint: DomainCheckpointRef, flags: CheckpointXmlFlags, options: CallOptions): Promise<string>;
  list(domain: DomainRef, filter: CheckpointListFlags, options: CallOptions): Promise<readonly DomainCheckpointRef[]>;
  listChildren(
    checkpoint: DomainCheckpointRef,
    filter: CheckpointChildrenFlags,
    options: CallOptions,
  ): Promise<readonly DomainCheckpointRef[]>;
  lookupByName(domain: DomainRef, name: string, options: CallOptions): Promise<DomainCheckpointRef>;
  getParent(checkpoint: DomainCheckpointRef, options: CallOptions): Promise<DomainCheckpointRef>;
  delete?(checkpoint: DomainCheckpointRef, flags: CheckpointDeleteFlags, options: CallOptions): Promise<void>;
  beginBackup?(domain: DomainRef, request: BackupRequest, options: CallOptions): Promise<void>;
  getBackupXml?(domain: DomainRef, options: CallOptions): Promise<string>;
}

/** A backup to begin. */
export interface BackupRequest {
  /** `<domainbackup>`. */
  readonly xml: string;
  /** `<domaincheckpoint>` to make at the same moment. */
  readonly checkpoint?: string;
  /** How the backup begins. */
  readonly flags: BackupBeginFlags;
}
