/**
 * Failures as RFC 9457 documents: what happened, in which step, and what to do next.
 *
 * @module
 */

import { VirtError } from "../model/error.ts";
import type { ErrorCode } from "../model/error_code.ts";
import type { Answer } from "./route.ts";

/** The media type of a problem. */
export const PROBLEM_JSON = "application/problem+json";

/** A problem document. */
export interface Problem {
  /** A name for the kind of problem that does not change. */
  readonly type: string;
  /** The kind of problem, in words. */
  readonly title: string;
  readonly status: number;
  /** This very problem, in words. */
  readonly detail: string;
  /** libvirt's name of the error. */
  readonly code?: string;
  /** libvirt's number of the error. */
  readonly number?: number;
  /** libvirt's name for the part it comes from. */
  readonly domain?: string;
  /** What was being done. */
  readonly step?: string;
  /** What to do next. */
  readonly hint?: string;
  readonly [extension: string]: unknown;
}

/** Codes that are the caller's doing or have a status of their own; all others are 500. */
const STATUSES: Readonly<Partial<Record<ErrorCode, number>>> = {
  VIR_ERR_INVALID_ARG: 400,
  VIR_ERR_XML_ERROR: 400,
  VIR_ERR_ARGUMENT_UNSUPPORTED: 400,
  VIR_ERR_AUTH_FAILED: 401,
  VIR_ERR_ACCESS_DENIED: 403,
  VIR_ERR_OPERATION_DENIED: 403,
  VIR_ERR_NO_DOMAIN: 404,
  VIR_ERR_NO_CONNECT: 404,
  VIR_ERR_CONFIG_UNSUPPORTED: 422,
  VIR_ERR_OPERATION_INVALID: 409,
  VIR_ERR_RESOURCE_BUSY: 503,
  VIR_ERR_OPERATION_ABORTED: 503,
  VIR_ERR_INVALID_CONN: 503,
  VIR_ERR_OPERATION_TIMEOUT: 504,
  VIR_ERR_NO_SUPPORT: 501,
  VIR_ERR_OPERATION_UNSUPPORTED: 501,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be meant",
  401: "A token is needed",
  403: "Not allowed",
  404: "Not found",
  405: "Not a method of this path",
  406: "None of the accepted forms can be given",
  409: "Not possible now",
  413: "The body is too large",
  415: "The body is of another type",
  421: "Not the name of this server",
  422: "Not possible with this configuration",
  500: "Something went wrong here",
  501: "Not supported",
  503: "Not ready",
  504: "It took too long",
};

/** The problem that an error is. What no one foresaw says nothing about our insides. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof VirtError)) {
    return problem(500, "An error that nobody foresaw; the log of this program has it");
  }
  const { code, number, domain, step, hint } = error;
  return problem(STATUSES[code] ?? 500, error.message, {
    type: `urn:libvirt:error:${code}`,
    code,
    number,
    domain,
    ...(step === undefined ? {} : { step }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** A problem with a status. */
export function problem(status: number, detail: string, more: Readonly<Record<string, unknown>> = {}): Problem {
  return { type: "about:blank", title: TITLES[status] ?? "Failed", status, detail, ...more };
}

/** The answer that carries a problem. */
export function answerProblem(document: Problem, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: document.status, mediaType: PROBLEM_JSON, body: `${JSON.stringify(document)}\n`, headers };
}
