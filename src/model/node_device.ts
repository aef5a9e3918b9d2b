/**
 * Flags of node devices (`libvirt-nodedev.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virNodeDeviceCreateXML`. */
export const NODE_DEVICE_CREATE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNodeDeviceCreateXML`. */
export type NodeDeviceCreateFlags = FlagsOf<typeof NODE_DEVICE_CREATE_FLAGS>;

/** Flags of `virNodeDeviceDefineXML`. */
export const NODE_DEVICE_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNodeDeviceDefineXML`. */
export type NodeDeviceDefineFlags = FlagsOf<typeof NODE_DEVICE_DEFINE_FLAGS>;
