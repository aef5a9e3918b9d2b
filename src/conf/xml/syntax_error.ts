/**
 * The error about a text that is no XML, as libvirt words it: the document, the line, what is wrong, the line itself
 * and a mark under the place.
 *
 * @module
 */

import type { XmlSyntaxError } from "@std/xml";
import { DocumentError } from "./document_error.ts";
import type { DocumentTitle } from "./document_titles.ts";
import { findSyntaxError } from "./find_syntax_error.ts";
import { positionOf } from "./scan_tags.ts";

/** libvirt cuts longer ones. */
const LONGEST_DETAIL = 1023;

/** The error for what the parser refused. */
export function syntaxError(text: string, refusal: XmlSyntaxError, about: DocumentTitle | undefined): DocumentError {
  const own = refusal.message.replace(/ at line \d+, column \d+$/, "");
  const { message, offset } = findSyntaxError(text) ?? { message: own, offset: refusal.offset };
  const { line, column } = positionOf(text, offset);
  const where = about === undefined ? `at line ${line}` : `${about.title}:${line}`;
  const detail = `${where}: ${message}\n${quote(text, offset)}`.slice(0, LONGEST_DETAIL);
  const terms = { code: "VIR_ERR_XML_DETAIL", domain: about?.domain ?? "VIR_FROM_XML", detail } as const;
  return new DocumentError(own, { path: "/", line, column }, { ...terms, cause: refusal });
}

/** The line and the mark below it, which stands as many bytes to the right as there are before the place. */
function quote(text: string, offset: number): string {
  let last = offset;
  while (last > 0 && isLineEnd(text[last])) last -= 1;
  while (last > 0 && !isLineEnd(text[last])) last -= 1;
  const start = isLineEnd(text[last]) ? last + 1 : last;
  const [line = ""] = text.slice(start, start + LONGEST_DETAIL).split(/[\r\n]/, 1);
  const before = line.slice(0, Math.max(0, offset - start));
  const dashes = before.replace(/[^\t]/gu, (character) => "-".repeat(new TextEncoder().encode(character).length));
  return `${line === "" ? "(null)" : line}\n${dashes}^`;
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
