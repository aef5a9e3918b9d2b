/**
 * Which of a domain's two configurations a change is for, with libvirt's bits (`libvirt-domain.h`, release 9.0).
 * No bit at all means the current one: the running domain's where it runs, else the stored one.
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Bits that most calls with a choice of configuration take. */
export const DOMAIN_AFFECT_FLAGS = {
  live: 0x1,
  config: 0x2,
} as const satisfies BitTable;

/** Bits that most calls with a choice of configuration take. */
export type DomainAffectFlags = FlagsOf<typeof DOMAIN_AFFECT_FLAGS>;

/** Flags of `virDomainSetMemoryFlags`. */
export const DOMAIN_MEMORY_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  maximum: 0x4,
} as const satisfies BitTable;

/** Flags of `virDomainSetMemoryFlags`. */
export type DomainMemoryFlags = FlagsOf<typeof DOMAIN_MEMORY_FLAGS>;

/** Flags of `virDomainSetVcpusFlags` and `virDomainGetVcpusFlags`. */
export const DOMAIN_VCPU_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  maximum: 0x4,
  guest: 0x8,
  hotpluggable: 0x10,
} as const satisfies BitTable;

/** Flags of `virDomainSetVcpusFlags` and `virDomainGetVcpusFlags`. */
export type DomainVcpuFlags = FlagsOf<typeof DOMAIN_VCPU_FLAGS>;

/** Flags of attaching, detaching and updating a device. */
export const DOMAIN_DEVICE_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  force: 0x4,
} as const satisfies BitTable;

/** Flags of attaching, detaching and updating a device. */
export type DomainDeviceFlags = FlagsOf<typeof DOMAIN_DEVICE_FLAGS>;
