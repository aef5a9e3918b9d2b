/**
 * Where we mean to answer otherwise than the reference, and why.
 *
 * @module
 */

/** A difference that is meant. */
export interface KnownDifference {
  /** The commands it is about. */
  readonly command: RegExp;
  /** Why we answer otherwise. */
  readonly reason: string;
}

/** Every difference that is meant; the first that fits a command counts. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [];
