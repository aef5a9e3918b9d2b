/**
 * Storage pools and volumes of the server.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  LIST_STORAGE_POOLS_FLAGS,
  STORAGE_POOL_BUILD_FLAGS,
  STORAGE_POOL_CREATE_FLAGS,
  STORAGE_POOL_DEFINE_FLAGS,
  STORAGE_POOL_DELETE_FLAGS,
  STORAGE_POOL_STATES,
  STORAGE_VOLUME_CREATE_FLAGS,
  STORAGE_VOLUME_DELETE_FLAGS,
  STORAGE_VOLUME_DOWNLOAD_FLAGS,
  STORAGE_VOLUME_INFO_FLAGS,
  STORAGE_VOLUME_RESIZE_FLAGS,
  STORAGE_VOLUME_TYPES,
  STORAGE_VOLUME_UPLOAD_FLAGS,
  STORAGE_VOLUME_WIPE_ALGORITHMS,
  STORAGE_XML_FLAGS,
} from "../../model/mod.ts";
import type { StoragePoolsPart, StorageVolumesPart } from "../contract.ts";
import { fromServer, toServer } from "./domain_streams.ts";
import type { Link } from "./link.ts";

/** Storage pools. */
export function createStoragePools(link: Link): StoragePoolsPart {
  return {
    async list(filter, options) {
      const flags = flagsToNumber(LIST_STORAGE_POOLS_FLAGS, filter);
      return (await link.call("CONNECT_LIST_ALL_STORAGE_POOLS", { need_results: 1, flags }, options)).pools;
    },
    lookupByName: async (name, options) => (await link.call("STORAGE_POOL_LOOKUP_BY_NAME", { name }, options)).pool,
    lookupByUuid: async (uuid, options) => (await link.call("STORAGE_POOL_LOOKUP_BY_UUID", { uuid }, options)).pool,
    async lookupByVolume(vol, options) {
      return (await link.call("STORAGE_POOL_LOOKUP_BY_VOLUME", { vol }, options)).pool;
    },
    async lookupByTargetPath(path, options) {
      return (await link.call("STORAGE_POOL_LOOKUP_BY_TARGET_PATH", { path }, options)).pool;
    },
    async getXml(pool, flags, options) {
      const args = { pool, flags: flagsToNumber(STORAGE_XML_FLAGS, flags) };
      return (await link.call("STORAGE_POOL_GET_XML_DESC", args, options)).xml;
    },
    async getInfo(pool, options) {
      const { state, ...bytes } = await link.call("STORAGE_POOL_GET_INFO", { pool }, options);
      return { state: wordOf(STORAGE_POOL_STATES, state) ?? "inactive", ...bytes };
    },
    isActive: async (pool, options) => (await link.call("STORAGE_POOL_IS_ACTIVE", { pool }, options)).active === 1,
    async isPersistent(pool, options) {
      return (await link.call("STORAGE_POOL_IS_PERSISTENT", { pool }, options)).persistent === 1;
    },
    async define(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(STORAGE_POOL_DEFINE_FLAGS, flags) };
      return (await link.call("STORAGE_POOL_DEFINE_XML", args, options)).pool;
    },
    async undefine(pool, options) {
      await link.call("STORAGE_POOL_UNDEFINE", { pool }, options);
    },
    async createXml(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(STORAGE_POOL_CREATE_FLAGS, flags) };
      return (await link.call("STORAGE_POOL_CREATE_XML", args, options)).pool;
    },
    async create(pool, flags, options) {
      const args = { pool, flags: flagsToNumber(STORAGE_POOL_CREATE_FLAGS, flags) };
      await link.call("STORAGE_POOL_CREATE", args, options);
    },
    async build(pool, flags, options) {
      await link.call("STORAGE_POOL_BUILD", { pool, flags: flagsToNumber(STORAGE_POOL_BUILD_FLAGS, flags) }, options);
    },
    async destroy(pool, options) {
      await link.call("STORAGE_POOL_DESTROY", { pool }, options);
    },
    async delete(pool, flags, options) {
      const args = { pool, flags: flagsToNumber(STORAGE_POOL_DELETE_FLAGS, flags) };
      await link.call("STORAGE_POOL_DELETE", args, options);
    },
    async refresh(pool, options) {
      await link.call("STORAGE_POOL_REFRESH", { pool, flags: 0 }, options);
    },
    async getAutostart(pool, options) {
      return (await link.call("STORAGE_POOL_GET_AUTOSTART", { pool }, options)).autostart === 1;
    },
    async setAutostart(pool, autostart, options) {
      await link.call("STORAGE_POOL_SET_AUTOSTART", { pool, autostart: autostart ? 1 : 0 }, options);
    },
    async findSources(type, srcSpec, options) {
      return (await link.call("CONNECT_FIND_STORAGE_POOL_SOURCES", { type, srcSpec, flags: 0 }, options)).xml;
    },
    async getCapabilities(options) {
      return (await link.call("CONNECT_GET_STORAGE_POOL_CAPABILITIES", { flags: 0 }, options)).capabilities;
    },
  };
}

