/**
 * Flags of checkpoints and backups (`libvirt-domain-checkpoint.h`, `libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virDomainCheckpointCreateXML`. */
export const CHECKPOINT_CREATE_FLAGS = {
  redefine: 0x1,
  quiesce: 0x2,
  redefineValidate: 0x4,
} as const satisfies BitTable;

/** Flags of `virDomainCheckpointCreateXML`. */
export type CheckpointCreateFlags = FlagsOf<typeof CHECKPOINT_CREATE_FLAGS>;

/** Flags of `virDomainCheckpointGetXMLDesc`. */
export const CHECKPOINT_XML_FLAGS = {
  secure: 0x1,
  noDomain: 0x2,
  size: 0x4,
} as const satisfies BitTable;

/** Flags of `virDomainCheckpointGetXMLDesc`. */
export type CheckpointXmlFlags = FlagsOf<typeof CHECKPOINT_XML_FLAGS>;

const FILTERS = {
  topological: 0x2,
  leaves: 0x4,
  noLeaves: 0x8,
} as const satisfies BitTable;

/** Filters of `virDomainListAllCheckpoints`. */
export const CHECKPOINT_LIST_FLAGS = {
  roots: 0x1,
  ...FILTERS,
} as const satisfies BitTable;

/** Filters of `virDomainListAllCheckpoints`. */
export type CheckpointListFlags = FlagsOf<typeof CHECKPOINT_LIST_FLAGS>;

/** Filters of `virDomainCheckpointListAllChildren`: bit 0 means another thing there. */
export const CHECKPOINT_CHILDREN_FLAGS = {
  descendants: 0x1,
  ...FILTERS,
} as const satisfies BitTable;

/** Filters of `virDomainCheckpointListAllChildren`: bit 0 means another thing there. */
export type CheckpointChildrenFlags = FlagsOf<typeof CHECKPOINT_CHILDREN_FLAGS>;

/** Flags of `virDomainCheckpointDelete`. */
export const CHECKPOINT_DELETE_FLAGS = {
  children: 0x1,
  metadataOnly: 0x2,
  childrenOnly: 0x4,
} as const satisfies BitTable;

/** Flags of `virDomainCheckpointDelete`. */
export type CheckpointDeleteFlags = FlagsOf<typeof CHECKPOINT_DELETE_FLAGS>;

/** Flags of `virDomainBackupBegin`. */
export const BACKUP_BEGIN_FLAGS = {
  reuseExternal: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainBackupBegin`. */
export type BackupBeginFlags = FlagsOf<typeof BACKUP_BEGIN_FLAGS>;
