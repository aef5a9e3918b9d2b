/**
 * Storage pools and the volumes in them.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  ListStoragePoolsFlags,
  StoragePoolBuildFlags,
  StoragePoolCreateFlags,
  StoragePoolDefineFlags,
  StoragePoolDeleteFlags,
  StoragePoolRef,
  StoragePoolState,
  StorageVolumeCreateFlags,
  StorageVolumeDeleteFlags,
  StorageVolumeDownloadFlags,
  StorageVolumeInfoFlags,
  StorageVolumeRef,
  StorageVolumeResizeFlags,
  StorageVolumeType,
  StorageVolumeWipeAlgorithm,
  StorageXmlFlags,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";
import type { DriverStream } from "./stream.ts";

/** Storage pools. */
export interface StoragePoolsPart {
  list(filter: ListStoragePoolsFlags, options: CallOptions): Promise<readonly StoragePoolRef[]>;
  lookupByName(name: string, options: CallOptions): Promise<StoragePoolRef>;
  lookupByUuid(uuid: string, options: CallOptions): Promise<StoragePoolRef>;
  lookupByVolume(volume: StorageVolumeRef, options: CallOptions): Promise<StoragePoolRef>;
  lookupByTargetPath?(path: string, options: CallOptions): Promise<StoragePoolRef>;
  getXml(pool: StoragePoolRef, flags: StorageXmlFlags, options: CallOptions): Promise<string>;
  getInfo(pool: StoragePoolRef, options: CallOptions): Promise<StoragePoolInfo>;
  isActive(pool: StoragePoolRef, options: CallOptions): Promise<boolean>;
  isPersistent(pool: StoragePoolRef, options: CallOptions): Promise<boolean>;
  define?(xml: string, flags: StoragePoolDefineFlags, options: CallOptions): Promise<StoragePoolRef>;
  undefine?(pool: StoragePoolRef, options: CallOptions): Promise<void>;
  /** Starts a pool that is not defined. */
  createXml?(xml: string, flags: StoragePoolCreateFlags, options: CallOptions): Promise<StoragePoolRef>;
  create?(pool: StoragePoolRef, flags: StoragePoolCreateFlags, options: CallOptions): Promise<void>;
  build?(pool: StoragePoolRef, flags: StoragePoolBuildFlags, options: CallOptions): Promise<void>;
  destroy?(pool: StoragePoolRef, options: CallOptions): Promise<void>;
  delete?(pool: StoragePoolRef, flags: StoragePoolDeleteFlags, options: CallOptions): Promise<void>;
  refresh?(pool: StoragePoolRef, options: CallOptions): Promise<void>;
  getAutostart?(pool: StoragePoolRef, options: CallOptions): Promise<boolean>;
  setAutostart?(pool: StoragePoolRef, autostart: boolean, options: CallOptions): Promise<void>;
  /** `<sources>` of a pool type that could be made into pools. */
  findSources?(type: string, specification: string | undefined, options: CallOptions): Promise<string>;
  /** `<storagepoolCapabilities>`. */
  getCapabilities?(options: CallOptions): Promise<string>;
}

/** Storage volumes. */
export interface StorageVolumesPart {
  list(pool: StoragePoolRef, options: CallOptions): Promise<readonly StorageVolumeRef[]>;
  lookupByName(pool: StoragePoolRef, name: string, options: CallOptions): Promise<StorageVolumeRef>;
  lookupByKey(key: string, options: CallOptions): Promise<StorageVolumeRef>;
  lookupByPath(path: string, options: CallOptions): Promise<StorageVolumeRef>;
  getXml(volume: StorageVolumeRef, options: CallOptions): Promise<string>;
  getInfo(volume: StorageVolumeRef, flags: StorageVolumeInfoFlags, options: CallOptions): Promise<StorageVolumeInfo>;
  getPath(volume: StorageVolumeRef, options: CallOptions): Promise<string>;
  createXml?(
    pool: StoragePoolRef,
    xml: string,
    flags: StorageVolumeCreateFlags,
    options: CallOptions,
  ): Promise<StorageVolumeRef>;
  createXmlFrom?(
    pool: StoragePoolRef,
    source: { readonly xml: string; readonly volume: StorageVolumeRef },
    flags: StorageVolumeCreateFlags,
    options: CallOptions,
  ): Promise<StorageVolumeRef>;
  delete?(volume: StorageVolumeRef, flags: StorageVolumeDeleteFlags, options: CallOptions): Promise<void>;
  wipe?(volume: StorageVolumeRef, algorithm: StorageVolumeWipeAlgorithm, options: CallOptions): Promise<void>;
  /** Bytes. */
  resize?(
    volume: StorageVolumeRef,
    capacity: Integer64,
    flags: StorageVolumeResizeFlags,
    options: CallOptions,
  ): Promise<void>;
  upload?(volume: StorageVolumeRef, range: VolumeRange, options: CallOptions): Promise<DriverStream>;
  download?(volume: StorageVolumeRef, range: VolumeRange, options: CallOptions): Promise<DriverStream>;
}

/** `virStoragePoolGetInfo`; bytes. */
export interface StoragePoolInfo {
  /** Whether it runs, and how well. */
  readonly state: StoragePoolState;
  /** The size of all of it. */
  readonly capacity: Integer64;
  /** What is taken. */
  readonly allocation: Integer64;
  /** What is left. */
  readonly available: Integer64;
}

/** `virStorageVolGetInfo`; bytes. */
export interface StorageVolumeInfo {
  /** File, block device, … */
  readonly type: StorageVolumeType;
  /** What a guest sees. */
  readonly capacity: Integer64;
  /** What is taken on the host. */
  readonly allocation: Integer64;
}

/** Part of a volume. */
export interface VolumeRange {
  /** Bytes. */
  readonly offset: Integer64;
  /** Bytes; 0: to the end. */
  readonly length: Integer64;
  /** How holes are told. */
  readonly flags: StorageVolumeDownloadFlags;
}