/** Storage volumes. */
export function createStorageVolumes(link: Link): StorageVolumesPart {
  return {
    async list(pool, options) {
      const args = { pool, need_results: 1, flags: 0 };
      return (await link.call("STORAGE_POOL_LIST_ALL_VOLUMES", args, options)).vols;
    },
    async lookupByName(pool, name, options) {
      return (await link.call("STORAGE_VOL_LOOKUP_BY_NAME", { pool, name }, options)).vol;
    },
    lookupByKey: async (key, options) => (await link.call("STORAGE_VOL_LOOKUP_BY_KEY", { key }, options)).vol,
    lookupByPath: async (path, options) => (await link.call("STORAGE_VOL_LOOKUP_BY_PATH", { path }, options)).vol,
    getXml: async (vol, options) => (await link.call("STORAGE_VOL_GET_XML_DESC", { vol, flags: 0 }, options)).xml,
    async getInfo(vol, given, options) {
      const flags = flagsToNumber(STORAGE_VOLUME_INFO_FLAGS, given);
      const { type, ...bytes } = flags === 0
        ? await link.call("STORAGE_VOL_GET_INFO", { vol }, options)
        : await link.call("STORAGE_VOL_GET_INFO_FLAGS", { vol, flags }, options);
      return { type: wordOf(STORAGE_VOLUME_TYPES, type) ?? "file", ...bytes };
    },
    getPath: async (vol, options) => (await link.call("STORAGE_VOL_GET_PATH", { vol }, options)).name,
    async createXml(pool, xml, flags, options) {
      const args = { pool, xml, flags: flagsToNumber(STORAGE_VOLUME_CREATE_FLAGS, flags) };
      return (await link.call("STORAGE_VOL_CREATE_XML", args, options)).vol;
    },
    async createXmlFrom(pool, { xml, volume }, flags, options) {
      const args = { pool, xml, clonevol: volume, flags: flagsToNumber(STORAGE_VOLUME_CREATE_FLAGS, flags) };
      return (await link.call("STORAGE_VOL_CREATE_XML_FROM", args, options)).vol;
    },
    async delete(vol, flags, options) {
      const args = { vol, flags: flagsToNumber(STORAGE_VOLUME_DELETE_FLAGS, flags) };
      await link.call("STORAGE_VOL_DELETE", args, options);
    },
    async wipe(vol, word, options) {
      const algorithm = STORAGE_VOLUME_WIPE_ALGORITHMS[word];
      if (algorithm === 0) await link.call("STORAGE_VOL_WIPE", { vol, flags: 0 }, options);
      else await link.call("STORAGE_VOL_WIPE_PATTERN", { vol, algorithm, flags: 0 }, options);
    },
    async resize(vol, capacity, flags, options) {
      const args = { vol, capacity, flags: flagsToNumber(STORAGE_VOLUME_RESIZE_FLAGS, flags) };
      await link.call("STORAGE_VOL_RESIZE", args, options);
    },
    async upload(vol, { offset, length, flags }, options) {
      const args = { vol, offset, length, flags: flagsToNumber(STORAGE_VOLUME_UPLOAD_FLAGS, flags) };
      return toServer((await link.stream("STORAGE_VOL_UPLOAD", args, options)).stream);
    },
    async download(vol, { offset, length, flags }, options) {
      const args = { vol, offset, length, flags: flagsToNumber(STORAGE_VOLUME_DOWNLOAD_FLAGS, flags) };
      return fromServer((await link.stream("STORAGE_VOL_DOWNLOAD", args, options)).stream);
    },
  };
}
