/**
 * Checks of guests' calls that are more than one rule.
 *
 * @module
 */

import type { BlockRebase, DomainCpuStatsQuery, KeyPresses, MetadataChange } from "../../drivers/contract.ts";
import { refuse, type RuleContext } from "./rule.ts";

/** `VIR_DOMAIN_SEND_KEY_MAX_KEYS`. */
const MAX_KEYS = 16;

/** A title has one line; only elements have a namespace and a prefix. */
export function checkMetadata(args: readonly unknown[], context: RuleContext): void {
  const { type, uri, key, value } = args[1] as MetadataChange;
  if (type === "title" && value?.includes("\n")) refuse("metadata", "metadata title can't contain newlines", context);
  if (type === "element") {
    if (uri === undefined) refuse("uri", `uri in ${context.function} must not be NULL`, context);
    if (value !== undefined && key === undefined) refuse("key", `key in ${context.function} must not be NULL`, context);
    return;
  }
  if (uri !== undefined) refuse("uri", `uri in ${context.function} must be NULL`, context);
  if (key !== undefined) refuse("key", `key in ${context.function} must be NULL`, context);
}

/** One key at least, and no more than a keyboard's driver takes. */
export function checkSendKey(args: readonly unknown[], context: RuleContext): void {
  const { length } = (args[1] as KeyPresses).keycodes;
  if (length === 0) refuse("nkeycodes", `nkeycodes in ${context.function} must be greater than zero`, context);
  if (length > MAX_KEYS) refuse("nkeycodes", `nkeycodes must be <= ${MAX_KEYS}`, context);
}

/** Totals are one record. */
export function checkCpuStats(args: readonly unknown[], context: RuleContext): void {
  const { start, count } = args[1] as DomainCpuStatsQuery;
  if (start === undefined && count !== 1) refuse("start_cpu", "ncpus must be 1 when start_cpu is -1", context);
  if (start !== undefined && start < 0) {
    refuse("start_cpu", `start_cpu in ${context.function} must be zero or greater`, context);
  }
}

/** A copy needs a target, and what only a copy has needs a copy. */
export function checkRebase(args: readonly unknown[], context: RuleContext): void {
  const { base, flags } = args[2] as BlockRebase;
  if (flags.copy) {
    if (base === undefined) refuse("base", `base in ${context.function} must not be NULL`, context);
  } else if (flags.shallow || flags.reuseExt || flags.copyRaw || flags.copyDev) {
    refuse("flags", "use of flags requires a copy job", context);
  }
}
