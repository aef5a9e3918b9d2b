/**
 * Domains: finding, defining, starting and stopping them.
 *
 * @module
 */

import { array, charText, i32, optStr, str, u32, u64, uuid, word16, word8 } from "../../xdr/mod.ts";
import { domain, securityLabel } from "../objects.ts";
import { p } from "./procedure.ts";

/** Domains: finding, defining, starting and stopping them. */
export const domainProcedures = {
  DOMAIN_CREATE: p(9, { dom: domain }, {}, { writes: true }),
  DOMAIN_CREATE_XML: p(10, { xml_desc: str, flags: u32 }, { dom: domain }, { writes: true }),
  DOMAIN_DEFINE_XML: p(11, { xml: str }, { dom: domain }, { priority: "high", writes: true }),
  DOMAIN_DESTROY: p(12, { dom: domain }, {}, { priority: "high", writes: true }),
  DOMAIN_GET_XML_DESC: p(14, { dom: domain, flags: u32 }, { xml: str }, { writesWithFlags: 9 }),
  DOMAIN_GET_AUTOSTART: p(15, { dom: domain }, { autostart: i32 }, { priority: "high" }),
  DOMAIN_GET_INFO: p(16, { dom: domain }, { state: word8, maxMem: u64, memory: u64, nrVirtCpu: word16, cpuTime: u64 }),
  DOMAIN_GET_OS_TYPE: p(19, { dom: domain }, { type: str }, { priority: "high" }),
  DOMAIN_LOOKUP_BY_ID: p(22, { id: i32 }, { dom: domain }, { priority: "high" }),
  DOMAIN_LOOKUP_BY_NAME: p(23, { name: str }, { dom: domain }, { priority: "high" }),
  DOMAIN_LOOKUP_BY_UUID: p(24, { uuid }, { dom: domain }, { priority: "high" }),
  DOMAIN_REBOOT: p(27, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_RESUME: p(28, { dom: domain }, {}, { writes: true }),
  DOMAIN_SET_AUTOSTART: p(29, { dom: domain, autostart: i32 }, {}, { priority: "high", writes: true }),
  DOMAIN_SHUTDOWN: p(33, { dom: domain }, {}, { writes: true }),
  DOMAIN_SUSPEND: p(34, { dom: domain }, {}, { writes: true }),
  DOMAIN_UNDEFINE: p(35, { dom: domain }, {}, { priority: "high", writes: true }),
  DOMAIN_GET_SECURITY_LABEL: p(121, { dom: domain }, { label: charText(4097), enforcing: i32 }, { priority: "high" }),
  DOMAIN_IS_ACTIVE: p(150, { dom: domain }, { active: i32 }, { priority: "high" }),
  DOMAIN_IS_PERSISTENT: p(151, { dom: domain }, { persistent: i32 }, { priority: "high" }),
  DOMAIN_GET_JOB_INFO: p(163, { dom: domain }, {
    type: i32,
    timeElapsed: u64,
    timeRemaining: u64,
    dataTotal: u64,
    dataProcessed: u64,
    dataRemaining: u64,
    memTotal: u64,
    memProcessed: u64,
    memRemaining: u64,
    fileTotal: u64,
    fileProcessed: u64,
    fileRemaining: u64,
  }),
  DOMAIN_ABORT_JOB: p(164, { dom: domain }, {}, { writes: true }),
  DOMAIN_CREATE_WITH_FLAGS: p(196, { dom: domain, flags: u32 }, { dom: domain }, { writes: true }),
  DOMAIN_IS_UPDATED: p(202, { dom: domain }, { updated: i32 }, { priority: "high" }),
  DOMAIN_GET_STATE: p(212, { dom: domain, flags: u32 }, { state: i32, reason: i32 }, { priority: "high" }),
  DOMAIN_GET_CONTROL_INFO: p(229, { dom: domain, flags: u32 }, { state: u32, details: u32, stateTime: u64 }, {
    priority: "high",
  }),
  DOMAIN_UNDEFINE_FLAGS: p(231, { dom: domain, flags: u32 }, {}, { priority: "high", writes: true }),
  DOMAIN_DESTROY_FLAGS: p(234, { dom: domain, flags: u32 }, {}, { priority: "high", writes: true }),
  DOMAIN_RESET: p(245, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_SHUTDOWN_FLAGS: p(258, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_SET_METADATA: p(264, { dom: domain, type: i32, metadata: optStr, key: optStr, uri: optStr, flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_GET_METADATA: p(265, { dom: domain, type: i32, uri: optStr, flags: u32 }, { metadata: str }),
  DOMAIN_GET_SECURITY_LABEL_LIST: p(278, { dom: domain }, { labels: array(securityLabel, 64), ret: i32 }, {
    priority: "high",
  }),
  DOMAIN_CREATE_XML_WITH_FILES: p(309, { xml_desc: str, flags: u32 }, { dom: domain }, {
    descriptors: "to-server",
    writes: true,
  }),
  DOMAIN_CREATE_WITH_FILES: p(310, { dom: domain, flags: u32 }, { dom: domain }, {
    descriptors: "to-server",
    writes: true,
  }),
  DOMAIN_DEFINE_XML_FLAGS: p(350, { xml: str, flags: u32 }, { dom: domain }, { priority: "high", writes: true }),
  DOMAIN_RENAME: p(358, { dom: domain, new_name: optStr, flags: u32 }, { retcode: i32 }, { writes: true }),
  DOMAIN_SET_LIFECYCLE_ACTION: p(390, { dom: domain, type: u32, action: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_MESSAGES: p(426, { dom: domain, flags: u32 }, { msgs: array(str, 2048) }),
  DOMAIN_START_DIRTY_RATE_CALC: p(427, { dom: domain, seconds: i32, flags: u32 }, {}, { writes: true }),
  DOMAIN_ABORT_JOB_FLAGS: p(442, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_AUTOSTART_ONCE: p(449, { dom: domain }, { autostart: i32 }, { priority: "high" }),
  DOMAIN_SET_AUTOSTART_ONCE: p(450, { dom: domain, autostart: i32 }, {}, { priority: "high", writes: true }),
};
