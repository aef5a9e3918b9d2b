/**
 * Calls of the QEMU program beside the common ones (`libvirt-qemu.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Flags of `virDomainQemuMonitorCommand`. */
export const QEMU_MONITOR_COMMAND_FLAGS = {
  hmp: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainQemuMonitorCommand`. */
export type QemuMonitorCommandFlags = FlagsOf<typeof QEMU_MONITOR_COMMAND_FLAGS>;

/** Timeouts of `virDomainQemuAgentCommand` that are words, not seconds. */
export const QEMU_AGENT_TIMEOUTS = {
  block: -2,
  default: -1,
  nowait: 0,
  shutdown: 60,
} as const satisfies NumberTable;

/** Timeouts of `virDomainQemuAgentCommand` that are words, not seconds. */
export type QemuAgentTimeout = keyof typeof QEMU_AGENT_TIMEOUTS;

/** Flags of listening for monitor events. */
export const QEMU_MONITOR_EVENT_FLAGS = {
  regex: 0x1,
  nocase: 0x2,
} as const satisfies BitTable;

/** Flags of listening for monitor events. */
export type QemuMonitorEventFlags = FlagsOf<typeof QEMU_MONITOR_EVENT_FLAGS>;
