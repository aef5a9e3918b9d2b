/**
 * Flags of host interfaces (`libvirt-interface.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of `virInterfaceGetXMLDesc`. */
export const INTERFACE_XML_FLAGS = {
  inactive: 0x1,
} as const satisfies BitTable;

/** Flags of `virInterfaceGetXMLDesc`. */
export type InterfaceXmlFlags = FlagsOf<typeof INTERFACE_XML_FLAGS>;

/** Flags of `virInterfaceDefineXML`. */
export const INTERFACE_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virInterfaceDefineXML`. */
export type InterfaceDefineFlags = FlagsOf<typeof INTERFACE_DEFINE_FLAGS>;
