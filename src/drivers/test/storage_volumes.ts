/**
 * Storage volumes, with what is in them.
 *
 * @module
 */

import { toInteger64 } from "../../base/integer64.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import { type StorageVolume, storageVolumeIn } from "../../conf/storage_volume/document.ts";
import type { PoolTypeName } from "../../conf/storage_pool/pool_types.ts";
import type { StorageVolumeRef } from "../../model/object_refs.ts";
import {
  STORAGE_VOLUME_CREATE_FLAGS,
  STORAGE_VOLUME_DELETE_FLAGS,
  type StorageVolumeCreateFlags,
  type StorageVolumeType,
} from "../../model/storage_volume.ts";
import type { StorageVolumesPart } from "../contract.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";
import {
  addVolume,
  newPath,
  type PoolList,
  type PoolRecord,
  poolRef,
  poolSizes,
  type VolumeRecord,
} from "./pool_list.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { resized } from "./resize_volume.ts";
import { downloadStream, uploadStream } from "./volume_streams.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const STORAGE_VOLUMES_CALLS: Partial<CallNames<StorageVolumesPart>> = {
  list: "virStoragePoolListAllVolumes",
  lookupByName: "virStorageVolLookupByName",
  lookupByKey: "virStorageVolLookupByKey",
  lookupByPath: "virStorageVolLookupByPath",
  getXml: "virStorageVolGetXMLDesc",
  getInfo: "virStorageVolGetInfo",
  getPath: "virStorageVolGetPath",
  createXml: "virStorageVolCreateXML",
  createXmlFrom: "virStorageVolCreateXMLFrom",
  delete: "virStorageVolDelete",
  wipe: "virStorageVolWipe",
  resize: "virStorageVolResize",
  upload: "virStorageVolUpload",
  download: "virStorageVolDownload",
};

/** The kind of a pool's volumes. */
const KINDS: Readonly<Record<PoolTypeName, StorageVolumeType>> = {
  dir: "file",
  fs: "file",
  netfs: "file",
  vstorage: "file",
  sheepdog: "network",
  "iscsi-direct": "network",
  gluster: "network",
  rbd: "network",
  logical: "block",
  disk: "block",
  mpath: "block",
  iscsi: "block",
  scsi: "block",
  zfs: "block",
};

/** The part. */
export function createStorageVolumes(hypervisor: Hypervisor, list: PoolList): StorageVolumesPart {
  const find = (ref: StorageVolumeRef): Found => {
    const pool = list.active(ref.pool);
    return { pool, volume: require(pool, ref.name) };
  };
  const search = (fits: (volume: VolumeRecord) => boolean, what: string): StorageVolumeRef => {
    for (const pool of list.values()) {
      const volume = pool.active ? [...pool.volumes.values()].find(fits) : undefined;
      if (volume !== undefined) return volumeRef(pool, volume);
    }
    throw failure("VIR_ERR_NO_STORAGE_VOL", `no storage vol with matching ${what}`);
  };
  return {
    list: (ref) =>
      Promise.try(() => {
        const pool = list.byUuid(ref.uuid);
        if (!pool.active) throw failure("VIR_ERR_OPERATION_INVALID", "storage pool is not active");
        return [...pool.volumes.values()].map((volume) => volumeRef(pool, volume));
      }),
    lookupByName: (ref, name) =>
      Promise.try(() => {
        const pool = list.active(ref.name);
        return volumeRef(pool, require(pool, name));
      }),
    lookupByKey: (key) => Promise.try(() => search((volume) => volume.key === key, `key '${key}'`)),
    lookupByPath: (path) => Promise.try(() => search((volume) => volume.path === path, `path '${path}'`)),
    getXml: (ref) =>
      Promise.try(() => {
        const { pool, volume } = find(ref);
        return formatShape(storageVolumeIn(pool.definition.type), volume.definition);
      }),
    getInfo: (ref, { getPhysical = false }) =>
      Promise.try(() => {
        const { pool, volume: { definition: { capacity, allocation, target } } } = find(ref);
        // A raw image is as large as what is in it, holes included.
        const whole = getPhysical && (target?.format ?? "raw") === "raw";
        return { type: KINDS[pool.definition.type], capacity, allocation: whole ? capacity : allocation };
      }),
    getPath: (ref) => Promise.try(() => find(ref).volume.path),
    createXml: (ref, xml, flags) =>
      Promise.try(() => {
        refuseCreateFlags(flags, "testStorageVolCreateXML");
        const pool = list.active(ref.name);
        return volumeRef(pool, create(list, pool, parseVolume(pool, xml, flags)));
      }),
    createXmlFrom: (ref, source, flags) =>
      Promise.try(() => {
        refuseCreateFlags(flags, "testStorageVolCreateXMLFrom");
        const pool = list.active(ref.name);
        const definition = parseVolume(pool, source.xml, flags);
        refuseTwin(pool, definition);
        const original = require(pool, source.volume.name);
        const volume = create(list, pool, definition);
        volume.bytes.copy(original.bytes, BigInt(original.definition.capacity));
        return volumeRef(pool, volume);
      }),
    delete: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_VOLUME_DELETE_FLAGS, allowed: [], function: "testStorageVolDelete" });
        const { pool, volume } = find(ref);
        pool.allocation -= BigInt(volume.definition.allocation);
        volume.bytes.clear();
        pool.volumes.delete(volume.name);
      }),
    wipe: (ref, algorithm) =>
      Promise.try(() => {
        const { pool, volume } = find(ref);
        if (algorithm === "trim" && pool.definition.type !== "rbd") {
          throw failure("VIR_ERR_ARGUMENT_UNSUPPORTED", "'trim' algorithm not supported", {
            domain: "VIR_FROM_STORAGE",
          });
        }
        volume.bytes.clear();
        const { capacity, allocation } = volume.definition;
        // What has holes becomes one hole.
        if (BigInt(allocation) < BigInt(capacity)) setAllocation(pool, volume, 0n);
      }),
    resize: (ref, capacity, flags) =>
      Promise.try(() => {
        const { pool, volume } = find(ref);
        const { available } = poolSizes(pool);
        const next = resized(volume.definition, { capacity: BigInt(capacity), flags, available });
        setAllocation(pool, volume, BigInt(next.allocation));
        volume.definition = next;
        const end = BigInt(next.capacity);
        volume.bytes.punch(end, 2n ** 64n - end);
      }),
    upload: (ref, { offset, length }) =>
      Promise.try(() => {
        const { pool, volume } = find(ref);
        const done = (end: bigint): void => {
          grow(pool, volume, end);
          hypervisor.emit({ kind: "storagePool", event: "refresh", pool: poolRef(pool) });
        };
        return uploadStream(volume.bytes, { offset: BigInt(offset), length: BigInt(length), done });
      }),
    download: (ref, { offset, length, flags }) =>
      Promise.try(() => {
        const { definition, bytes } = find(ref).volume;
        const left = BigInt(definition.capacity) - BigInt(offset);
        const wanted = BigInt(length) === 0n || BigInt(length) > left ? left : BigInt(length);
        const options = { offset: BigInt(offset), length: wanted > 0n ? wanted : 0n };
        return downloadStream(bytes, { ...options, sparse: flags.sparseStream ?? false });
      }),
  };
}

