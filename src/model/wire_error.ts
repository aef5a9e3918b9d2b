/**
 * Errors as plain objects: the fields libvirt's protocol carries, in words for people's JSON and numbers for the wire.
 *
 * @module
 */

import { wordOf } from "../base/number_table.ts";
import { ERROR_LEVELS, VirtError } from "./error.ts";
import { errorCodeOf } from "./error_code.ts";
import { ERROR_DOMAINS, errorDomainNumber } from "./error_domain.ts";

/** An error as it travels. */
export interface WireError {
  /** The number of the code. */
  readonly code: number;
  /** The number of the domain. */
  readonly domain: number;
  /** The whole text. */
  readonly message: string | null;
  /** The number of the level. */
  readonly level: number;
  /** The pattern, mostly. */
  readonly str1: string | null;
  /** The detail, mostly. */
  readonly str2: string | null;
  /** Nothing, mostly. */
  readonly str3: string | null;
  /** errno for an error of the system, else -1 mostly. */
  readonly int1: number;
  /** -1, mostly. */
  readonly int2: number;
}

/** The error as it travels. */
export function toWireError(error: VirtError): WireError {
  return {
    code: error.number,
    domain: errorDomainNumber(error.domain),
    message: error.message,
    level: error.levelNumber,
    str1: error.str1,
    str2: error.str2,
    str3: error.str3,
    int1: error.int1,
    int2: error.int2,
  };
}

/** The error that arrived; a code nobody here knows becomes an internal error that keeps the text. */
export function fromWireError(wire: WireError): VirtError {
  const code = errorCodeOf(wire.code);
  return new VirtError(code ?? "VIR_ERR_INTERNAL_ERROR", wire.str2 ?? undefined, {
    domain: ERROR_DOMAINS[wire.domain] ?? "VIR_FROM_NONE",
    level: wordOf(ERROR_LEVELS, wire.level) ?? "error",
    ...(wire.message === null ? {} : { message: wire.message }),
    str1: wire.str1,
    str2: wire.str2,
    str3: wire.str3,
    int1: wire.int1,
    int2: wire.int2,
    ...(code === undefined ? { hint: `The server's error number ${wire.code} is newer than this program` } : {}),
  });
}

/** How deep a chain of causes is followed: one that bites its own tail must end. */
const MAX_CAUSES = 16;

/** The messages from an error down to its first cause, outermost first. */
export function causeChain(error: unknown): string[] {
  const chain: string[] = [];
  for (let at: unknown = error; at !== undefined && at !== null && chain.length < MAX_CAUSES;) {
    chain.push(at instanceof Error ? at.message : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}
