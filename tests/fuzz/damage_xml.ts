/**
 * Documents as a careless or hostile hand leaves them: pieces gone, twice, elsewhere, or with other values.
 *
 * @module
 */

import type { Dice } from "./random_value.ts";

const VALUES = [
  "",
  "-1",
  "0",
  "99999999999999999999",
  "yes",
  "../../etc/passwd",
  "%s%n",
  "é😀",
  "&#x0;",
  "&amp;&lt;",
  "<",
];

const EDITS: readonly ((text: string, at: number, dice: Dice) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, dice) => text.slice(0, at) + text.slice(at, at + dice(60)) + text.slice(at),
  (text, at, dice) => text.slice(0, at) + text.slice(at + dice(60)),
  (text, at, dice) => text.slice(0, at) + String.fromCharCode(dice(dice(2) === 0 ? 128 : 65536)) + text.slice(at),
  (text, at, dice) => replaceFrom(text, at, /\d+/, () => VALUES[dice(VALUES.length)]!),
  (text, at, dice) => replaceFrom(text, at, /='[^']*'/, () => `='${VALUES[dice(VALUES.length)]!}'`),
  (text, at, dice) => replaceFrom(text, at, />[^<]+</, () => `>${VALUES[dice(VALUES.length)]!}<`),
  (text, at) => replaceFrom(text, at, / [\w:]+='[^']*'/, () => ""),
  (text, at) => replaceFrom(text, at, / [\w:]+='[^']*'/, (found) => found + found.replace(/^ ./, " x")),
  (text, at) => replaceFrom(text, at, /<(\w+)[^>]*\/>/, () => ""),
  (text, at) => replaceFrom(text, at, /<(\w+)[^>]*\/>/, (found) => found + found),
  (text, at) => replaceFrom(text, at, /<(\w+)[^>/]*>[^]*?<\/\1>/, (found) => found + found),
  (text, at) => replaceFrom(text, at, /<(\w+)[^>/]*>[^]*?<\/\1>/, () => ""),
  (text, at, dice) => replaceFrom(text, at, /<\w+/, () => `<${wordOf(text, dice)}`),
];

/** One to three edits. */
export function damageXml(text: string, dice: Dice): string {
  let damaged = text;
  for (let count = 1 + dice(3); count > 0; count--) {
    damaged = EDITS[dice(EDITS.length)]!(damaged, dice(damaged.length + 1), dice);
  }
  return damaged;
}

function replaceFrom(text: string, at: number, pattern: RegExp, by: (found: string) => string): string {
  return text.slice(0, at) + text.slice(at).replace(pattern, by);
}

/** Another element's name of the same document. */
function wordOf(text: string, dice: Dice): string {
  return /<(\w+)/.exec(text.slice(dice(text.length)))?.[1] ?? "x";
}
