/**
 * Domains put into files and taken out of them.
 *
 * @module
 */

import { i32, optStr, str, u32 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { p, parameters } from "./procedure.ts";

/** Domains put into files and taken out of them. */
export const domainSaveProcedures = {
  DOMAIN_CORE_DUMP: p(53, { dom: domain, to: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_RESTORE: p(54, { from: str }, {}, { writes: true }),
  DOMAIN_SAVE: p(55, { dom: domain, to: str }, {}, { writes: true }),
  DOMAIN_MANAGED_SAVE: p(182, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_HAS_MANAGED_SAVE_IMAGE: p(183, { dom: domain, flags: u32 }, { result: i32 }),
  DOMAIN_MANAGED_SAVE_REMOVE: p(184, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_SAVE_FLAGS: p(232, { dom: domain, to: str, dxml: optStr, flags: u32 }, {}, { writes: true }),
  DOMAIN_RESTORE_FLAGS: p(233, { from: str, dxml: optStr, flags: u32 }, {}, { writes: true }),
  DOMAIN_SAVE_IMAGE_GET_XML_DESC: p(235, { file: str, flags: u32 }, { xml: str }, { priority: "high", writes: true }),
  DOMAIN_SAVE_IMAGE_DEFINE_XML: p(236, { file: str, dxml: str, flags: u32 }, {}, { priority: "high", writes: true }),
  DOMAIN_CORE_DUMP_WITH_FORMAT: p(334, { dom: domain, to: str, dumpformat: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_MANAGED_SAVE_GET_XML_DESC: p(388, { dom: domain, flags: u32 }, { xml: str }, { writesWithFlags: 1 }),
  DOMAIN_MANAGED_SAVE_DEFINE_XML: p(389, { dom: domain, dxml: optStr, flags: u32 }, {}, { writes: true }),
  DOMAIN_SAVE_PARAMS: p(440, { dom: domain, params: parameters(64), flags: u32 }, {}, { writes: true }),
  DOMAIN_RESTORE_PARAMS: p(441, { params: parameters(64), flags: u32 }, {}, { writes: true }),
};
