/**
 * Snapshots of domains.
 *
 * @module
 */

import { i32, str, u32 } from "../../xdr/mod.ts";
import { domain, snapshot } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Snapshots of domains. */
export const domainSnapshotProcedures = {
  DOMAIN_SNAPSHOT_CREATE_XML: p(185, { dom: domain, xml_desc: str, flags: u32 }, { snap: snapshot }, { writes: true }),
  DOMAIN_SNAPSHOT_GET_XML_DESC: p(186, { snap: snapshot, flags: u32 }, { xml: str }, {
    priority: "high",
    writesWithFlags: 1,
  }),
  DOMAIN_SNAPSHOT_NUM: p(187, { dom: domain, flags: u32 }, { num: i32 }, { priority: "high" }),
  DOMAIN_SNAPSHOT_LIST_NAMES: p(188, { dom: domain, maxnames: i32, flags: u32 }, { names: list(str) }, {
    priority: "high",
  }),
  DOMAIN_SNAPSHOT_LOOKUP_BY_NAME: p(189, { dom: domain, name: str, flags: u32 }, { snap: snapshot }, {
    priority: "high",
  }),
  DOMAIN_HAS_CURRENT_SNAPSHOT: p(190, { dom: domain, flags: u32 }, { result: i32 }),
  DOMAIN_SNAPSHOT_CURRENT: p(191, { dom: domain, flags: u32 }, { snap: snapshot }),
  DOMAIN_REVERT_TO_SNAPSHOT: p(192, { snap: snapshot, flags: u32 }, {}, { writes: true }),
  DOMAIN_SNAPSHOT_DELETE: p(193, { snap: snapshot, flags: u32 }, {}, { writes: true }),
  DOMAIN_SNAPSHOT_GET_PARENT: p(244, { snap: snapshot, flags: u32 }, { snap: snapshot }, { priority: "high" }),
  DOMAIN_SNAPSHOT_NUM_CHILDREN: p(246, { snap: snapshot, flags: u32 }, { num: i32 }, { priority: "high" }),
  DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES: p(247, { snap: snapshot, maxnames: i32, flags: u32 }, { names: list(str) }, {
    priority: "high",
  }),
  DOMAIN_SNAPSHOT_IS_CURRENT: p(271, { snap: snapshot, flags: u32 }, { current: i32 }),
  DOMAIN_SNAPSHOT_HAS_METADATA: p(272, { snap: snapshot, flags: u32 }, { metadata: i32 }),
  DOMAIN_LIST_ALL_SNAPSHOTS: p(274, { dom: domain, need_results: i32, flags: u32 }, {
    snapshots: list(snapshot),
    ret: i32,
  }, { priority: "high" }),
  DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN: p(275, { snapshot, need_results: i32, flags: u32 }, {
    snapshots: list(snapshot),
    ret: i32,
  }, { priority: "high" }),
};
