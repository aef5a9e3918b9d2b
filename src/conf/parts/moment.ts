/**
 * What snapshots and checkpoints have in common: a moment in the life of a domain, and the one before it.
 *
 * @module
 */

import { child, int64, nonZero, path, string, textOf } from "../shape/mod.ts";

/** What a moment is called. */
export const momentName = {
  name: child("name", textOf(string)),
  description: child("description", textOf(string)),
};

/** When it was, and what was before. */
export const momentPlace = {
  parent: path("parent/name", textOf(string)),
  creationTime: nonZero(child("creationTime", textOf(int64))),
};

/** The text of a time: seconds since 1970, as a name for what has none. */
export function nameOfMoment(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}
