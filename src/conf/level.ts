/**
 * Which release of libvirt a document is written for. A document as old as a release leaves out what that release did
 * not know, so that the two can be compared and old clients see what they expect.
 *
 * @module
 */

/** How a document is written. */
export interface FormatOptions {
  /** Version of libvirt (major * 1 000 000 + minor * 1 000 + micro) whose structure is wanted. Default: all of it. */
  readonly level?: number;
}

/** The version that first had an element, attribute or value, by its place in the document. */
export type SinceTable = Readonly<Record<string, number>>;

/** Whether the level knows what stands at this place; what the table does not name is older than every level. */
export function isKnown(table: SinceTable, place: string, options: FormatOptions): boolean {
  const since = table[place];
  return since === undefined || options.level === undefined || since <= options.level;
}
