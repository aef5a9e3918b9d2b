/**
 * The checks libvirt makes on the flags of every call, with its texts.
 *
 * @module
 */

import { type BitTable, unknownBits } from "../base/bit_flags.ts";
import { invalidArgument, type VirtError } from "./error.ts";
import type { ErrorDomain } from "./error_domain.ts";

/** Who is asking, for the text of the error. */
export interface FlagCheck {
  /** The function libvirt's text names: `testDomainCreateXML`. */
  readonly function: string;
  /** The part of the system it belongs to. @default {"VIR_FROM_NONE"} */
  readonly domain?: ErrorDomain;
}

/**
 * Refuses bits that none of the tables has.
 *
 * @throws VirtError "unsupported flags (0x…) in function …"
 */
export function checkFlags(bits: number, tables: readonly BitTable[], check: FlagCheck): void {
  const unknown = unknownBits(bits, ...tables);
  if (unknown === 0) return;
  const text = `unsupported flags (0x${unknown.toString(16)}) in function ${check.function}`;
  throw invalidArgument("flags", text, check);
}

/** The error for two flags that may not come together. */
export function exclusiveFlags(names: readonly [string, string], check: FlagCheck): VirtError {
  return invalidArgument("ctl", `Flags '${names[0]}' and '${names[1]}' are mutually exclusive`, check);
}

/** The error for a flag that needs another one. */
export function requiredFlag(flag: string, required: string, check: FlagCheck): VirtError {
  return invalidArgument("ctl", `Flag '${required}' is required by flag '${flag}'`, check);
}
