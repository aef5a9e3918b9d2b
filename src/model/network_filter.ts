/**
 * Flags of network filters and their bindings (`libvirt-nwfilter.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virNWFilterDefineXMLFlags`. */
export const NETWORK_FILTER_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNWFilterDefineXMLFlags`. */
export type NetworkFilterDefineFlags = FlagsOf<typeof NETWORK_FILTER_DEFINE_FLAGS>;

/** Flags of `virNWFilterBindingCreateXML`. */
export const NETWORK_FILTER_BINDING_CREATE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNWFilterBindingCreateXML`. */
export type NetworkFilterBindingCreateFlags = FlagsOf<typeof NETWORK_FILTER_BINDING_CREATE_FLAGS>;
