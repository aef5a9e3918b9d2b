/**
 * What each call about a domain's disks, snapshots, checkpoints and migration needs (the annotations of the
 * reference's protocol, release 9.0; newer calls as their older kin).
 *
 * @module
 */

import type { AccessNeed } from "./access_need.ts";
import { CHECKPOINT_CREATE_FLAGS, CHECKPOINT_XML_FLAGS } from "./domain_checkpoint.ts";
import { SNAPSHOT_CREATE_FLAGS, SNAPSHOT_XML_FLAGS } from "./domain_snapshot.ts";

/** One row a call. */
export const DOMAIN_JOB_PERMISSIONS = {
  virDomainBackupBegin: ["domain.checkpoint", "domain.block-write"],
  virDomainBackupGetXMLDesc: ["domain.read"],
  virDomainBlockCommit: ["domain.block-write"],
  virDomainBlockCopy: ["domain.block-write"],
  virDomainBlockJobAbort: ["domain.write"],
  virDomainBlockJobSetSpeed: ["domain.write"],
  virDomainBlockPeek: ["domain.block-read"],
  virDomainBlockPull: ["domain.block-write"],
  virDomainBlockRebase: ["domain.block-write"],
  virDomainBlockResize: ["domain.block-write"],
  virDomainBlockStats: ["domain.read"],
  virDomainBlockStatsFlags: ["domain.read"],
  virDomainCheckpointCreateXML: ["domain.checkpoint", {
    permission: "domain.fs-freeze",
    set: CHECKPOINT_CREATE_FLAGS.quiesce,
  }],
  virDomainCheckpointDelete: ["domain.checkpoint"],
  virDomainCheckpointGetParent: ["domain.read"],
  virDomainCheckpointGetXMLDesc: ["domain.read", {
    permission: "domain.read-secure",
    set: CHECKPOINT_XML_FLAGS.secure,
  }],
  virDomainCheckpointListAllChildren: ["domain.read"],
  virDomainCheckpointLookupByName: ["domain.read"],
  virDomainHasCurrentSnapshot: ["domain.read"],
  virDomainListAllCheckpoints: ["domain.read"],
  virDomainListAllSnapshots: ["domain.read"],
  virDomainMigrateBegin3: ["domain.migrate"],
  virDomainMigrateBegin3Params: ["domain.migrate"],
  virDomainMigrateConfirm3: ["domain.migrate"],
  virDomainMigrateConfirm3Params: ["domain.migrate"],
  virDomainMigrateFinish: ["domain.migrate"],
  virDomainMigrateFinish2: ["domain.migrate"],
  virDomainMigrateFinish3: ["domain.migrate"],
  virDomainMigrateFinish3Params: ["domain.migrate"],
  virDomainMigrateGetCompressionCache: ["domain.migrate"],
  virDomainMigrateGetMaxDowntime: ["domain.migrate"],
  virDomainMigrateGetMaxSpeed: ["domain.migrate"],
  virDomainMigratePerform: ["domain.migrate"],
  virDomainMigratePerform3: ["domain.migrate"],
  virDomainMigratePerform3Params: ["domain.migrate"],
  virDomainMigratePrepare: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepare2: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepare3: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepare3Params: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepareTunnel: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepareTunnel3: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigratePrepareTunnel3Params: ["domain.migrate", "domain.start", "domain.write"],
  virDomainMigrateSetCompressionCache: ["domain.migrate"],
  virDomainMigrateSetMaxDowntime: ["domain.migrate"],
  virDomainMigrateSetMaxSpeed: ["domain.migrate"],
  virDomainMigrateStartPostCopy: ["domain.migrate"],
  virDomainRevertToSnapshot: ["domain.snapshot"],
  virDomainSnapshotCreateXML: ["domain.snapshot", {
    permission: "domain.fs-freeze",
    set: SNAPSHOT_CREATE_FLAGS.quiesce,
  }],
  virDomainSnapshotCurrent: ["domain.read"],
  virDomainSnapshotDelete: ["domain.snapshot"],
  virDomainSnapshotGetParent: ["domain.read"],
  virDomainSnapshotGetXMLDesc: ["domain.read", { permission: "domain.read-secure", set: SNAPSHOT_XML_FLAGS.secure }],
  virDomainSnapshotHasMetadata: ["domain.read"],
  virDomainSnapshotIsCurrent: ["domain.read"],
  virDomainSnapshotListAllChildren: ["domain.read"],
  virDomainSnapshotListChildrenNames: ["domain.read"],
  virDomainSnapshotListNames: ["domain.read"],
  virDomainSnapshotLookupByName: ["domain.read"],
  virDomainSnapshotNum: ["domain.read"],
  virDomainSnapshotNumChildren: ["domain.read"],
} as const satisfies Readonly<Record<string, readonly AccessNeed[]>>;
