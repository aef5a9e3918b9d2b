/**
 * Numbers of which 0 means that nothing is set.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Part } from "./part.ts";
import { mapped } from "./refine.ts";

/** The part, absent where it is 0. */
export function nonZero<T extends Integer64 | undefined>(part: Part<T>): Part<T | undefined> {
  const unlessZero = (value: T | undefined): T | undefined => value === 0 ? undefined : value;
  return { ...mapped(part, { parse: unlessZero, format: (value) => unlessZero(value as T) }), optional: true };
}
