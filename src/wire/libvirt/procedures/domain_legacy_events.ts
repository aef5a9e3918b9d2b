/**
 * Events of domains as clients without callback ids get them; the newer ones carry most of these inside.
 *
 * @module
 */

import { array, i32, i64, optStr, str, u64 } from "../../xdr/mod.ts";
import { domain, graphicsAddress, graphicsIdentity } from "../objects.ts";
import { event } from "./procedure.ts";

/** Events of domains as clients without callback ids get them; the newer ones carry most of these inside. */
export const domainLegacyEvents = {
  DOMAIN_EVENT_LIFECYCLE: event(107, { dom: domain, event: i32, detail: i32 }),
  DOMAIN_EVENT_REBOOT: event(169, { dom: domain }),
  DOMAIN_EVENT_RTC_CHANGE: event(170, { dom: domain, offset: i64 }),
  DOMAIN_EVENT_WATCHDOG: event(171, { dom: domain, action: i32 }),
  DOMAIN_EVENT_IO_ERROR: event(172, { dom: domain, srcPath: str, devAlias: str, action: i32 }),
  DOMAIN_EVENT_GRAPHICS: event(173, {
    dom: domain,
    phase: i32,
    local: graphicsAddress,
    remote: graphicsAddress,
    authScheme: str,
    subject: array(graphicsIdentity, 20),
  }),
  DOMAIN_EVENT_IO_ERROR_REASON: event(195, { dom: domain, srcPath: str, devAlias: str, action: i32, reason: str }),
  DOMAIN_EVENT_CONTROL_ERROR: event(224, { dom: domain }),
  DOMAIN_EVENT_BLOCK_JOB: event(241, { dom: domain, path: str, type: i32, status: i32 }),
  DOMAIN_EVENT_DISK_CHANGE: event(248, {
    dom: domain,
    oldSrcPath: optStr,
    newSrcPath: optStr,
    devAlias: str,
    reason: i32,
  }),
  DOMAIN_EVENT_TRAY_CHANGE: event(268, { dom: domain, devAlias: str, reason: i32 }),
  DOMAIN_EVENT_PMWAKEUP: event(269, { dom: domain }),
  DOMAIN_EVENT_PMSUSPEND: event(270, { dom: domain }),
  DOMAIN_EVENT_BALLOON_CHANGE: event(276, { dom: domain, actual: u64 }),
  DOMAIN_EVENT_PMSUSPEND_DISK: event(292, { dom: domain }),
  DOMAIN_EVENT_DEVICE_REMOVED: event(311, { dom: domain, devAlias: str }),
};
