/**
 * Storage volumes: kinds and flags (`libvirt-storage.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Kinds of volume. */
export const STORAGE_VOLUME_TYPES = {
  file: 0,
  block: 1,
  dir: 2,
  network: 3,
  netdir: 4,
  ploop: 5,
} as const satisfies NumberTable;

/** Kinds of volume. */
export type StorageVolumeType = keyof typeof STORAGE_VOLUME_TYPES;

/** Flags of `virStorageVolCreateXML` and `virStorageVolCreateXMLFrom`. */
export const STORAGE_VOLUME_CREATE_FLAGS = {
  preallocMetadata: 0x1,
  reflink: 0x2,
  validate: 0x4,
} as const satisfies BitTable;

/** Flags of `virStorageVolCreateXML` and `virStorageVolCreateXMLFrom`. */
export type StorageVolumeCreateFlags = FlagsOf<typeof STORAGE_VOLUME_CREATE_FLAGS>;

/** Flags of `virStorageVolDelete`. */
export const STORAGE_VOLUME_DELETE_FLAGS = {
  zeroed: 0x1,
  withSnapshots: 0x2,
} as const satisfies BitTable;

/** Flags of `virStorageVolDelete`. */
export type StorageVolumeDeleteFlags = FlagsOf<typeof STORAGE_VOLUME_DELETE_FLAGS>;

/** Ways of wiping a volume. */
export const STORAGE_VOLUME_WIPE_ALGORITHMS = {
  zero: 0,
  nnsa: 1,
  dod: 2,
  bsi: 3,
  gutmann: 4,
  schneier: 5,
  pfitzner7: 6,
  pfitzner33: 7,
  random: 8,
  trim: 9,
} as const satisfies NumberTable;

/** Ways of wiping a volume. */
export type StorageVolumeWipeAlgorithm = keyof typeof STORAGE_VOLUME_WIPE_ALGORITHMS;

/** Flags of `virStorageVolGetInfoFlags`. */
export const STORAGE_VOLUME_INFO_FLAGS = {
  getPhysical: 0x1,
} as const satisfies BitTable;

/** Flags of `virStorageVolGetInfoFlags`. */
export type StorageVolumeInfoFlags = FlagsOf<typeof STORAGE_VOLUME_INFO_FLAGS>;

/** Flags of `virStorageVolResize`. */
export const STORAGE_VOLUME_RESIZE_FLAGS = {
  allocate: 0x1,
  delta: 0x2,
  shrink: 0x4,
} as const satisfies BitTable;

/** Flags of `virStorageVolResize`. */
export type StorageVolumeResizeFlags = FlagsOf<typeof STORAGE_VOLUME_RESIZE_FLAGS>;

/** Flags of `virStorageVolDownload`. */
export const STORAGE_VOLUME_DOWNLOAD_FLAGS = {
  sparseStream: 0x1,
} as const satisfies BitTable;

/** Flags of `virStorageVolDownload`. */
export type StorageVolumeDownloadFlags = FlagsOf<typeof STORAGE_VOLUME_DOWNLOAD_FLAGS>;

/** Flags of `virStorageVolUpload`. */
export const STORAGE_VOLUME_UPLOAD_FLAGS = {
  sparseStream: 0x1,
} as const satisfies BitTable;

/** Flags of `virStorageVolUpload`. */
export type StorageVolumeUploadFlags = FlagsOf<typeof STORAGE_VOLUME_UPLOAD_FLAGS>;
