/**
 * What libvirt's public functions ask of their arguments, as rules that a table can name. Texts are libvirt's.
 *
 * @module
 */

import { exclusiveFlags, requiredFlag } from "../../model/check_flags.ts";
import { invalidArgument, VirtError } from "../../model/error.ts";
import type { ErrorDomain } from "../../model/error_domain.ts";

/** What a rule is told of the call. */
export interface RuleContext {
  /** The function that refuses: `virDomainRename`. */
  readonly function: string;
  readonly domain: ErrorDomain;
  /** Whether the caller may only read. */
  readonly readOnly: boolean;
}

/** Throws where the arguments cannot be meant. */
export type Rule = (args: readonly unknown[], context: RuleContext) => void;

/** A flag by our word and by libvirt's name. */
export type NamedFlag = readonly [word: string, name: string];

/** Two flags of the record at this place may not come together. */
export function exclusive(place: number | readonly [number, string], first: NamedFlag, second: NamedFlag): Rule {
  return (args, context) => {
    const flags = recordAt(args, place);
    if (flags[first[0]] && flags[second[0]]) throw exclusiveFlags([first[1], second[1]], context);
  };
}

/** A flag of the record at this place needs another one. */
export function requires(place: number, flag: NamedFlag, required: NamedFlag): Rule {
  return (args, context) => {
    const flags = recordAt(args, place);
    if (flags[flag[0]] && !flags[required[0]]) throw requiredFlag(flag[1], required[1], context);
  };
}

/** The text at this place is not empty. */
export function nonEmpty(place: number, name: string): Rule {
  return (args, context) => {
    if (args[place] === "") refuse(name, `string ${name} in ${context.function} must not be empty`, context);
  };
}

/** The list at this place has anything in it: libvirt's protocol knows no empty ones. */
export function notNull(place: number | readonly [number, string], name: string): Rule {
  return (args, context) => {
    if (numberAt(args, place) === 0) refuse(name, `${name} in ${context.function} must not be NULL`, context);
  };
}

/** The number (or the length of the list or record) at this place is not zero. */
export function nonZero(place: number | readonly [number, string], name: string): Rule {
  return (args, context) => {
    if (numberAt(args, place) === 0) refuse(name, `${name} in ${context.function} must not be zero`, context);
  };
}

/** The number (or the length of the list or record) at this place is greater than zero. */
export function positive(place: number | readonly [number, string], name: string): Rule {
  return (args, context) => {
    if (numberAt(args, place) <= 0) refuse(name, `${name} in ${context.function} must be greater than zero`, context);
  };
}

/** The number at this place is zero or greater. */
export function nonNegative(place: number, name: string): Rule {
  return (args, context) => {
    if (numberAt(args, place) < 0) refuse(name, `${name} in ${context.function} must be zero or greater`, context);
  };
}

/** A read-only caller may not set any of these flags of the record at this place. */
export function needsWriting(place: number, words: readonly string[], detail?: string): Rule {
  return (args, { readOnly, function: name, domain }) => {
    if (!readOnly) return;
    const flags = args[place];
    const set = typeof flags === "string" ? words.includes(flags) : words.some((word) => recordAt(args, place)[word]);
    if (set) throw new VirtError("VIR_ERR_OPERATION_DENIED", detail ?? `read only access prevents ${name}`, { domain });
  };
}

/** The call is refused with libvirt's text about this argument. */
export function refuse(argument: string, text: string, { function: name, domain }: RuleContext): never {
  throw invalidArgument(argument, text, { function: name, domain });
}

/** The record at a place: an argument, or a member of it. */
export function recordAt(
  args: readonly unknown[],
  place: number | readonly [number, string],
): Readonly<Record<string, unknown>> {
  return (valueAt(args, place) ?? {}) as Readonly<Record<string, unknown>>;
}

function valueAt(args: readonly unknown[], place: number | readonly [number, string]): unknown {
  if (typeof place === "number") return args[place];
  return recordAt(args, place[0])[place[1]];
}

function numberAt(args: readonly unknown[], place: number | readonly [number, string]): number {
  const value = valueAt(args, place);
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : Number(value);
}
