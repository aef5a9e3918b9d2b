/**
 * From the text of several commands to the words of each.
 *
 * @module
 */

import { UsageError } from "./failure.ts";

/** Splits at `;` and line ends, and each command at blanks; quotes and backslashes are as in a shell. */
export function splitCommands(text: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === "'" || character === '"') {
      const { inside, end } = readQuoted(text, at);
      word = (word ?? "") + inside;
      at = end;
    } else if (character === "\\" && at + 1 < text.length) {
      word = (word ?? "") + (text[++at] === "\n" ? "" : text[at]);
    } else if (character === ";" || character === "\n") {
      endCommand();
    } else if (character === "#" && word === undefined) {
      at = lineEnd(text, at) - 1;
    } else if (/\s/.test(character)) {
      endWord();
    } else word = (word ?? "") + character;
  }
  endCommand();
  return commands;
}

/** What is between two quotes; a backslash counts between double quotes only. */
function readQuoted(text: string, start: number): { readonly inside: string; readonly end: number } {
  const quote = text[start];
  let inside = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return { inside, end: at };
    if (quote === '"' && text[at] === "\\" && /["\\$`]/.test(text[at + 1] ?? "")) at++;
    inside += text[at];
  }
  throw new UsageError(`A quote ${quote} is opened, but not closed: ${text.slice(start, start + 40)}`);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
