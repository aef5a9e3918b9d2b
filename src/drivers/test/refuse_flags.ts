/**
 * Refuses flags that libvirt knows and its test hypervisor does not take, in libvirt's words.
 *
 * @module
 */

import { type BitTable, type FlagsOf, flagsToNumber } from "../../base/bit_flags.ts";
import { checkFlags } from "../../model/check_flags.ts";

/** What a function takes. */
export interface FlagRule<T extends BitTable> {
  /** Every flag there is. */
  readonly table: T;
  /** The flags that are taken. */
  readonly allowed: readonly (keyof T & string)[];
  /** The function libvirt names in the error: `testDomainDestroyFlags`. */
  readonly function: string;
}

/**
 * Refuses a flag that is set and not allowed.
 *
 * @throws VirtError "unsupported flags (0x…) in function …"
 */
export function refuseFlags<T extends BitTable>(flags: FlagsOf<T>, rule: FlagRule<T>): void {
  const allowed = Object.fromEntries(rule.allowed.map((name) => [name, rule.table[name] ?? 0]));
  checkFlags(flagsToNumber(rule.table, flags), [allowed], { function: rule.function, domain: "VIR_FROM_TEST" });
}
