/**
 * The program of calls that only QEMU has.
 *
 * @module
 */

import { i32, i64, optional, optStr, str, u32 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { event, p } from "./procedure.ts";

/** The program of calls that only QEMU has. */
export const qemuProcedures = {
  QEMU_DOMAIN_MONITOR_COMMAND: p(1, { dom: domain, cmd: str, flags: u32 }, { result: str }, {
    program: "qemu",
    writes: true,
  }),
  QEMU_DOMAIN_ATTACH: p(2, { pid_value: u32, flags: u32 }, { dom: domain }, { program: "qemu", writes: true }),
  QEMU_DOMAIN_AGENT_COMMAND: p(3, { dom: domain, cmd: str, timeout: i32, flags: u32 }, { result: optStr }, {
    program: "qemu",
    writes: true,
  }),
  QEMU_CONNECT_DOMAIN_MONITOR_EVENT_REGISTER: p(4, { dom: optional(domain), event: optStr, flags: u32 }, {
    callbackID: i32,
  }, { priority: "high", program: "qemu", writes: true }),
  QEMU_CONNECT_DOMAIN_MONITOR_EVENT_DEREGISTER: p(5, { callbackID: i32 }, {}, {
    priority: "high",
    program: "qemu",
    writes: true,
  }),
  QEMU_DOMAIN_MONITOR_COMMAND_WITH_FILES: p(7, { dom: domain, cmd: str, flags: u32 }, { result: str }, {
    descriptors: "both",
    program: "qemu",
    writes: true,
  }),
};

/** What its server says by itself. */
export const qemuEvents = {
  QEMU_DOMAIN_MONITOR_EVENT: event(6, {
    callbackID: i32,
    dom: domain,
    event: str,
    seconds: i64,
    micros: u32,
    details: optStr,
  }, { program: "qemu" }),
};
