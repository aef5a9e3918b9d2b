/**
 * What a guest is asked, mostly through its agent.
 *
 * @module
 */

import { array, i32, i64, optStr, str, u32, u64 } from "../../xdr/mod.ts";
import { domain, fsInfo, guestInterface } from "../objects.ts";
import { p, parameters } from "./procedure.ts";

/** What a guest is asked, mostly through its agent. */
export const domainGuestProcedures = {
  DOMAIN_PM_SUSPEND_FOR_DURATION: p(261, { dom: domain, target: u32, duration: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_PM_WAKEUP: p(267, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_HOSTNAME: p(277, { dom: domain, flags: u32 }, { hostname: str }, { writes: true }),
  DOMAIN_FSTRIM: p(294, { dom: domain, mountPoint: optStr, minimum: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_SEND_PROCESS_SIGNAL: p(295, { dom: domain, pid_value: i64, signum: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_FSFREEZE: p(335, { dom: domain, mountpoints: array(str, 256), flags: u32 }, { filesystems: i32 }, {
    writes: true,
  }),
  DOMAIN_FSTHAW: p(336, { dom: domain, mountpoints: array(str, 256), flags: u32 }, { filesystems: i32 }, {
    writes: true,
  }),
  DOMAIN_GET_TIME: p(337, { dom: domain, flags: u32 }, { seconds: i64, nseconds: u32 }, { writes: true }),
  DOMAIN_SET_TIME: p(338, { dom: domain, seconds: i64, nseconds: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_FSINFO: p(349, { dom: domain, flags: u32 }, { info: array(fsInfo, 256), ret: u32 }, { writes: true }),
  DOMAIN_INTERFACE_ADDRESSES: p(
    353,
    { dom: domain, source: u32, flags: u32 },
    { ifaces: array(guestInterface, 2048) },
    { writes: true },
  ),
  DOMAIN_SET_USER_PASSWORD: p(357, { dom: domain, user: optStr, password: optStr, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_GUEST_VCPUS: p(371, { dom: domain, flags: u32 }, { params: parameters(64) }, { writes: true }),
  DOMAIN_SET_GUEST_VCPUS: p(372, { dom: domain, cpumap: str, state: i32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_GUEST_INFO: p(418, { dom: domain, types: u32, flags: u32 }, { params: parameters(2048) }, {
    writes: true,
  }),
  DOMAIN_AGENT_SET_RESPONSE_TIMEOUT: p(420, { dom: domain, timeout: i32, flags: u32 }, { result: i32 }, {
    writes: true,
  }),
  DOMAIN_AUTHORIZED_SSH_KEYS_GET: p(424, { dom: domain, user: str, flags: u32 }, { keys: array(str, 2048) }, {
    writes: true,
  }),
  DOMAIN_AUTHORIZED_SSH_KEYS_SET: p(425, { dom: domain, user: str, keys: array(str, 2048), flags: u32 }, {}, {
    writes: true,
  }),
};
