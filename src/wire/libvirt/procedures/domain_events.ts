/**
 * Events of domains, each with the id of the callback that asked for it.
 *
 * @module
 */

import { i32, optStr, str, u32, u64 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { domainLegacyEvents } from "./domain_legacy_events.ts";
import { event, parameters } from "./procedure.ts";

/** Events of domains, each with the id of the callback that asked for it. */
export const domainEvents = {
  DOMAIN_EVENT_CALLBACK_LIFECYCLE: event(318, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_LIFECYCLE.message,
  }),
  DOMAIN_EVENT_CALLBACK_REBOOT: event(319, { callbackID: i32, msg: domainLegacyEvents.DOMAIN_EVENT_REBOOT.message }),
  DOMAIN_EVENT_CALLBACK_RTC_CHANGE: event(320, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_RTC_CHANGE.message,
  }),
  DOMAIN_EVENT_CALLBACK_WATCHDOG: event(321, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_WATCHDOG.message,
  }),
  DOMAIN_EVENT_CALLBACK_IO_ERROR: event(322, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_IO_ERROR.message,
  }),
  DOMAIN_EVENT_CALLBACK_GRAPHICS: event(323, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_GRAPHICS.message,
  }),
  DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON: event(324, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_IO_ERROR_REASON.message,
  }),
  DOMAIN_EVENT_CALLBACK_CONTROL_ERROR: event(325, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_CONTROL_ERROR.message,
  }),
  DOMAIN_EVENT_CALLBACK_BLOCK_JOB: event(326, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_BLOCK_JOB.message,
  }),
  DOMAIN_EVENT_CALLBACK_DISK_CHANGE: event(327, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_DISK_CHANGE.message,
  }),
  DOMAIN_EVENT_CALLBACK_TRAY_CHANGE: event(328, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_TRAY_CHANGE.message,
  }),
  DOMAIN_EVENT_CALLBACK_PMWAKEUP: event(329, {
    callbackID: i32,
    reason: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_PMWAKEUP.message,
  }),
  DOMAIN_EVENT_CALLBACK_PMSUSPEND: event(330, {
    callbackID: i32,
    reason: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_PMSUSPEND.message,
  }),
  DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE: event(331, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_BALLOON_CHANGE.message,
  }),
  DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK: event(332, {
    callbackID: i32,
    reason: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_PMSUSPEND_DISK.message,
  }),
  DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED: event(333, {
    callbackID: i32,
    msg: domainLegacyEvents.DOMAIN_EVENT_DEVICE_REMOVED.message,
  }),
  DOMAIN_EVENT_BLOCK_JOB_2: event(339, { callbackID: i32, dom: domain, dst: str, type: i32, status: i32 }),
  DOMAIN_EVENT_CALLBACK_TUNABLE: event(346, { callbackID: i32, dom: domain, params: parameters(2048) }),
  DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE: event(348, { callbackID: i32, dom: domain, state: i32, reason: i32 }),
  DOMAIN_EVENT_CALLBACK_DEVICE_ADDED: event(354, { callbackID: i32, dom: domain, devAlias: str }),
  DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION: event(359, { callbackID: i32, dom: domain, iteration: i32 }),
  DOMAIN_EVENT_CALLBACK_JOB_COMPLETED: event(363, { callbackID: i32, dom: domain, params: parameters(64) }),
  DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED: event(367, { callbackID: i32, dom: domain, devAlias: str }),
  DOMAIN_EVENT_CALLBACK_METADATA_CHANGE: event(379, { callbackID: i32, dom: domain, type: i32, nsuri: optStr }),
  DOMAIN_EVENT_BLOCK_THRESHOLD: event(385, {
    callbackID: i32,
    dom: domain,
    dev: str,
    path: optStr,
    threshold: u64,
    excess: u64,
  }),
  DOMAIN_EVENT_MEMORY_FAILURE: event(423, { callbackID: i32, dom: domain, recipient: i32, action: i32, flags: u32 }),
  DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE: event(438, { callbackID: i32, dom: domain, alias: str, size: u64 }),
  DOMAIN_EVENT_NIC_MAC_CHANGE: event(453, { callbackID: i32, dom: domain, alias: str, oldMAC: str, newMAC: str }),
};
