/**
 * Words with a number each: the word where people read it, the number where a protocol carries it.
 *
 * @module
 */

/** Words and their numbers. */
export type NumberTable = Readonly<Record<string, number>>;

/** The word with this number, or `undefined` where the table has none. */
export function wordOf<T extends NumberTable>(table: T, number: number): (keyof T & string) | undefined {
  return Object.keys(table).find((word) => table[word] === number);
}

/** Whether a text is one of a table's words. */
export function isWordOf<T extends NumberTable>(table: T, text: string): text is keyof T & string {
  return Object.hasOwn(table, text);
}
