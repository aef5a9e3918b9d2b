/**
 * What a command on objects answers: the text virsh prints, and the record for programs.
 *
 * @module
 */

import type { DocumentKind } from "../../conf/kinds.ts";
import type { Words } from "./words.ts";
import { formatColumns } from "./columns.ts";

/** The answer of a command. */
export interface Answer {
  /** As virsh prints it. */
  readonly text: string;
  /** The same with --quiet. @default {the text} */
  readonly quiet?: string;
  /** For --json. @default {how the object is named} */
  readonly json?: unknown;
  /** True where the text is a document or bytes' text that is passed on as it is. @default {false} */
  readonly verbatim?: boolean;
  /** @default {0} */
  readonly exitCode?: number;
  /** True where everything has been printed already. @default {false} */
  readonly silent?: boolean;
}

/** A sentence that says what was done; with --quiet nothing. */
export function done(sentence: string, json?: unknown): Answer {
  return { text: sentence === "" ? "" : `${sentence}\n`, quiet: "", ...(json === undefined ? {} : { json }) };
}

/** A sentence that virsh ends without a line of its own. */
export function remark(sentence: string, json?: unknown): Answer {
  return { text: sentence, quiet: "", ...(json === undefined ? {} : { json }) };
}

/** One value on a line. */
export function value(text: string | number | bigint, json: unknown = text): Answer {
  return { text: `${text}\n`, json };
}

/** Names and values, the values in one column. */
export function fields(rows: readonly (readonly [string, unknown])[], json: unknown, width = 15): Answer {
  return { text: rows.map(([name, text]) => `${name.padEnd(width)} ${text}\n`).join(""), json };
}

/** Columns under a head; with --quiet without the head. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | bigint)[])[],
  json: unknown,
): Answer {
  const cells = rows.map((row) => row.map(String));
  return { text: formatColumns(head, cells), quiet: formatColumns(undefined, cells), json };
}

/** A document; it is read only where a program wants the typed form. */
export async function document(kind: DocumentKind, xml: string, words: Words): Promise<Answer> {
  const text = xml.endsWith("\n") ? xml : `${xml}\n`;
  if (!words.has("json")) return { text, verbatim: true };
  const { documentFromXml } = await import("../../conf/kinds.ts");
  return { text, json: await documentFromXml(kind, xml, { unknown: "ignore" }), verbatim: true };
}

/** A text of no kind of its own: XML of another program, or without a typed form. */
export function verbatim(text: string): Answer {
  return { text: text.endsWith("\n") ? text : `${text}\n`, json: { text }, verbatim: true };
}

/** Orders names as virsh does: whatever their case. */
export function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  const [one, two] = [left.name.toLowerCase(), right.name.toLowerCase()];
  return one < two ? -1 : one > two ? 1 : 0;
}

/** Which of the running and the others are listed: those that run, unless it is said otherwise. */
export function activity(words: Words): { readonly active?: true; readonly inactive?: true } {
  return words.has("all") ? {} : words.has("inactive") ? { inactive: true } : { active: true };
}

/** yes or no. */
export function yesNo(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}

/** Words of the API as libvirt writes them: `activeCommit` is `active-commit`. */
export function dashed(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
