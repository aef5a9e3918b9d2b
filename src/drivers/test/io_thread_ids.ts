/**
 * The I/O threads of a guest: so many, with numbers that are given or the lowest that are free.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";

/** Their numbers, in the order in which libvirt lists them: those that are named, then those that were counted. */
export function ioThreadIds({ iothreads = 0, iothreadIds = [] }: Domain): number[] {
  const ids = iothreadIds.map(({ id }) => id);
  for (let next = 1; ids.length < iothreads; next++) {
    if (!ids.includes(next)) ids.push(next);
  }
  return ids;
}
