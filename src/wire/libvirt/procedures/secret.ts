/**
 * Secrets.
 *
 * @module
 */

import { i32, opaque, str, u32, uuid } from "../../xdr/mod.ts";
import { secret } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Secrets. */
export const secretProcedures = {
  CONNECT_NUM_OF_SECRETS: p(139, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_SECRETS: p(140, { maxuuids: i32 }, { uuids: list(str) }, { priority: "high" }),
  SECRET_LOOKUP_BY_UUID: p(141, { uuid }, { secret }, { priority: "high" }),
  SECRET_DEFINE_XML: p(142, { xml: str, flags: u32 }, { secret }, { priority: "high", writes: true }),
  SECRET_GET_XML_DESC: p(143, { secret, flags: u32 }, { xml: str }, { priority: "high" }),
  SECRET_SET_VALUE: p(144, { secret, value: opaque(65536), flags: u32 }, {}, { priority: "high", writes: true }),
  SECRET_GET_VALUE: p(145, { secret, flags: u32 }, { value: opaque(65536) }, { priority: "high", writes: true }),
  SECRET_UNDEFINE: p(146, { secret }, {}, { priority: "high", writes: true }),
  SECRET_LOOKUP_BY_USAGE: p(147, { usageType: i32, usageID: str }, { secret }, { priority: "high" }),
  CONNECT_LIST_ALL_SECRETS: p(287, { need_results: i32, flags: u32 }, { secrets: list(secret), ret: u32 }, {
    priority: "high",
  }),
};
