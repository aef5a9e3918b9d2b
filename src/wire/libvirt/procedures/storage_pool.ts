/**
 * Storage pools.
 *
 * @module
 */

import { i32, optStr, str, u32, u64, uuid, word8 } from "../../xdr/mod.ts";
import { storagePool, storageVol } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Storage pools. */
export const storagePoolProcedures = {
  CONNECT_NUM_OF_STORAGE_POOLS: p(71, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_STORAGE_POOLS: p(72, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  CONNECT_NUM_OF_DEFINED_STORAGE_POOLS: p(73, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_DEFINED_STORAGE_POOLS: p(74, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  CONNECT_FIND_STORAGE_POOL_SOURCES: p(75, { type: str, srcSpec: optStr, flags: u32 }, { xml: str }, { writes: true }),
  STORAGE_POOL_CREATE_XML: p(76, { xml: str, flags: u32 }, { pool: storagePool }, { writes: true }),
  STORAGE_POOL_DEFINE_XML: p(77, { xml: str, flags: u32 }, { pool: storagePool }, { priority: "high", writes: true }),
  STORAGE_POOL_CREATE: p(78, { pool: storagePool, flags: u32 }, {}, { writes: true }),
  STORAGE_POOL_BUILD: p(79, { pool: storagePool, flags: u32 }, {}, { writes: true }),
  STORAGE_POOL_DESTROY: p(80, { pool: storagePool }, {}, { priority: "high", writes: true }),
  STORAGE_POOL_DELETE: p(81, { pool: storagePool, flags: u32 }, {}, { writes: true }),
  STORAGE_POOL_UNDEFINE: p(82, { pool: storagePool }, {}, { priority: "high", writes: true }),
  STORAGE_POOL_REFRESH: p(83, { pool: storagePool, flags: u32 }, {}, { writes: true }),
  STORAGE_POOL_LOOKUP_BY_NAME: p(84, { name: str }, { pool: storagePool }, { priority: "high" }),
  STORAGE_POOL_LOOKUP_BY_UUID: p(85, { uuid }, { pool: storagePool }, { priority: "high" }),
  STORAGE_POOL_LOOKUP_BY_VOLUME: p(86, { vol: storageVol }, { pool: storagePool }, { priority: "high" }),
  STORAGE_POOL_GET_INFO: p(
    87,
    { pool: storagePool },
    { state: word8, capacity: u64, allocation: u64, available: u64 },
    { priority: "high" },
  ),
  STORAGE_POOL_GET_XML_DESC: p(88, { pool: storagePool, flags: u32 }, { xml: str }, { priority: "high" }),
  STORAGE_POOL_GET_AUTOSTART: p(89, { pool: storagePool }, { autostart: i32 }, { priority: "high" }),
  STORAGE_POOL_SET_AUTOSTART: p(90, { pool: storagePool, autostart: i32 }, {}, { priority: "high", writes: true }),
  STORAGE_POOL_NUM_OF_VOLUMES: p(91, { pool: storagePool }, { num: i32 }, { priority: "high" }),
  STORAGE_POOL_LIST_VOLUMES: p(92, { pool: storagePool, maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  STORAGE_POOL_IS_ACTIVE: p(154, { pool: storagePool }, { active: i32 }, { priority: "high" }),
  STORAGE_POOL_IS_PERSISTENT: p(155, { pool: storagePool }, { persistent: i32 }, { priority: "high" }),
  CONNECT_LIST_ALL_STORAGE_POOLS: p(281, { need_results: i32, flags: u32 }, { pools: list(storagePool), ret: u32 }, {
    priority: "high",
  }),
  STORAGE_POOL_LIST_ALL_VOLUMES: p(282, { pool: storagePool, need_results: i32, flags: u32 }, {
    vols: list(storageVol),
    ret: u32,
  }, { priority: "high" }),
  STORAGE_POOL_LOOKUP_BY_TARGET_PATH: p(391, { path: str }, { pool: storagePool }, { priority: "high" }),
  CONNECT_GET_STORAGE_POOL_CAPABILITIES: p(403, { flags: u32 }, { capabilities: str }),
};
