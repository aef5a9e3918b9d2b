/**
 * Secrets: what they are for, and flags (`libvirt-secret.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** What a secret is for. */
export const SECRET_USAGE_TYPES = {
  none: 0,
  volume: 1,
  ceph: 2,
  iscsi: 3,
  tls: 4,
  vtpm: 5,
} as const satisfies NumberTable;

/** What a secret is for. */
export type SecretUsageType = keyof typeof SECRET_USAGE_TYPES;

/** Flags of `virSecretDefineXML`. */
export const SECRET_DEFINE_FLAGS = {
  validate: 0x1,
} as const satisfies BitTable;

/** Flags of `virSecretDefineXML`. */
export type SecretDefineFlags = FlagsOf<typeof SECRET_DEFINE_FLAGS>;
