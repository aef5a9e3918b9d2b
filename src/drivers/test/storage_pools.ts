/**
 * Storage pools: found, read, and the calls of their life.
 *
 * @module
 */

import { toInteger64 } from "../../base/integer64.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import {
  storagePool,
  storagePoolSource,
  type StoragePoolSources,
  storagePoolSources,
} from "../../conf/storage_pool/document.ts";
import { POOL_TYPES, type PoolTypeName } from "../../conf/storage_pool/pool_types.ts";
import { storagePoolCapabilities, storagePoolCapabilitiesOf } from "../../conf/storage_pool_capabilities/document.ts";
import type { StoragePoolLifecycleEventName } from "../../model/event_lifecycle.ts";
import type { ListStoragePoolsFlags } from "../../model/list_filters.ts";
import type { StoragePoolRef } from "../../model/object_refs.ts";
import {
  STORAGE_POOL_BUILD_FLAGS,
  STORAGE_POOL_CREATE_FLAGS,
  STORAGE_POOL_DELETE_FLAGS,
  STORAGE_XML_FLAGS,
} from "../../model/storage_pool.ts";
import type { StoragePoolsPart } from "../contract.ts";
import { failure } from "./errors.ts";
import type { FibrePorts } from "./fibre_ports.ts";
import { passesGroups } from "./filter_groups.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";
import { parsePool, type PoolList, type PoolRecord, poolRef, poolSizes } from "./pool_list.ts";
import { refuseFlags } from "./refuse_flags.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const STORAGE_POOLS_CALLS: Partial<CallNames<StoragePoolsPart>> = {
  list: "virConnectListAllStoragePools",
  lookupByName: "virStoragePoolLookupByName",
  lookupByUuid: "virStoragePoolLookupByUUID",
  lookupByVolume: "virStoragePoolLookupByVolume",
  lookupByTargetPath: "virStoragePoolLookupByTargetPath",
  getXml: "virStoragePoolGetXMLDesc",
  getInfo: "virStoragePoolGetInfo",
  isActive: "virStoragePoolIsActive",
  isPersistent: "virStoragePoolIsPersistent",
  define: "virStoragePoolDefineXML",
  undefine: "virStoragePoolUndefine",
  createXml: "virStoragePoolCreateXML",
  create: "virStoragePoolCreate",
  build: "virStoragePoolBuild",
  destroy: "virStoragePoolDestroy",
  delete: "virStoragePoolDelete",
  refresh: "virStoragePoolRefresh",
  getAutostart: "virStoragePoolGetAutostart",
  setAutostart: "virStoragePoolSetAutostart",
  findSources: "virConnectFindStoragePoolSources",
  getCapabilities: "virConnectGetStoragePoolCapabilities",
};

/** What the part is made over. */
export interface StoragePoolsOptions {
  readonly hypervisor: Hypervisor;
  readonly list: PoolList;
  /** Pools of a fibre channel adapter make a port of it. */
  readonly ports: FibrePorts;
}

