/**
 * Elements out of the plain dialect in which cache files are written: attributes in single quotes, text or children but
 * not both, no declaration, no comment, no namespace. Whatever else a file has makes it foreign.
 *
 * A general XML parser takes a tenth of a second for one large file, cold, and such a file is read on the way to an
 * answer; this reads it in a few milliseconds and cuts attributes out only when they are asked for.
 *
 * @module
 */

/** One element. */
export interface ScannedElement {
  readonly name: string;
  /** Its attributes as written; read with {@linkcode attributeOf}. */
  readonly head: string;
  /** Its text as written; read with {@linkcode textOf}. */
  readonly text: string;
  readonly children: readonly ScannedElement[];
}

/** The text is not such a document. */
export class ForeignDocumentError extends SyntaxError {
  override readonly name = "ForeignDocumentError";
}

/** The error that says what is not as in any document of ours. */
export function foreign(problem: string): ForeignDocumentError {
  return new ForeignDocumentError(`Cannot read the cache document: ${problem}`);
}

/** Deeper than any document of ours. */
const DEPTH_LIMIT = 8;

/** The highest of the characters that XML counts as white space. */
const SPACE = 0x20;

type OpenElement = { name: string; head: string; text: string; children: ScannedElement[] };

/** The root element. Throws {@linkcode ForeignDocumentError} for any text that is not wholly such a document. */
export function scanElements(text: string): ScannedElement {
  const top: OpenElement = { name: "", head: "", text: "", children: [] };
  const open = [top];
  const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*='[^'<]*')*)\s*(\/?)>([^<]*)/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    const parent = open[open.length - 1];
    if (found === null || parent === undefined) throw foreign(`nothing known at offset ${at}`);
    // By index, not by pattern: that would run an iterator per element.
    const closing = found[1];
    const name = found[2] ?? "";
    const head = found[3] ?? "";
    const empty = found[4];
    const after = found[5] ?? "";
    if (closing) {
      if (parent === top || parent.name !== name || head || empty) {
        throw foreign(`"</${name}>" closes nothing at offset ${at}`);
      }
      open.pop();
    } else {
      const element: OpenElement = { name, head, text: empty ? "" : after, children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
    if (open.length > DEPTH_LIMIT) throw foreign(`too deep at offset ${at}`);
    if ((closing || empty) && after.trim() !== "") throw foreign(`stray text at offset ${at}`);
  }
  const [root, ...others] = top.children;
  if (open.length > 1 || root === undefined || others.length > 0) throw foreign("it is cut off");
  return root;
}

/** The value of an attribute, `undefined` where there is none. */
export function attributeOf(element: ScannedElement, name: string): string | undefined {
  const { head } = element;
  // From attribute to attribute: a value may well end in what looks like the beginning of another.
  for (let at = 0; at < head.length;) {
    const equals = head.indexOf("='", at);
    const end = head.indexOf("'", equals + 2);
    const start = equals - name.length;
    if (start > at && head.startsWith(name, start) && head.charCodeAt(start - 1) <= SPACE) {
      return decode(head.slice(equals + 2, end));
    }
    at = end + 1;
  }
  return undefined;
}

/** The text of an element, without that around its children. */
export function textOf(element: ScannedElement): string {
  return element.children.length > 0 ? "" : decode(element.text);
}

/** The first child of that name, `undefined` where there is none. */
export function childOf(element: ScannedElement, name: string): ScannedElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The children of that name. */
export function childrenOf(element: ScannedElement, name: string): ScannedElement[] {
  return element.children.filter((child) => child.name === name);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", apos: "'", quot: '"' };

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,10})(;?)/g, (whole, name: string, end: string) => {
    const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
    const point = code === null ? undefined : code[1] ? parseInt(code[1], 16) : Number(code[2]);
    if (end && point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point);
    const entity = end ? ENTITIES[name] : undefined;
    if (entity === undefined) throw foreign(`unknown entity "${whole}"`);
    return entity;
  });
}
