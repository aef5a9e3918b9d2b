/**
 * What is wrong with a configuration document, and where.
 *
 * @module
 */

import type { ErrorCode } from "../../model/error_code.ts";
import type { ErrorDomain } from "../../model/error_domain.ts";

/** What libvirt says about the same mistake; its clients match on these. */
export interface ErrorTerms {
  /** @default {"VIR_ERR_XML_ERROR"} */
  readonly code?: ErrorCode;
  /** @default {"VIR_FROM_XML"} */
  readonly domain?: ErrorDomain;
  /** What is put into libvirt's pattern for the code. Default: the problem. */
  readonly detail?: string;
}

/** What a document error carries besides its problem and place. */
export type DocumentErrorOptions = ErrorTerms & ErrorOptions;

/** Where in a document something is. */
export interface DocumentPlace {
  /** Path of the element or attribute: `/domainCapabilities/os/loader[1]/@readonly`. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
}

/** A document that cannot be read: not well-formed, over a limit, or not of the expected structure. */
export class DocumentError extends Error {
  /** Path of the element: `/capabilities/host/cpu`. */
  readonly path: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1. */
  readonly column: number;
  /** What is wrong, without the place. */
  readonly problem: string;
  /** libvirt's code for it. */
  readonly code: ErrorCode;
  /** Where libvirt says it comes from. */
  readonly domain: ErrorDomain;
  /** What libvirt says about it. */
  readonly detail: string;

  /** Names the problem and its place. */
  constructor(problem: string, place: DocumentPlace, options: DocumentErrorOptions = {}) {
    super(`Cannot read ${place.path} at line ${place.line}, column ${place.column}: ${problem}`, options);
    this.name = "DocumentError";
    this.problem = problem;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
    this.code = options.code ?? "VIR_ERR_XML_ERROR";
    this.domain = options.domain ?? "VIR_FROM_XML";
    this.detail = options.detail ?? problem;
  }
}