/** The part. */
export function createStoragePools({ hypervisor, list, ports }: StoragePoolsOptions): StoragePoolsPart {
  const tell = ({ name, uuid }: StoragePoolRef, change: StoragePoolLifecycleEventName): void => {
    hypervisor.emit({ kind: "storagePool", event: "lifecycle", pool: { name, uuid }, change });
  };
  return {
    list: (filter) => Promise.try(() => [...list.values().filter((each) => passes(each, filter)).map(poolRef)]),
    lookupByName: (name) => Promise.try(() => poolRef(list.byName(name))),
    lookupByUuid: (uuid) => Promise.try(() => poolRef(list.byUuid(uuid))),
    lookupByVolume: ({ pool }) => Promise.try(() => poolRef(list.byName(pool))),
    lookupByTargetPath: (path) => Promise.try(() => poolRef(byTarget(list, path))),
    getXml: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_XML_FLAGS, allowed: [], function: "testStoragePoolGetXMLDesc" });
        return formatPool(list.byName(ref.name));
      }),
    getInfo: (ref) =>
      Promise.try(() => {
        const record = list.byName(ref.name);
        const { capacity, allocation, available } = poolSizes(record);
        return {
          state: record.active ? "running" as const : "inactive" as const,
          capacity: toInteger64(capacity),
          allocation: toInteger64(allocation),
          available: toInteger64(available),
        };
      }),
    isActive: (ref) => Promise.try(() => list.byUuid(ref.uuid).active),
    isPersistent: (ref) => Promise.try(() => list.byUuid(ref.uuid).persistent),
    define: (xml, { validate = false }) =>
      Promise.try(() => {
        const record = list.assign(parsePool(hypervisor, xml, { validate }));
        tell(record, "defined");
        return poolRef(record);
      }),
    undefine: (ref) =>
      Promise.try(() => {
        const record = list.inactive(ref.name);
        tell(ref, "undefined");
        list.remove(record);
      }),
    createXml: (xml, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_POOL_CREATE_FLAGS, allowed: [], function: "testStoragePoolCreateXML" });
        const record = list.assign(parsePool(hypervisor, xml), { live: true });
        const { adapter } = record.definition.source;
        if (adapter?.type === "fc_host") ports.create(adapter.wwnn ?? "", adapter.wwpn ?? "");
        record.active = true;
        tell(record, "started");
        return poolRef(record);
      }),
    create: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_POOL_CREATE_FLAGS, allowed: [], function: "testStoragePoolCreate" });
        list.inactive(ref.name).active = true;
        tell(ref, "started");
      }),
    build: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_POOL_BUILD_FLAGS, allowed: [], function: "testStoragePoolBuild" });
        list.inactive(ref.name);
        tell(ref, "created");
      }),
    destroy: (ref) =>
      Promise.try(() => {
        const record = list.active(ref.name);
        record.active = false;
        if (record.definition.source.adapter?.type === "fc_host") ports.destroy();
        tell(record, "stopped");
        if (!record.persistent) list.remove(record);
      }),
    delete: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: STORAGE_POOL_DELETE_FLAGS, allowed: [], function: "testStoragePoolDelete" });
        list.inactive(ref.name);
        tell(ref, "deleted");
      }),
    refresh: (ref) =>
      Promise.try(() => {
        list.active(ref.name);
        hypervisor.emit({ kind: "storagePool", event: "refresh", pool: { name: ref.name, uuid: ref.uuid } });
      }),
    getAutostart: (ref) =>
      Promise.try(() => {
        const { persistent, autostart } = list.byName(ref.name);
        return persistent && autostart;
      }),
    setAutostart: (ref, autostart) =>
      Promise.try(() => {
        const record = list.byName(ref.name);
        if (!record.persistent) throw failure("VIR_ERR_INVALID_ARG", "pool has no config file");
        record.autostart = autostart;
      }),
    findSources: (type, specification) => Promise.try(() => findSources(type, specification)),
    getCapabilities: () =>
      Promise.try(() => {
        const types = Object.keys(POOL_TYPES) as PoolTypeName[];
        return formatShape(storagePoolCapabilities, storagePoolCapabilitiesOf(types));
      }),
  };
}

function formatPool(record: PoolRecord): string {
  const { capacity, allocation, available } = poolSizes(record);
  return formatShape(storagePool, {
    ...record.definition,
    capacity: toInteger64(capacity),
    allocation: toInteger64(allocation),
    available: toInteger64(available),
  });
}

function byTarget(list: PoolList, path: string): PoolRecord {
  const found = [...list.values()].find(({ active, definition }) => active && definition.target?.path === path);
  if (found !== undefined) return found;
  throw failure("VIR_ERR_NO_STORAGE_POOL", `no storage pool with matching target path '${path}'`, {
    domain: "VIR_FROM_STORAGE",
  });
}

function passes(
  { active, persistent, autostart, definition: { type } }: PoolRecord,
  filter: ListStoragePoolsFlags,
): boolean {
  const types = (Object.keys(POOL_TYPES) as PoolTypeName[]).map((each) => {
    const bit = each === "iscsi-direct" ? "iscsiDirect" : each;
    return [filter[bit], each === type] as const;
  });
  return passesGroups(
    [[filter.active, active], [filter.inactive, !active]],
    [[filter.persistent, persistent], [filter.transient, !persistent]],
    [[filter.autostart, autostart], [filter.noAutostart, !autostart]],
    types,
  );
}

/** What libvirt's test hypervisor finds: two volume groups, and one share of any server. */
function findSources(type: string, specification: string | undefined): string {
  const known = Object.hasOwn(POOL_TYPES, type);
  // The first type has the number 0, which libvirt takes for none.
  if (!known || type === "dir") {
    if (type === "dir") throw failure("VIR_ERR_INTERNAL_ERROR", `unknown storage pool type ${type}`);
    throw failure("VIR_ERR_NO_SUPPORT", `pool type '${type}' does not support source discovery`);
  }
  const source = specification === undefined ? undefined : parsing(
    "the source",
    () => parseShape(storagePoolSource(type as PoolTypeName), specification, { unknown: "ignore" }),
  );
  if (type === "logical") {
    const group = (name: string, path: string) => ({ devices: [{ path }], name, format: "lvm2" });
    return formatSources({ sources: [group("testvg1", "/dev/sda20"), group("testvg2", "/dev/sda21")] });
  }
  if (type !== "netfs") throw failure("VIR_ERR_NO_SUPPORT", `pool type '${type}' does not support source discovery`);
  const host = source?.hosts?.[0]?.name;
  if (host === undefined) throw failure("VIR_ERR_INVALID_ARG", "hostname must be specified for netfs sources");
  return formatSources({ sources: [{ hosts: [{ name: host }], dir: "/testshare", format: "nfs" }] });
}

function formatSources(sources: StoragePoolSources): string {
  return formatShape(storagePoolSources, sources);
}
