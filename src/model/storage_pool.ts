/**
 * Storage pools: states and flags (`libvirt-storage.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** States of a pool. */
export const STORAGE_POOL_STATES = {
  inactive: 0,
  building: 1,
  running: 2,
  degraded: 3,
  inaccessible: 4,
} as const satisfies NumberTable;

/** States of a pool. */
export type StoragePoolState = keyof typeof STORAGE_POOL_STATES;

/** Flags of `virStoragePoolCreate` and `virStoragePoolCreateXML`. */
export const STORAGE_POOL_CREATE_FLAGS = {
  withBuild: 0x1,
  withBuildOverwrite: 0x2,
  withBuildNoOverwrite: 0x4,
} as const satisfies BitTable;

/** Flags of `virStoragePoolCreate` and `virStoragePoolCreateXML`. */
export type StoragePoolCreateFlags = FlagsOf<typeof STORAGE_POOL_CREATE_FLAGS>;

/** Flags of `virStoragePoolDefineXML`. */
export const STORAGE_POOL_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virStoragePoolDefineXML`. */
export type StoragePoolDefineFlags = FlagsOf<typeof STORAGE_POOL_DEFINE_FLAGS>;

/** Flags of `virStoragePoolBuild`. */
export const STORAGE_POOL_BUILD_FLAGS = {
  repair: 0x1,
  resize: 0x2,
  noOverwrite: 0x4,
  overwrite: 0x8,
} as const satisfies BitTable;

/** Flags of `virStoragePoolBuild`. */
export type StoragePoolBuildFlags = FlagsOf<typeof STORAGE_POOL_BUILD_FLAGS>;

/** Flags of `virStoragePoolDelete`. */
export const STORAGE_POOL_DELETE_FLAGS = {
  zeroed: 0x1,
} as const satisfies BitTable;

/** Flags of `virStoragePoolDelete`. */
export type StoragePoolDeleteFlags = FlagsOf<typeof STORAGE_POOL_DELETE_FLAGS>;

/** Flags of `virStoragePoolGetXMLDesc`. */
export const STORAGE_XML_FLAGS = {
  inactive: 0x1,
} as const satisfies BitTable;

/** Flags of `virStoragePoolGetXMLDesc`. */
export type StorageXmlFlags = FlagsOf<typeof STORAGE_XML_FLAGS>;
