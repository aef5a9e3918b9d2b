/**
 * Checkpoints and backups of domains.
 *
 * @module
 */

import { i32, optStr, str, u32 } from "../../xdr/mod.ts";
import { checkpoint, domain } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Checkpoints and backups of domains. */
export const domainCheckpointProcedures = {
  DOMAIN_CHECKPOINT_CREATE_XML: p(411, { dom: domain, xml_desc: str, flags: u32 }, { checkpoint }, { writes: true }),
  DOMAIN_CHECKPOINT_GET_XML_DESC: p(412, { checkpoint, flags: u32 }, { xml: str }, { writesWithFlags: 1 }),
  DOMAIN_LIST_ALL_CHECKPOINTS: p(413, { dom: domain, need_results: i32, flags: u32 }, {
    checkpoints: list(checkpoint),
    ret: i32,
  }, { priority: "high" }),
  DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN: p(414, { checkpoint, need_results: i32, flags: u32 }, {
    checkpoints: list(checkpoint),
    ret: i32,
  }, { priority: "high" }),
  DOMAIN_CHECKPOINT_LOOKUP_BY_NAME: p(415, { dom: domain, name: str, flags: u32 }, { checkpoint }, {
    priority: "high",
  }),
  DOMAIN_CHECKPOINT_GET_PARENT: p(416, { checkpoint, flags: u32 }, { parent: checkpoint }, { priority: "high" }),
  DOMAIN_CHECKPOINT_DELETE: p(417, { checkpoint, flags: u32 }, {}, { writes: true }),
  DOMAIN_BACKUP_BEGIN: p(421, { dom: domain, backup_xml: str, checkpoint_xml: optStr, flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_BACKUP_GET_XML_DESC: p(422, { dom: domain, flags: u32 }, { xml: str }, { priority: "high" }),
};
