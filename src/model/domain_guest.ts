/**
 * Calls that reach into the guest: agent, keys, signals, consoles, memory (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Groups of `virDomainGetGuestInfo`. */
export const GUEST_INFO_TYPES = {
  users: 0x1,
  os: 0x2,
  timezone: 0x4,
  hostname: 0x8,
  filesystem: 0x10,
  disks: 0x20,
  interfaces: 0x40,
  load: 0x80, // since 11.2
} as const satisfies BitTable;

/** Groups of `virDomainGetGuestInfo`. */
export type GuestInfoTypes = FlagsOf<typeof GUEST_INFO_TYPES>;

/** Timeouts of the guest agent that are words, not seconds. */
export const AGENT_RESPONSE_TIMEOUTS = {
  block: -2,
  default: -1,
  nowait: 0,
} as const satisfies NumberTable;

/** Timeouts of the guest agent that are words, not seconds. */
export type AgentResponseTimeout = keyof typeof AGENT_RESPONSE_TIMEOUTS;

/** Flags of `virDomainAuthorizedSSHKeysSet`. */
export const AUTHORIZED_SSH_KEYS_FLAGS = {
  append: 0x1,
  remove: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainAuthorizedSSHKeysSet`. */
export type AuthorizedSshKeysFlags = FlagsOf<typeof AUTHORIZED_SSH_KEYS_FLAGS>;

/** Flags of `virDomainSetUserPassword`. */
export const SET_USER_PASSWORD_FLAGS = {
  encrypted: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainSetUserPassword`. */
export type SetUserPasswordFlags = FlagsOf<typeof SET_USER_PASSWORD_FLAGS>;

/** Flags of `virDomainSetTime`. */
export const SET_TIME_FLAGS = {
  sync: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainSetTime`. */
export type SetTimeFlags = FlagsOf<typeof SET_TIME_FLAGS>;

/** Flags of `virDomainGetHostname`. */
export const GET_HOSTNAME_FLAGS = {
  lease: 0x1,
  agent: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainGetHostname`. */
export type GetHostnameFlags = FlagsOf<typeof GET_HOSTNAME_FLAGS>;

/** Where `virDomainInterfaceAddresses` looks. */
export const INTERFACE_ADDRESSES_SOURCES = {
  lease: 0,
  agent: 1,
  arp: 2,
} as const satisfies NumberTable;

/** Where `virDomainInterfaceAddresses` looks. */
export type InterfaceAddressesSource = keyof typeof INTERFACE_ADDRESSES_SOURCES;

/** Flags of `virDomainOpenConsole`. */
export const CONSOLE_FLAGS = {
  force: 0x1,
  safe: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainOpenConsole`. */
export type ConsoleFlags = FlagsOf<typeof CONSOLE_FLAGS>;

/** Flags of `virDomainOpenChannel`. */
export const CHANNEL_FLAGS = {
  force: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainOpenChannel`. */
export type ChannelFlags = FlagsOf<typeof CHANNEL_FLAGS>;

/** Flags of `virDomainOpenGraphics`. */
export const OPEN_GRAPHICS_FLAGS = {
  skipAuth: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainOpenGraphics`. */
export type OpenGraphicsFlags = FlagsOf<typeof OPEN_GRAPHICS_FLAGS>;

/** Flags of `virDomainMemoryPeek`. */
export const MEMORY_PEEK_FLAGS = {
  virtual: 0x1,
  physical: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainMemoryPeek`. */
export type MemoryPeekFlags = FlagsOf<typeof MEMORY_PEEK_FLAGS>;

/** Flags of `virDomainFDAssociate`. */
export const DOMAIN_FD_ASSOCIATE_FLAGS = {
  seclabelRestore: 0x1,
  seclabelWritable: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainFDAssociate`. */
export type DomainFdAssociateFlags = FlagsOf<typeof DOMAIN_FD_ASSOCIATE_FLAGS>;

/** Kinds of message `virDomainGetMessages` gives. */
export const DOMAIN_MESSAGE_TYPES = {
  deprecation: 0x1,
  tainting: 0x2,
} as const satisfies BitTable;

/** Kinds of message `virDomainGetMessages` gives. */
export type DomainMessageTypes = FlagsOf<typeof DOMAIN_MESSAGE_TYPES>;
