/**
 * Storage pools.
 *
 * @module
 */

import {
  LIST_STORAGE_POOLS_FLAGS,
  type ListStoragePoolsFlags,
  STORAGE_POOL_BUILD_FLAGS,
  STORAGE_POOL_CREATE_FLAGS,
  STORAGE_POOL_DEFINE_FLAGS,
  STORAGE_POOL_DELETE_FLAGS,
  STORAGE_POOL_STATES,
  STORAGE_XML_FLAGS,
  type StoragePoolRef,
  type StorageVolumeRef,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { namesOf, toNumber, wanted } from "./replies.ts";

const ACTIVE: ListStoragePoolsFlags = { active: true };
const INACTIVE: ListStoragePoolsFlags = { inactive: true };

/** Storage pools. */
export const storagePoolHandlers = {
  async CONNECT_LIST_ALL_STORAGE_POOLS(call, { need_results, flags }) {
    const pools = await list(call, call.flags(LIST_STORAGE_POOLS_FLAGS, flags));
    return { pools: wanted(need_results, pools), ret: pools.length };
  },
  CONNECT_NUM_OF_STORAGE_POOLS: async (call) => ({ num: (await list(call, ACTIVE)).length }),
  CONNECT_NUM_OF_DEFINED_STORAGE_POOLS: async (call) => ({ num: (await list(call, INACTIVE)).length }),
  CONNECT_LIST_STORAGE_POOLS: async (call, { maxnames }) => ({ names: namesOf(maxnames, await list(call, ACTIVE)) }),
  CONNECT_LIST_DEFINED_STORAGE_POOLS: async (call, { maxnames }) => ({
    names: namesOf(maxnames, await list(call, INACTIVE)),
  }),

  async CONNECT_FIND_STORAGE_POOL_SOURCES(call, { type, srcSpec, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("storagePools", "findSources", [type, srcSpec]) };
  },
  async CONNECT_GET_STORAGE_POOL_CAPABILITIES(call, { flags }) {
    call.noFlags(flags);
    return { capabilities: await call.invoke("storagePools", "getCapabilities", []) };
  },

  STORAGE_POOL_LOOKUP_BY_NAME: async (call, { name }) => ({
    pool: await call.invoke("storagePools", "lookupByName", [name]),
  }),
  STORAGE_POOL_LOOKUP_BY_UUID: async (call, { uuid }) => ({
    pool: await call.invoke("storagePools", "lookupByUuid", [uuid]),
  }),
  STORAGE_POOL_LOOKUP_BY_VOLUME: async (call, { vol }) => ({
    pool: await call.invoke("storagePools", "lookupByVolume", [vol]),
  }),
  STORAGE_POOL_LOOKUP_BY_TARGET_PATH: async (call, { path }) => ({
    pool: await call.invoke("storagePools", "lookupByTargetPath", [path]),
  }),

  STORAGE_POOL_GET_XML_DESC: async (call, { pool, flags }) => ({
    xml: await call.invoke("storagePools", "getXml", [pool, call.flags(STORAGE_XML_FLAGS, flags)]),
  }),
  async STORAGE_POOL_GET_INFO(call, { pool }) {
    const { state, ...sizes } = await call.invoke("storagePools", "getInfo", [pool]);
    return { state: STORAGE_POOL_STATES[state], ...sizes };
  },
  STORAGE_POOL_IS_ACTIVE: async (call, { pool }) => ({
    active: toNumber(await call.invoke("storagePools", "isActive", [pool])),
  }),
  STORAGE_POOL_IS_PERSISTENT: async (call, { pool }) => ({
    persistent: toNumber(await call.invoke("storagePools", "isPersistent", [pool])),
  }),

  STORAGE_POOL_DEFINE_XML: async (call, { xml, flags }) => ({
    pool: await call.invoke("storagePools", "define", [xml, call.flags(STORAGE_POOL_DEFINE_FLAGS, flags)]),
  }),
  STORAGE_POOL_CREATE_XML: async (call, { xml, flags }) => ({
    pool: await call.invoke("storagePools", "createXml", [xml, call.flags(STORAGE_POOL_CREATE_FLAGS, flags)]),
  }),
  STORAGE_POOL_UNDEFINE: (call, { pool }) => call.invoke("storagePools", "undefine", [pool]),
  STORAGE_POOL_CREATE: (call, { pool, flags }) =>
    call.invoke("storagePools", "create", [pool, call.flags(STORAGE_POOL_CREATE_FLAGS, flags)]),
  STORAGE_POOL_BUILD: (call, { pool, flags }) =>
    call.invoke("storagePools", "build", [pool, call.flags(STORAGE_POOL_BUILD_FLAGS, flags)]),
  STORAGE_POOL_DESTROY: (call, { pool }) => call.invoke("storagePools", "destroy", [pool]),
  STORAGE_POOL_DELETE: (call, { pool, flags }) =>
    call.invoke("storagePools", "delete", [pool, call.flags(STORAGE_POOL_DELETE_FLAGS, flags)]),
  async STORAGE_POOL_REFRESH(call, { pool, flags }) {
    call.noFlags(flags);
    await call.invoke("storagePools", "refresh", [pool]);
  },

  STORAGE_POOL_GET_AUTOSTART: async (call, { pool }) => ({
    autostart: toNumber(await call.invoke("storagePools", "getAutostart", [pool])),
  }),
  STORAGE_POOL_SET_AUTOSTART: (call, { pool, autostart }) =>
    call.invoke("storagePools", "setAutostart", [pool, autostart !== 0]),

  async STORAGE_POOL_LIST_ALL_VOLUMES(call, { pool, need_results, flags }) {
    call.noFlags(flags);
    const vols = await volumesOf(call, pool);
    return { vols: wanted(need_results, vols), ret: vols.length };
  },
  STORAGE_POOL_NUM_OF_VOLUMES: async (call, { pool }) => ({ num: (await volumesOf(call, pool)).length }),
  STORAGE_POOL_LIST_VOLUMES: async (call, { pool, maxnames }) => ({
    names: namesOf(maxnames, await volumesOf(call, pool)),
  }),
} satisfies Handlers;

function list(call: Call, filter: ListStoragePoolsFlags): Promise<readonly StoragePoolRef[]> {
  return call.invoke("storagePools", "list", [filter]);
}

function volumesOf(call: Call, pool: StoragePoolRef): Promise<readonly StorageVolumeRef[]> {
  return call.invoke("storageVolumes", "list", [pool]);
}
