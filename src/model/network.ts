/**
 * Networks and their ports: flags, what can be updated, kinds of address (`libvirt-network.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";
import { DOMAIN_AFFECT_FLAGS } from "./domain_affect.ts";
import { DOMAIN_METADATA_TYPES } from "./domain_flags.ts";

/** Flags of `virNetworkCreateXMLFlags`. */
export const NETWORK_CREATE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNetworkCreateXMLFlags`. */
export type NetworkCreateFlags = FlagsOf<typeof NETWORK_CREATE_FLAGS>;

/** Flags of `virNetworkDefineXMLFlags`. */
export const NETWORK_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virNetworkDefineXMLFlags`. */
export type NetworkDefineFlags = FlagsOf<typeof NETWORK_DEFINE_FLAGS>;

/** Flags of `virNetworkGetXMLDesc`. */
export const NETWORK_XML_FLAGS = {
  inactive: 0x1,
} as const satisfies BitTable;

/** Flags of `virNetworkGetXMLDesc`. */
export type NetworkXmlFlags = FlagsOf<typeof NETWORK_XML_FLAGS>;

/** What `virNetworkUpdate` does with the element. */
export const NETWORK_UPDATE_COMMANDS = {
  none: 0,
  modify: 1,
  delete: 2,
  addLast: 3,
  addFirst: 4,
} as const satisfies NumberTable;

/** What `virNetworkUpdate` does with the element. */
export type NetworkUpdateCommand = keyof typeof NETWORK_UPDATE_COMMANDS;

/** Which part of a network `virNetworkUpdate` changes. */
export const NETWORK_UPDATE_SECTIONS = {
  none: 0,
  bridge: 1,
  domain: 2,
  ip: 3,
  ipDhcpHost: 4,
  ipDhcpRange: 5,
  forward: 6,
  forwardInterface: 7,
  forwardPf: 8,
  portgroup: 9,
  dnsHost: 10,
  dnsTxt: 11,
  dnsSrv: 12,
} as const satisfies NumberTable;

/** Which part of a network `virNetworkUpdate` changes. */
export type NetworkUpdateSection = keyof typeof NETWORK_UPDATE_SECTIONS;

/** Flags of `virNetworkUpdate`; no bit means the current configuration. */
export const NETWORK_UPDATE_FLAGS: typeof DOMAIN_AFFECT_FLAGS = DOMAIN_AFFECT_FLAGS;

/** Flags of `virNetworkUpdate`; no bit means the current configuration. */
export type NetworkUpdateFlags = FlagsOf<typeof NETWORK_UPDATE_FLAGS>;

/** Flags of `virNetworkPortCreateXML`. */
export const NETWORK_PORT_CREATE_FLAGS = {
  reclaim: 0x1,
  validate: 0x2,
} as const satisfies BitTable;

/** Flags of `virNetworkPortCreateXML`. */
export type NetworkPortCreateFlags = FlagsOf<typeof NETWORK_PORT_CREATE_FLAGS>;

/** Kinds of IP address. */
export const IP_ADDRESS_TYPES = {
  ipv4: 0,
  ipv6: 1,
} as const satisfies NumberTable;

/** Kinds of IP address. */
export type IpAddressType = keyof typeof IP_ADDRESS_TYPES;

/** Kinds of metadata a network keeps, since 9.7: those of a domain. */
export const NETWORK_METADATA_TYPES: typeof DOMAIN_METADATA_TYPES = DOMAIN_METADATA_TYPES;

/** Kinds of metadata a network keeps. */
export type NetworkMetadataType = keyof typeof NETWORK_METADATA_TYPES;