interface Found {
  readonly pool: PoolRecord;
  readonly volume: VolumeRecord;
}

function volumeRef(pool: PoolRecord, { name, key }: VolumeRecord): StorageVolumeRef {
  return { pool: pool.name, name, key };
}

function require(pool: PoolRecord, name: string): VolumeRecord {
  const volume = pool.volumes.get(name);
  if (volume !== undefined) return volume;
  throw failure("VIR_ERR_NO_STORAGE_VOL", `no storage vol with matching name '${name}'`, {
    hint: "List the volumes of the pool",
  });
}

function refuseCreateFlags(flags: StorageVolumeCreateFlags, name: string): void {
  refuseFlags(flags, { table: STORAGE_VOLUME_CREATE_FLAGS, allowed: ["validate"], function: name });
}

function parseVolume({ definition }: PoolRecord, xml: string, { validate }: StorageVolumeCreateFlags): StorageVolume {
  const unknown = validate ? "error" : "ignore";
  const shape = storageVolumeIn(definition.type);
  return parsing("the volume", () => parseShape(shape, xml, { unknown, live: false }));
}

function refuseTwin(pool: PoolRecord, { name }: StorageVolume): void {
  if (pool.volumes.has(name)) throw failure("VIR_ERR_OPERATION_FAILED", "storage vol already exists");
}

/** Puts a volume into a pool that has room for it. */
function create(list: PoolList, pool: PoolRecord, given: StorageVolume): VolumeRecord {
  refuseTwin(pool, given);
  const { capacity } = poolSizes(pool);
  if (pool.allocation + BigInt(given.allocation) > capacity) {
    throw failure("VIR_ERR_INTERNAL_ERROR", `Not enough free space in pool for volume '${given.name}'`);
  }
  const { key: _, ...definition } = given;
  return addVolume(list, pool, { ...definition, target: { ...given.target, path: newPath(pool, given.name) } });
}

/** A volume has at least what was written into it. */
function grow(pool: PoolRecord, volume: VolumeRecord, end: bigint): void {
  const { capacity, allocation } = volume.definition;
  const needed = BigInt(volume.bytes.stored);
  const taken = needed > BigInt(allocation) ? needed : BigInt(allocation);
  setAllocation(pool, volume, taken);
  if (end > BigInt(capacity)) volume.definition = { ...volume.definition, capacity: toInteger64(end) };
}

/** A volume takes so much of its pool. */
function setAllocation(pool: PoolRecord, volume: VolumeRecord, allocation: bigint): void {
  pool.allocation += allocation - BigInt(volume.definition.allocation);
  volume.definition = { ...volume.definition, allocation: toInteger64(allocation) };
}
