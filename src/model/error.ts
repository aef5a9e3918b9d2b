/**
 * The one error that leaves this library.
 *
 * It carries libvirt's number, origin and text, so that a client that matches on those finds them; and what a person
 * needs besides: the step that failed, what to do next, and the error underneath.
 *
 * @module
 */

import { type ErrorCode, errorMessage, errorNumber } from "./error_code.ts";
import type { ErrorDomain } from "./error_domain.ts";

/** How bad an error is. Numbers on the wire: none 0, warning 1, error 2. */
export type ErrorLevel = "none" | "warning" | "error";

const LEVEL_NUMBERS = { none: 0, warning: 1, error: 2 } as const satisfies Readonly<Record<ErrorLevel, number>>;

/** What an error carries besides its code and detail. */
export interface VirtErrorOptions {
  /** Where it comes from. @default {"VIR_FROM_NONE"} */
  readonly domain?: ErrorDomain;
  /** How bad it is. @default {"error"} */
  readonly level?: ErrorLevel;
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
  /** What was being done. */
  readonly step: string | undefined;
  /** What to do next. */
  readonly hint: string | undefined;

  /** Makes the error; its message is libvirt's pattern for the code with the detail in it. */
  constructor(code: ErrorCode, detail?: string, options: VirtErrorOptions = {}) {
    super(errorMessage(code, detail), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "VirtError";
    this.code = code;
    this.detail = detail;
    this.domain = options.domain ?? "VIR_FROM_NONE";
    this.level = options.level ?? "error";
    this.step = options.step;
    this.hint = options.hint;
  }

  /** The number of the code on the wire. */
  get number(): number {
    return errorNumber(this.code);
  }

  /** The number of the level on the wire. */
  get levelNumber(): number {
    return LEVEL_NUMBERS[this.level];
  }
}
