/**
 * Reads an XML document into a typed one. The callback asks for what it knows; whatever it did not ask for is then
 * an error with line, column and path, so that a misspelt element is never silently dropped.
 *
 * @module
 */

import { isElement, parse, type XmlElement, XmlSyntaxError } from "@std/xml";
import { DocumentError } from "./document_error.ts";
import { DOCUMENT_TITLES, type DocumentTitle } from "./document_titles.ts";
import { ElementReader, type Failure } from "./element_reader.ts";
import { findStartTag, findTooDeep, positionOf } from "./scan_tags.ts";
import { syntaxError } from "./syntax_error.ts";

/** How a document is read. */
export interface ReadDocumentOptions {
  /** Name of the root element. Default: any. */
  readonly root?: string;
  /** What it is called in errors. Default: by its root. */
  readonly about?: DocumentTitle;
  /** What to do with elements, attributes and text that were not asked for. @default {"error"} */
  readonly unknown?: "error" | "ignore";
  /** Namespaces of which elements are known, by the prefix they are asked for with. */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** Longest text that is looked at, in UTF-16 units. @default {16777216} */
  readonly maxLength?: number;
  /** Deepest nesting of elements. @default {64} */
  readonly maxDepth?: number;
}

/**
 * Reads one document.
 *
 * @throws {DocumentError} The text is not XML, is over a limit, or does not have the structure `read` asks for.
 */
export function readDocument<T>(text: string, read: (root: ElementReader) => T, options: ReadDocumentOptions = {}): T {
  refuseHostile(text, options);
  const root = parseRoot(text, options.about ?? DOCUMENT_TITLES[options.root ?? ""]);
  const context = {
    readers: [] as ElementReader[],
    prefixes: new Map(Object.entries(options.namespaces ?? {}).map(([prefix, uri]) => [uri, prefix])),
    fail: (failure: Failure) => failAt(text, root, failure),
  };
  const reader = new ElementReader(root, context);
  const found = root.name.raw;
  if (options.root !== undefined && found !== options.root) {
    const detail = `expecting root element of '${options.root}', not '${found}'`;
    reader.fail(`expected <${options.root}>, found <${found}>`, undefined, { detail });
  }
  const value = read(reader);
  if (options.unknown !== "ignore") { for (const each of context.readers) each.refuseUnread(); }
  return value;
}

function refuseHostile(text: string, options: ReadDocumentOptions): void {
  const maxLength = options.maxLength ?? 16 * 1024 * 1024;
  const place = { path: "/", line: 1, column: 1 };
  if (text.length > maxLength) {
    const problem = `the text is ${text.length} characters long, ${maxLength} are allowed`;
    throw new DocumentError(problem, place);
  }
  const maxDepth = options.maxDepth ?? 64;
  const tooDeep = findTooDeep(text, maxDepth);
  if (tooDeep === undefined) return;
  const problem = `elements are nested more than ${maxDepth} deep`;
  throw new DocumentError(problem, { path: "/", ...positionOf(text, tooDeep) });
}

function parseRoot(text: string, about: DocumentTitle | undefined): XmlElement {
  try {
    return parse(text).root;
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw syntaxError(text, error, about);
  }
}

function failAt(text: string, root: XmlElement, failure: Failure): never {
  const offset = findStartTag(text, ordinalOf(root, failure.element)) ?? 0;
  throw new DocumentError(failure.problem, { path: failure.path, ...positionOf(text, offset) }, failure.terms);
}

/** How many start tags stand before the element's. */
function ordinalOf(root: XmlElement, wanted: XmlElement): number {
  let count = 0;
  const stack = [root];
  for (let element = stack.pop(); element !== undefined && element !== wanted; element = stack.pop()) {
    count += 1;
    const children = element.children.filter(isElement);
    while (children.length > 0) stack.push(children.pop() as XmlElement);
  }
  return count;
}
