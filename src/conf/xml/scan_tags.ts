/**
 * Finds the tags of an XML text by looking at brackets and quotes only. The parser's tree does not remember where an
 * element stood; this finds the n-th start tag again when an error has to say so. It also counts nesting before the
 * parser descends into a hostile text.
 *
 * @module
 */

/** What a tag does: `<a>` opens, `</a>` closes, `<a/>` does both. */
export type TagKind = "open" | "close" | "empty";

/** Called for each tag with the offset of its `<`; `false` ends the scan. */
export type TagVisitor = (kind: TagKind, offset: number) => boolean | void;

/** Visits every tag in order; stops quietly where the text is not XML, which is the parser's to report. */
export function scanTags(text: string, visit: TagVisitor): void {
  let at = text.indexOf("<");
  while (at !== -1) {
    const start = at;
    const skipped = skipMarkup(text, start);
    if (skipped !== undefined) {
      if (skipped === -1) return;
      at = text.indexOf("<", skipped);
      continue;
    }
    const end = tagEnd(text, start + 1);
    if (end === -1) return;
    const kind = text[start + 1] === "/" ? "close" : text[end - 1] === "/" ? "empty" : "open";
    if (visit(kind, start) === false) return;
    at = text.indexOf("<", end);
  }
}

/** The offset of the `<` of the start tag with this ordinal in document order (0 is the root), or undefined. */
export function findStartTag(text: string, ordinal: number): number | undefined {
  let seen = 0;
  let found: number | undefined;
  scanTags(text, (kind, offset) => {
    if (kind === "close" || seen++ !== ordinal) return true;
    found = offset;
    return false;
  });
  return found;
}

/** The offset of the first start tag that is nested deeper than `limit` elements, or undefined. */
export function findTooDeep(text: string, limit: number): number | undefined {
  let depth = 0;
  let found: number | undefined;
  scanTags(text, (kind, offset) => {
    if (kind === "close") {
      depth -= 1;
      return true;
    }
    if (depth + 1 > limit) {
      found = offset;
      return false;
    }
    if (kind === "open") depth += 1;
    return true;
  });
  return found;
}

/** Line and column, both from 1, of an offset. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** Past the end of a comment, CDATA section, declaration or instruction; -1 without end; undefined for a tag. */
function skipMarkup(text: string, start: number): number | undefined {
  if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
  if (text.startsWith("<![CDATA[", start)) return after(text, "]]>", start + 9);
  if (text.startsWith("<?", start)) return after(text, "?>", start + 2);
  if (text.startsWith("<!", start)) return after(text, ">", start + 2);
  return undefined;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** Attribute values may hold `>`, so quotes are stepped over. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === ">") return at;
    if (character !== "'" && character !== '"') continue;
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}
