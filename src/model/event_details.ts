/**
 * The words in a domain's events other than its lifecycle (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** What a watchdog that went off did. */
export const WATCHDOG_ACTIONS = {
  none: 0,
  pause: 1,
  reset: 2,
  poweroff: 3,
  shutdown: 4,
  debug: 5,
  injectNmi: 6,
} as const satisfies NumberTable;

/** What a watchdog that went off did. */
export type WatchdogAction = keyof typeof WATCHDOG_ACTIONS;

/** What was done about an I/O error. */
export const IO_ERROR_ACTIONS = {
  none: 0,
  pause: 1,
  report: 2,
} as const satisfies NumberTable;

/** What was done about an I/O error. */
export type IoErrorAction = keyof typeof IO_ERROR_ACTIONS;

/** How far a viewer's connection is. */
export const GRAPHICS_PHASES = {
  connect: 0,
  initialize: 1,
  disconnect: 2,
} as const satisfies NumberTable;

/** How far a viewer's connection is. */
export type GraphicsPhase = keyof typeof GRAPHICS_PHASES;

/** Kinds of address a viewer comes from. */
export const GRAPHICS_ADDRESS_TYPES = {
  ipv4: 0,
  ipv6: 1,
  unix: 2,
} as const satisfies NumberTable;

/** Kinds of address a viewer comes from. */
export type GraphicsAddressType = keyof typeof GRAPHICS_ADDRESS_TYPES;

/** Why a disk's source changed. */
export const DISK_CHANGE_REASONS = {
  changeMissingOnStart: 0,
  dropMissingOnStart: 1,
} as const satisfies NumberTable;

/** Why a disk's source changed. */
export type DiskChangeReason = keyof typeof DISK_CHANGE_REASONS;

/** How a tray moved. */
export const TRAY_CHANGE_REASONS = {
  open: 0,
  close: 1,
} as const satisfies NumberTable;

/** How a tray moved. */
export type TrayChangeReason = keyof typeof TRAY_CHANGE_REASONS;

/** Whether the guest agent is there. */
export const AGENT_LIFECYCLE_STATES = {
  connected: 1,
  disconnected: 2,
} as const satisfies NumberTable;

/** Whether the guest agent is there. */
export type AgentLifecycleState = keyof typeof AGENT_LIFECYCLE_STATES;

/** Why that changed. */
export const AGENT_LIFECYCLE_REASONS = {
  unknown: 0,
  domainStarted: 1,
  channel: 2,
} as const satisfies NumberTable;

/** Why that changed. */
export type AgentLifecycleReason = keyof typeof AGENT_LIFECYCLE_REASONS;

/** Whose memory failed. */
export const MEMORY_FAILURE_RECIPIENTS = {
  hypervisor: 0,
  guest: 1,
} as const satisfies NumberTable;

/** Whose memory failed. */
export type MemoryFailureRecipient = keyof typeof MEMORY_FAILURE_RECIPIENTS;

/** What was done about failed memory. */
export const MEMORY_FAILURE_ACTIONS = {
  ignore: 0,
  inject: 1,
  fatal: 2,
  reset: 3,
} as const satisfies NumberTable;

/** What was done about failed memory. */
export type MemoryFailureAction = keyof typeof MEMORY_FAILURE_ACTIONS;

/** How grave a memory failure is. */
export const MEMORY_FAILURE_FLAGS = {
  actionRequired: 0x1,
  recursive: 0x2,
} as const satisfies BitTable;

/** How grave a memory failure is. */
export type MemoryFailureFlags = FlagsOf<typeof MEMORY_FAILURE_FLAGS>;
