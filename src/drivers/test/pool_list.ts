/**
 * The storage pools of a hypervisor, and how a definition comes to one.
 *
 * @module
 */

import { parseShape } from "../../conf/shape/mod.ts";
import { type StoragePool, storagePool } from "../../conf/storage_pool/document.ts";
import { type StorageVolume, storageVolumeIn } from "../../conf/storage_volume/document.ts";
import type { StoragePoolRef } from "../../model/object_refs.ts";
import { failure } from "./errors.ts";
import { sharesSource } from "./find_duplicate_pool.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { type Named, ObjectStore } from "./object_store.ts";
import { parsing } from "./parsing.ts";
import { createVolumeMemory, type VolumeBytes, type VolumeMemory } from "./volume_bytes.ts";

/** The size of every pool: what libvirt's test hypervisor gives them. */
const CAPACITY = 100n * 1024n ** 3n;

/** One volume. */
export interface VolumeRecord {
  readonly name: string;
  readonly key: string;
  readonly path: string;
  definition: StorageVolume;
  readonly bytes: VolumeBytes;
}

/** One pool. */
export interface PoolRecord extends Named {
  definition: StoragePool;
  /** What is stored, where another runs. */
  stored: StoragePool | undefined;
  /** Bytes that its volumes take; all that it has is the same for every pool. */
  allocation: bigint;
  active: boolean;
  persistent: boolean;
  autostart: boolean;
  /** By name. */
  readonly volumes: Map<string, VolumeRecord>;
}

/** Pools. */
export class PoolList {
  /** Where what is in the volumes is kept. */
  readonly memory: VolumeMemory = createVolumeMemory();
  readonly #store = new ObjectStore<PoolRecord>();

  /** All of them. */
  values(): MapIterator<PoolRecord> {
    return this.#store.values();
  }

  /**
   * The pool of this UUID.
   *
   * @throws VirtError where there is none
   */
  byUuid(uuid: string): PoolRecord {
    const record = this.#store.byUuid(uuid);
    if (record !== undefined) return record;
    throw failure("VIR_ERR_NO_STORAGE_POOL", `no storage pool with matching uuid '${uuid}'`, HINT);
  }

  /**
   * The pool of this name.
   *
   * @throws VirtError where there is none
   */
  byName(name: string): PoolRecord {
    const record = this.#store.byName(name);
    if (record !== undefined) return record;
    throw failure("VIR_ERR_NO_STORAGE_POOL", `no storage pool with matching name '${name}'`, HINT);
  }

  /**
   * The pool of this name, which has to run.
   *
   * @throws VirtError where it does not
   */
  active(name: string): PoolRecord {
    const record = this.byName(name);
    if (record.active) return record;
    throw failure("VIR_ERR_OPERATION_INVALID", `storage pool '${name}' is not active`, { hint: "Start the pool" });
  }

  /**
   * The pool of this name, which must not run.
   *
   * @throws VirtError where it does
   */
  inactive(name: string): PoolRecord {
    const record = this.byName(name);
    if (!record.active) return record;
    throw failure("VIR_ERR_OPERATION_INVALID", `storage pool '${name}' is active`, { hint: "Stop the pool" });
  }

  /**
   * Gives a definition to the pool it is of, which may be a new one, and forgets what was taken of it.
   *
   * @throws VirtError where its name, its UUID or its source is another's, or it runs already and was not to
   */
  assign(definition: StoragePool, { live = false }: { readonly live?: boolean } = {}): PoolRecord {
    const { name, uuid = "" } = definition;
    const twin = [...this.values()].find((other) => other.name !== name && sharesSource(other.definition, definition));
    if (twin !== undefined) throw taken(`Storage source conflict with pool: '${twin.name}'`);
    const record = this.#store.byUuid(uuid) ?? this.#add(definition);
    if (record.name !== name) throw taken(`pool '${record.name}' is already defined with uuid ${uuid}`);
    if (live && record.active) {
      throw failure("VIR_ERR_OPERATION_INVALID", `pool is already active as '${name}'`, { domain: "VIR_FROM_STORAGE" });
    }
    if (record.active) record.stored = definition;
    else record.definition = definition;
    record.allocation = 0n;
    record.persistent = !live;
    return record;
  }

  /** Takes a pool out, with all that is in its volumes. */
  remove(record: PoolRecord): void {
    for (const { bytes } of record.volumes.values()) bytes.clear();
    this.#store.delete(record);
  }

  #add(definition: StoragePool): PoolRecord {
    const { name, uuid = "" } = definition;
    const other = this.#store.byName(name);
    if (other !== undefined) throw taken(`pool '${name}' already exists with uuid ${other.uuid}`);
    const record: PoolRecord = {
      name,
      uuid,
      definition,
      stored: undefined,
      allocation: 0n,
      active: false,
      persistent: false,
      autostart: false,
      volumes: new Map(),
    };
    this.#store.set(record);
    return record;
  }
}

/** How a pool is named. */
export function poolRef({ name, uuid }: Named): StoragePoolRef {
  return { name, uuid };
}

/** What a pool has, has given and has left, in bytes. */
export function poolSizes({ allocation }: PoolRecord): Record<"capacity" | "allocation" | "available", bigint> {
  const available = BigInt.asUintN(64, CAPACITY - allocation);
  return { capacity: CAPACITY, allocation: BigInt.asUintN(64, allocation), available };
}

/** The definition that a text is. */
export function parsePool({ ids }: Hypervisor, xml: string, { validate = false } = {}): StoragePool {
  const unknown = validate ? "error" : "ignore";
  const definition = parsing("the pool", () => parseShape(storagePool, xml, { unknown, live: false }));
  return { ...definition, uuid: definition.uuid ?? ids.uuid() };
}

/** The pools that a hypervisor begins with, with their volumes: they run, and stay. */
export function openPools(hypervisor: Hypervisor): PoolList {
  const list = new PoolList();
  for (const { xml, volumes } of hypervisor.node.pools) {
    const record = list.assign(parsePool(hypervisor, xml));
    record.active = true;
    for (const volume of volumes) {
      const shape = storageVolumeIn(record.definition.type);
      addVolume(list, record, parsing("the volume", () => parseShape(shape, volume, { unknown: "ignore" })));
    }
  }
  return list;
}

/** Puts a volume into a pool; `given` keeps the path and the key that its document says. */
export function addVolume(list: PoolList, record: PoolRecord, given: StorageVolume): VolumeRecord {
  const path = given.target.path ?? newPath(record, given.name);
  const key = given.key ?? path;
  const { target: { path: _path, noCopyOnWrite: _cow, ...target }, name, type, capacity, allocation, backingStore } =
    given;
  const definition: StorageVolume = {
    type,
    name,
    key,
    capacity,
    allocation,
    target: { path, ...target },
    ...(backingStore === undefined ? {} : { backingStore }),
  };
  const volume = { name, key, path, definition, bytes: list.memory.create() };
  record.volumes.set(name, volume);
  record.allocation += BigInt(allocation);
  return volume;
}

/** Where a new volume is. */
export function newPath({ definition }: PoolRecord, name: string): string {
  // What C prints where there is nothing: pools on the network have no path.
  return `${definition.target?.path ?? "(null)"}/${name}`;
}

const HINT = { hint: "List the storage pools" };

function taken(detail: string): Error {
  return failure("VIR_ERR_OPERATION_FAILED", detail, {
    domain: "VIR_FROM_STORAGE",
    hint: "Choose another name, another UUID, or another source",
  });
}
