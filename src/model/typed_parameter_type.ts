/**
 * The types a typed parameter can have, and the flag that allows strings (`libvirt-common.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Types by the word for them. */
export const TYPED_PARAMETER_TYPES = {
  int: 1,
  uint: 2,
  llong: 3,
  ullong: 4,
  double: 5,
  boolean: 6,
  string: 7,
} as const satisfies NumberTable;

/** Types by the word for them. */
export type TypedParameterType = keyof typeof TYPED_PARAMETER_TYPES;

/** The bit a client adds to the flags of a call when it takes strings. */
export const TYPED_PARAMETER_FLAGS = {
  stringOkay: 0x4,
} as const satisfies BitTable;

/** The bit a client adds to the flags of a call when it takes strings. */
export type TypedParameterFlags = FlagsOf<typeof TYPED_PARAMETER_FLAGS>;
