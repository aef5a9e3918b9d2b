/**
 * Flags of snapshots (`libvirt-domain-snapshot.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virDomainSnapshotCreateXML`. */
export const SNAPSHOT_CREATE_FLAGS = {
  redefine: 0x1,
  current: 0x2,
  noMetadata: 0x4,
  halt: 0x8,
  diskOnly: 0x10,
  reuseExt: 0x20,
  quiesce: 0x40,
  atomic: 0x80,
  live: 0x100,
  validate: 0x200,
} as const satisfies BitTable;

/** Flags of `virDomainSnapshotCreateXML`. */
export type SnapshotCreateFlags = FlagsOf<typeof SNAPSHOT_CREATE_FLAGS>;

/** Flags of `virDomainSnapshotGetXMLDesc`. */
export const SNAPSHOT_XML_FLAGS = {
  secure: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainSnapshotGetXMLDesc`. */
export type SnapshotXmlFlags = FlagsOf<typeof SNAPSHOT_XML_FLAGS>;

const FILTERS = {
  leaves: 0x4,
  noLeaves: 0x8,
  metadata: 0x2,
  noMetadata: 0x10,
  inactive: 0x20,
  active: 0x40,
  diskOnly: 0x80,
  internal: 0x100,
  external: 0x200,
  topological: 0x400,
} as const satisfies BitTable;

/** Filters of `virDomainListAllSnapshots`. */
export const SNAPSHOT_LIST_FLAGS = {
  roots: 0x1,
  ...FILTERS,
} as const satisfies BitTable;

/** Filters of `virDomainListAllSnapshots`. */
export type SnapshotListFlags = FlagsOf<typeof SNAPSHOT_LIST_FLAGS>;

/** Filters of `virDomainSnapshotListAllChildren`: bit 0 means another thing there. */
export const SNAPSHOT_CHILDREN_FLAGS = {
  descendants: 0x1,
  ...FILTERS,
} as const satisfies BitTable;

/** Filters of `virDomainSnapshotListAllChildren`: bit 0 means another thing there. */
export type SnapshotChildrenFlags = FlagsOf<typeof SNAPSHOT_CHILDREN_FLAGS>;

/** Flags of `virDomainRevertToSnapshot`. */
export const SNAPSHOT_REVERT_FLAGS = {
  running: 0x1,
  paused: 0x2,
  force: 0x4,
  resetNvram: 0x8,
} as const satisfies BitTable;

/** Flags of `virDomainRevertToSnapshot`. */
export type SnapshotRevertFlags = FlagsOf<typeof SNAPSHOT_REVERT_FLAGS>;

/** Flags of `virDomainSnapshotDelete`. */
export const SNAPSHOT_DELETE_FLAGS = {
  children: 0x1,
  metadataOnly: 0x2,
  childrenOnly: 0x4,
} as const satisfies BitTable;

/** Flags of `virDomainSnapshotDelete`. */
export type SnapshotDeleteFlags = FlagsOf<typeof SNAPSHOT_DELETE_FLAGS>;
