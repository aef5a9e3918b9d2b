/**
 * What is wrong with a configuration document, and where.
 *
 * @module
 */

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

  /** Names the problem and its place. */
  constructor(problem: string, place: DocumentPlace, options: ErrorOptions = {}) {
    super(`Cannot read ${place.path} at line ${place.line}, column ${place.column}: ${problem}`, options);
    this.name = "DocumentError";
    this.problem = problem;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
  }
}
