/**
 * Flags of a domain's life: defining, starting, stopping, describing, saving, dumping (`libvirt-domain.h`, release
 * 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Flags of `virDomainCreateXML` and `virDomainCreateWithFlags`. */
export const DOMAIN_CREATE_FLAGS = {
  paused: 0x1,
  autodestroy: 0x2,
  bypassCache: 0x4,
  forceBoot: 0x8,
  validate: 0x10,
  resetNvram: 0x20,
} as const satisfies BitTable;

/** Flags of `virDomainCreateXML` and `virDomainCreateWithFlags`. */
export type DomainCreateFlags = FlagsOf<typeof DOMAIN_CREATE_FLAGS>;

/** Flags of `virDomainDefineXMLFlags`. */
export const DOMAIN_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainDefineXMLFlags`. */
export type DomainDefineFlags = FlagsOf<typeof DOMAIN_DEFINE_FLAGS>;

/** Flags of `virDomainUndefineFlags`. */
export const DOMAIN_UNDEFINE_FLAGS = {
  managedSave: 0x1,
  snapshotsMetadata: 0x2,
  nvram: 0x4,
  keepNvram: 0x8,
  checkpointsMetadata: 0x10,
  tpm: 0x20,
  keepTpm: 0x40,
} as const satisfies BitTable;

/** Flags of `virDomainUndefineFlags`. */
export type DomainUndefineFlags = FlagsOf<typeof DOMAIN_UNDEFINE_FLAGS>;

/** Flags of `virDomainShutdownFlags`: the ways that may be tried. */
export const DOMAIN_SHUTDOWN_FLAGS = {
  acpiPowerBtn: 0x1,
  guestAgent: 0x2,
  initctl: 0x4,
  signal: 0x8,
  paravirt: 0x10,
} as const satisfies BitTable;

/** Flags of `virDomainShutdownFlags`: the ways that may be tried. */
export type DomainShutdownFlags = FlagsOf<typeof DOMAIN_SHUTDOWN_FLAGS>;

/** Flags of `virDomainReboot`: the ways that may be tried. */
export const DOMAIN_REBOOT_FLAGS: typeof DOMAIN_SHUTDOWN_FLAGS = DOMAIN_SHUTDOWN_FLAGS;

/** Flags of `virDomainReboot`: the ways that may be tried. */
export type DomainRebootFlags = FlagsOf<typeof DOMAIN_REBOOT_FLAGS>;

/** Flags of `virDomainDestroyFlags`. */
export const DOMAIN_DESTROY_FLAGS = {
  graceful: 0x1,
  removeLogs: 0x2,
} as const satisfies BitTable;

/** Flags of `virDomainDestroyFlags`. */
export type DomainDestroyFlags = FlagsOf<typeof DOMAIN_DESTROY_FLAGS>;

/** Flags of `virDomainGetXMLDesc`. */
export const DOMAIN_XML_FLAGS = {
  secure: 0x1,
  inactive: 0x2,
  updateCpu: 0x4,
  migratable: 0x8,
} as const satisfies BitTable;

/** Flags of `virDomainGetXMLDesc`. */
export type DomainXmlFlags = FlagsOf<typeof DOMAIN_XML_FLAGS>;

/** Flags of saving, restoring and managed save. */
export const DOMAIN_SAVE_FLAGS = {
  bypassCache: 0x1,
  running: 0x2,
  paused: 0x4,
  resetNvram: 0x8,
} as const satisfies BitTable;

/** Flags of saving, restoring and managed save. */
export type DomainSaveFlags = FlagsOf<typeof DOMAIN_SAVE_FLAGS>;

/** Flags of `virDomainSaveImageGetXMLDesc`. */
export const DOMAIN_SAVE_IMAGE_XML_FLAGS = {
  secure: 0x1,
} as const satisfies BitTable;

/** Flags of `virDomainSaveImageGetXMLDesc`. */
export type DomainSaveImageXmlFlags = FlagsOf<typeof DOMAIN_SAVE_IMAGE_XML_FLAGS>;

/** Flags of `virDomainCoreDump`. */
export const DOMAIN_DUMP_FLAGS = {
  crash: 0x1,
  live: 0x2,
  bypassCache: 0x4,
  reset: 0x8,
  memoryOnly: 0x10,
} as const satisfies BitTable;

/** Flags of `virDomainCoreDump`. */
export type DomainDumpFlags = FlagsOf<typeof DOMAIN_DUMP_FLAGS>;

/** Formats of `virDomainCoreDumpWithFormat`. */
export const DOMAIN_DUMP_FORMATS = {
  raw: 0,
  kdumpZlib: 1,
  kdumpLzo: 2,
  kdumpSnappy: 3,
  winDmp: 4,
} as const satisfies NumberTable;

/** Formats of `virDomainCoreDumpWithFormat`. */
export type DomainDumpFormat = keyof typeof DOMAIN_DUMP_FORMATS;

/** Kinds of metadata a domain keeps. */
export const DOMAIN_METADATA_TYPES = {
  description: 0,
  title: 1,
  element: 2,
} as const satisfies NumberTable;

/** Kinds of metadata a domain keeps. */
export type DomainMetadataType = keyof typeof DOMAIN_METADATA_TYPES;

/** Moments whose action `virDomainSetLifecycleAction` sets. */
export const DOMAIN_LIFECYCLE_TYPES = {
  poweroff: 0,
  reboot: 1,
  crash: 2,
} as const satisfies NumberTable;

/** Moments whose action `virDomainSetLifecycleAction` sets. */
export type DomainLifecycleType = keyof typeof DOMAIN_LIFECYCLE_TYPES;

/** What can be done at those moments. */
export const DOMAIN_LIFECYCLE_ACTIONS = {
  destroy: 0,
  restart: 1,
  restartRename: 2,
  preserve: 3,
  coredumpDestroy: 4,
  coredumpRestart: 5,
} as const satisfies NumberTable;

/** What can be done at those moments. */
export type DomainLifecycleAction = keyof typeof DOMAIN_LIFECYCLE_ACTIONS;
