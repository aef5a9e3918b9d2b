/**
 * The one error that leaves this library.
 *
 * It carries libvirt's number, origin and texts, so that a client that matches on those finds them; and what a person
 * needs besides: the step that failed, what to do next, and the error underneath.
 *
 * @module
 */

import { type ErrorCode, errorMessage, errorNumber, errorPattern } from "./error_code.ts";
import type { ErrorDomain } from "./error_domain.ts";

/** How bad an error is. Numbers on the wire: none 0, warning 1, error 2. */
export type ErrorLevel = "none" | "warning" | "error";

/** The levels with their numbers. */
export const ERROR_LEVELS = { none: 0, warning: 1, error: 2 } as const satisfies Readonly<Record<ErrorLevel, number>>;

/** What an error carries besides its code and detail. */
export interface VirtErrorOptions {
  /** Where it comes from. @default {"VIR_FROM_NONE"} */
  readonly domain?: ErrorDomain;
  /** How bad it is. @default {"error"} */
  readonly level?: ErrorLevel;
  /** The whole text, where it is not libvirt's pattern with the detail in it. */
  readonly message?: string;
  /** libvirt's first string; `null` where there is none. @default {the pattern} */
  readonly str1?: string | null;
  /** libvirt's second string; `null` where there is none. @default {the detail} */
  readonly str2?: string | null;
  /** libvirt's third string; `null` where there is none. @default {null} */
  readonly str3?: string | null;
  /** libvirt's first integer: errno for an error of the system. @default {-1} */
  readonly int1?: number;
  /** libvirt's second integer. @default {-1} */
  readonly int2?: number;
  /** What was being done: `query-machines of /usr/bin/qemu-system-arm`. */
  readonly step?: string;
  /** What to do next. */
  readonly hint?: string;
  /** The error underneath. */
  readonly cause?: unknown;
}

/**
 * An error with libvirt's code and text.
 *
 * @example Ask for the code, not for the text
 * ```ts
 * import { VirtError } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * const error = new VirtError("VIR_ERR_NO_SUPPORT", "virDomainCreate", { hint: "Use a driver that runs guests" });
 * assert.equal(error.number, 3);
 * assert.equal(error.message, "this function is not supported by the connection driver: virDomainCreate");
 * ```
 */
export class VirtError extends Error {
  /** libvirt's name of the error. */
  readonly code: ErrorCode;
  /** What was put into libvirt's pattern. */
  readonly detail: string | undefined;
  /** The part of the system it comes from. */
  readonly domain: ErrorDomain;
  /** How bad it is. */
  readonly level: ErrorLevel;
  /** The pattern of the text, or what the call has put there. */
  readonly str1: string | null;
  /** The detail, or what the call has put there. */
  readonly str2: string | null;
  /** What the call has put there. */
  readonly str3: string | null;
  /** errno for an error of the system. */
  readonly int1: number;
  /** What the call has put there. */
  readonly int2: number;
  /** What was being done. */
  readonly step: string | undefined;
  /** What to do next. */
  readonly hint: string | undefined;

  /** Makes the error; its message is libvirt's pattern for the code with the detail in it. */
  constructor(code: ErrorCode, detail?: string, options: VirtErrorOptions = {}) {
    const text = options.message ?? errorMessage(code, detail);
    super(text, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "VirtError";
    this.code = code;
    this.detail = detail;
    this.domain = options.domain ?? "VIR_FROM_NONE";
    this.level = options.level ?? "error";
    this.str1 = options.str1 === undefined ? errorPattern(code, detail) : options.str1;
    this.str2 = options.str2 === undefined ? detail ?? null : options.str2;
    this.str3 = options.str3 ?? null;
    this.int1 = options.int1 ?? -1;
    this.int2 = options.int2 ?? -1;
    this.step = options.step;
    this.hint = options.hint;
  }

  /** The number of the code on the wire. */
  get number(): number {
    return errorNumber(this.code);
  }

  /** The number of the level on the wire. */
  get levelNumber(): number {
    return ERROR_LEVELS[this.level];
  }
}

/** Where an argument was refused. */
export interface ArgumentOptions {
  /** The function that refused it, as libvirt names it. */
  readonly function: string;
  /** The part of the system that function belongs to. @default {"VIR_FROM_NONE"} */
  readonly domain?: ErrorDomain;
}

/**
 * The error for an argument with a wrong value: its text stands alone, without the words of the code.
 *
 * libvirt makes those apart from all others: strings are the function and the argument, integers zero.
 */
export function invalidArgument(argument: string, text: string, options: ArgumentOptions): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", text, {
    message: text,
    str1: options.function,
    str2: argument,
    int1: 0,
    int2: 0,
    ...(options.domain === undefined ? {} : { domain: options.domain }),
  });
}
