/**
 * Storage volumes.
 *
 * @module
 */

import { str, u32, u64, word8 } from "../../xdr/mod.ts";
import { storagePool, storageVol } from "../objects.ts";
import { p } from "./procedure.ts";

/** Storage volumes. */
export const storageVolProcedures = {
  STORAGE_VOL_CREATE_XML: p(93, { pool: storagePool, xml: str, flags: u32 }, { vol: storageVol }, { writes: true }),
  STORAGE_VOL_DELETE: p(94, { vol: storageVol, flags: u32 }, {}, { writes: true }),
  STORAGE_VOL_LOOKUP_BY_NAME: p(95, { pool: storagePool, name: str }, { vol: storageVol }, { priority: "high" }),
  STORAGE_VOL_LOOKUP_BY_KEY: p(96, { key: str }, { vol: storageVol }, { priority: "high" }),
  STORAGE_VOL_LOOKUP_BY_PATH: p(97, { path: str }, { vol: storageVol }, { priority: "high" }),
  STORAGE_VOL_GET_INFO: p(98, { vol: storageVol }, { type: word8, capacity: u64, allocation: u64 }, {
    priority: "high",
  }),
  STORAGE_VOL_GET_XML_DESC: p(99, { vol: storageVol, flags: u32 }, { xml: str }, { priority: "high" }),
  STORAGE_VOL_GET_PATH: p(100, { vol: storageVol }, { name: str }, { priority: "high" }),
  STORAGE_VOL_CREATE_XML_FROM: p(125, { pool: storagePool, xml: str, clonevol: storageVol, flags: u32 }, {
    vol: storageVol,
  }, { writes: true }),
  STORAGE_VOL_WIPE: p(165, { vol: storageVol, flags: u32 }, {}, { writes: true }),
  STORAGE_VOL_UPLOAD: p(208, { vol: storageVol, offset: u64, length: u64, flags: u32 }, {}, {
    stream: "upload",
    writes: true,
  }),
  STORAGE_VOL_DOWNLOAD: p(209, { vol: storageVol, offset: u64, length: u64, flags: u32 }, {}, {
    stream: "download",
    writes: true,
  }),
  STORAGE_VOL_WIPE_PATTERN: p(259, { vol: storageVol, algorithm: u32, flags: u32 }, {}, { writes: true }),
  STORAGE_VOL_RESIZE: p(260, { vol: storageVol, capacity: u64, flags: u32 }, {}, { writes: true }),
  STORAGE_VOL_GET_INFO_FLAGS: p(378, { vol: storageVol, flags: u32 }, { type: word8, capacity: u64, allocation: u64 }, {
    priority: "high",
  }),
};
