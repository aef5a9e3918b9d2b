/**
 * Storage volumes, and their content as streams.
 *
 * @module
 */

import {
  STORAGE_VOLUME_CREATE_FLAGS,
  STORAGE_VOLUME_DELETE_FLAGS,
  STORAGE_VOLUME_DOWNLOAD_FLAGS,
  STORAGE_VOLUME_INFO_FLAGS,
  STORAGE_VOLUME_RESIZE_FLAGS,
  STORAGE_VOLUME_TYPES,
  STORAGE_VOLUME_UPLOAD_FLAGS,
  STORAGE_VOLUME_WIPE_ALGORITHMS,
  type StorageVolumeRef,
} from "../../model/mod.ts";
import type { Integer64 } from "../../base/integer64.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";

/** Storage volumes. */
export const storageVolHandlers = {
  STORAGE_VOL_LOOKUP_BY_NAME: async (call, { pool, name }) => ({
    vol: await call.invoke("storageVolumes", "lookupByName", [pool, name]),
  }),
  STORAGE_VOL_LOOKUP_BY_KEY: async (call, { key }) => ({
    vol: await call.invoke("storageVolumes", "lookupByKey", [key]),
  }),
  STORAGE_VOL_LOOKUP_BY_PATH: async (call, { path }) => ({
    vol: await call.invoke("storageVolumes", "lookupByPath", [path]),
  }),

  async STORAGE_VOL_GET_XML_DESC(call, { vol, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("storageVolumes", "getXml", [vol]) };
  },
  STORAGE_VOL_GET_INFO: (call, { vol }) => info(call, vol, 0),
  STORAGE_VOL_GET_INFO_FLAGS: (call, { vol, flags }) => info(call, vol, flags),
  STORAGE_VOL_GET_PATH: async (call, { vol }) => ({ name: await call.invoke("storageVolumes", "getPath", [vol]) }),

  STORAGE_VOL_CREATE_XML: async (call, { pool, xml, flags }) => ({
    vol: await call.invoke("storageVolumes", "createXml", [pool, xml, call.flags(STORAGE_VOLUME_CREATE_FLAGS, flags)]),
  }),
  async STORAGE_VOL_CREATE_XML_FROM(call, { pool, xml, clonevol, flags }) {
    const made = call.flags(STORAGE_VOLUME_CREATE_FLAGS, flags);
    return {
      vol: await call.invoke("storageVolumes", "createXmlFrom", [pool, { xml, volume: clonevol }, made]),
    };
  },
  STORAGE_VOL_DELETE: (call, { vol, flags }) =>
    call.invoke("storageVolumes", "delete", [vol, call.flags(STORAGE_VOLUME_DELETE_FLAGS, flags)]),
  async STORAGE_VOL_WIPE(call, { vol, flags }) {
    call.noFlags(flags);
    await call.invoke("storageVolumes", "wipe", [vol, "zero"]);
  },
  async STORAGE_VOL_WIPE_PATTERN(call, { vol, algorithm, flags }) {
    call.noFlags(flags);
    const word = call.word(STORAGE_VOLUME_WIPE_ALGORITHMS, algorithm, "wiping algorithm");
    await call.invoke("storageVolumes", "wipe", [vol, word]);
  },
  STORAGE_VOL_RESIZE: (call, { vol, capacity, flags }) =>
    call.invoke("storageVolumes", "resize", [vol, capacity, call.flags(STORAGE_VOLUME_RESIZE_FLAGS, flags)]),

  async STORAGE_VOL_UPLOAD(call, { vol, offset, length, flags }) {
    const range = { offset, length, flags: call.flags(STORAGE_VOLUME_UPLOAD_FLAGS, flags) };
    const flow = await call.invoke("storageVolumes", "upload", [vol, range]);
    call.client.streams.begin(call, flow, { sparse: range.flags.sparseStream === true });
  },
  async STORAGE_VOL_DOWNLOAD(call, { vol, offset, length, flags }) {
    const range = { offset, length, flags: call.flags(STORAGE_VOLUME_DOWNLOAD_FLAGS, flags) };
    const flow = await call.invoke("storageVolumes", "download", [vol, range]);
    call.client.streams.begin(call, flow, { sparse: range.flags.sparseStream === true });
  },
} satisfies Handlers;

interface VolumeInfo {
  readonly type: number;
  readonly capacity: Integer64;
  readonly allocation: Integer64;
}

async function info(call: Call, vol: StorageVolumeRef, flags: number): Promise<VolumeInfo> {
  const asked = call.flags(STORAGE_VOLUME_INFO_FLAGS, flags);
  const { type, capacity, allocation } = await call.invoke("storageVolumes", "getInfo", [vol, asked]);
  return { type: STORAGE_VOLUME_TYPES[type], capacity, allocation };
}
