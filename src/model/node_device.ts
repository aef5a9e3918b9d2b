/**
 * Flags of node devices (`libvirt-nodedev.h`, release 9.0 and later).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import { DOMAIN_AFFECT_FLAGS } from "./domain_affect.ts";

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

/** Flags of `virNodeDeviceGetXMLDesc`, since 10.1. */
export const NODE_DEVICE_XML_FLAGS = {
  inactive: 0x1,
} as const satisfies BitTable;

/** Flags of `virNodeDeviceGetXMLDesc`. */
export type NodeDeviceXmlFlags = FlagsOf<typeof NODE_DEVICE_XML_FLAGS>;

/** Flags of `virNodeDeviceUpdate`, since 10.1; no bit means the current configuration. */
export const NODE_DEVICE_UPDATE_FLAGS: typeof DOMAIN_AFFECT_FLAGS = DOMAIN_AFFECT_FLAGS;

/** Flags of `virNodeDeviceUpdate`. */
export type NodeDeviceUpdateFlags = FlagsOf<typeof NODE_DEVICE_UPDATE_FLAGS>;
