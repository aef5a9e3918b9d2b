/**
 * Domains in bulk, and their documents in other formats.
 *
 * @module
 */

import { i32, str, u32 } from "../../xdr/mod.ts";
import { domain, domainStats } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Domains in bulk, and their documents in other formats. */
export const domainListProcedures = {
  CONNECT_LIST_DEFINED_DOMAINS: p(21, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  CONNECT_NUM_OF_DEFINED_DOMAINS: p(25, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_DOMAINS: p(37, { maxids: i32 }, { ids: list(i32) }, { priority: "high" }),
  CONNECT_NUM_OF_DOMAINS: p(51, {}, { num: i32 }, { priority: "high" }),
  CONNECT_DOMAIN_XML_FROM_NATIVE: p(135, { nativeFormat: str, nativeConfig: str, flags: u32 }, { domainXml: str }, {
    writes: true,
  }),
  CONNECT_DOMAIN_XML_TO_NATIVE: p(136, { nativeFormat: str, domainXml: str, flags: u32 }, { nativeConfig: str }, {
    writes: true,
  }),
  CONNECT_LIST_ALL_DOMAINS: p(273, { need_results: i32, flags: u32 }, { domains: list(domain), ret: u32 }, {
    priority: "high",
  }),
  CONNECT_GET_ALL_DOMAIN_STATS: p(344, { doms: list(domain), stats: u32, flags: u32 }, { retStats: list(domainStats) }),
};
