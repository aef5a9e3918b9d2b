/**
 * `@std/xml` for a program that cannot reach JSR: the same names, types and semantics as Deno's package, for just the
 * functions in use, over the npm package `@rgrove/parse-xml`. Mapping `@std/xml` to the real package in `deno.json`
 * is the only edit needed to leave this file behind, so nothing here goes beyond what the real package offers.
 *
 * @module
 */

import {
  parseXml,
  XmlCdata,
  XmlComment,
  XmlDeclaration,
  type XmlDocument as ForeignDocument,
  XmlElement as ForeignElement,
  XmlError,
  XmlText,
} from "@rgrove/parse-xml";

/** A place in the text; lines and columns count from 1, the offset from 0. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The text is not well-formed XML. */
export class XmlSyntaxError extends SyntaxError {
  readonly line: number;
  readonly column: number;
  readonly offset: number;

  constructor(message: string, position: XmlPosition) {
    super(`${message} at line ${position.line}, column ${position.column}`);
    this.name = "XmlSyntaxError";
    this.line = position.line;
    this.column = position.column;
    this.offset = position.offset;
  }
}

/** A name, whole and in its parts. */
export interface XmlName {
  /** As written: `ns:item`. */
  readonly raw: string;
  /** Without its prefix. */
  readonly local: string;
  readonly prefix?: string;
  /** What the prefix is bound to; names without a prefix have none. */
  readonly uri?: string;
}

/** Decoded text between tags. */
export interface XmlTextNode {
  readonly type: "text";
  readonly text: string;
}

/** A CDATA section, as written. */
export interface XmlCDataNode {
  readonly type: "cdata";
  readonly text: string;
}

/** A comment, without its brackets. */
export interface XmlCommentNode {
  readonly type: "comment";
  readonly text: string;
}

/** An element; attributes are keyed by their name as written. */
export interface XmlElement {
  readonly type: "element";
  readonly name: XmlName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadonlyArray<XmlNode>;
}

/** What an element holds. */
export type XmlNode = XmlElement | XmlTextNode | XmlCDataNode | XmlCommentNode;

/** `<?xml version="1.0"?>`. */
export interface XmlDeclarationEvent extends XmlPosition {
  readonly type: "declaration";
  readonly version: string;
  readonly encoding?: string;
  readonly standalone?: "yes" | "no";
}

/** A parsed document. */
export interface XmlDocument {
  readonly declaration?: XmlDeclarationEvent;
  readonly root: XmlElement;
}

/** How {@linkcode parse} reads. */
export interface ParseOptions {
  /** Leaves out text that is white space only. @default {false} */
  readonly ignoreWhitespace?: boolean;
  /** Leaves out comments. @default {false} */
  readonly ignoreComments?: boolean;
  /** Whether errors say where. @default {true} */
  readonly trackPosition?: boolean;
  /** Refuses a document type declaration before any of it is read. @default {true} */
  readonly disallowDoctype?: boolean;
}

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const NO_POSITION: XmlPosition = { line: 0, column: 0, offset: 0 };

/** Whether a node is an element. */
export function isElement(node: XmlNode): node is XmlElement {
  return node.type === "element";
}

/** Whether a node is text. */
export function isText(node: XmlNode): node is XmlTextNode {
  return node.type === "text";
}

/**
 * Parses a whole document.
 *
 * @throws {XmlSyntaxError} The text is not well-formed, has no root, or has a document type that was not allowed.
 */
export function parse(xml: string, options: ParseOptions = {}): XmlDocument {
  return new Reader(xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml, options).read();
}

type Bindings = ReadonlyMap<string, string>;

class Reader {
  readonly #input: string;
  readonly #ignoreWhitespace: boolean;
  readonly #ignoreComments: boolean;
  readonly #trackPosition: boolean;
  readonly #disallowDoctype: boolean;

  constructor(input: string, options: ParseOptions) {
    this.#input = input;
    this.#ignoreWhitespace = options.ignoreWhitespace ?? false;
    this.#ignoreComments = options.ignoreComments ?? false;
    this.#trackPosition = options.trackPosition ?? true;
    this.#disallowDoctype = options.disallowDoctype ?? true;
  }

  read(): XmlDocument {
    if (this.#disallowDoctype) this.#refuseDoctype();
    const { children, root } = this.#parseForeign();
    const declaration = children.find((node) => node instanceof XmlDeclaration);
    if (root === null) throw this.#failure("No root element found in XML document", 0);
    return {
      ...(declaration === undefined ? {} : { declaration: this.#declaration(declaration) }),
      root: this.#element(root, new Map([["xml", XML_NAMESPACE]])),
    };
  }

  #parseForeign(): ForeignDocument {
    try {
      return parseXml(this.#input, {
        includeOffsets: true,
        preserveCdata: true,
        preserveComments: !this.#ignoreComments,
        preserveXmlDeclaration: true,
      });
    } catch (error) {
      if (error instanceof XmlError) {
        const message = (error.message.split("\n")[0] ?? "").replace(/ \(line \d+, column \d+\)$/, "");
        throw this.#failure(message, error.pos);
      }
      // The parser underneath descends by recursion, so endless nesting ends as an exhausted stack.
      if (error instanceof RangeError) throw this.#failure("Elements are nested too deeply", 0);
      throw error;
    }
  }

  /** Looks through what may stand before the root element. */
  #refuseDoctype(): void {
    const misc = /(?:\uFEFF|[ \t\n]|<\?[^]*?\?>|<!--[^]*?-->)/y;
    let offset = 0;
    while (misc.test(this.#input)) offset = misc.lastIndex;
    if (this.#input.startsWith("<!DOCTYPE", offset)) {
      throw this.#failure("DOCTYPE declarations are not allowed", offset + "<!".length);
    }
  }

  #failure(message: string, offset: number): XmlSyntaxError {
    if (!this.#trackPosition) return new XmlSyntaxError(message, NO_POSITION);
    const before = this.#input.slice(0, offset).split("\n");
    return new XmlSyntaxError(message, {
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      offset,
    });
  }

  #declaration(node: XmlDeclaration): XmlDeclarationEvent {
    const at = this.#trackPosition ? 1 : 0;
    return {
      type: "declaration",
      version: node.version,
      line: at,
      column: at,
      offset: 0,
      ...(node.encoding === null ? {} : { encoding: node.encoding }),
      ...(node.standalone === null ? {} : { standalone: node.standalone }),
    };
  }

  #element(node: ForeignElement, outer: Bindings): XmlElement {
    const attributes: Record<string, string> = Object.assign(Object.create(null), node.attributes);
    const bindings = this.#bind(attributes, outer, node.start);
    const name = this.#resolve(node.name, bindings, node.start);
    this.#checkAttributes(attributes, bindings, node.start);
    const children: XmlNode[] = [];
    for (const child of node.children) {
      const converted = this.#node(child, bindings);
      if (converted !== undefined) children.push(converted);
    }
    return { type: "element", name, attributes, children };
  }

  #node(node: ForeignElement["children"][number], bindings: Bindings): XmlNode | undefined {
    if (node instanceof ForeignElement) return this.#element(node, bindings);
    if (node instanceof XmlComment) return { type: "comment", text: node.content };
    if (node instanceof XmlCdata) return { type: "cdata", text: node.text };
    if (!(node instanceof XmlText)) return undefined; // Processing instructions are no part of the tree.
    if (this.#ignoreWhitespace && /^[ \t\r\n]*$/.test(node.text)) return undefined;
    return { type: "text", text: node.text };
  }

  #bind(attributes: Readonly<Record<string, string>>, outer: Bindings, offset: number): Bindings {
    let bindings: Map<string, string> | undefined;
    for (const name in attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const uri = attributes[name] ?? "";
      const prefix = name.slice("xmlns:".length);
      const problem = bindingProblem(prefix, uri);
      if (problem !== undefined) throw this.#failure(problem, offset);
      if (prefix !== "") (bindings ??= new Map(outer)).set(prefix, uri);
    }
    return bindings ?? outer;
  }

  #resolve(raw: string, bindings: Bindings, offset: number): XmlName {
    const colon = raw.indexOf(":");
    if (colon === -1) return { raw, local: raw };
    const prefix = raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (prefix === "" || local === "" || local.includes(":")) {
      throw this.#failure(`"${raw}" is not a name with one prefix`, offset);
    }
    const uri = bindings.get(prefix);
    if (uri === undefined) throw this.#failure(`Namespace prefix of "${raw}" is not declared`, offset);
    return { raw, local, prefix, uri };
  }

  #checkAttributes(attributes: Readonly<Record<string, string>>, bindings: Bindings, offset: number): void {
    const seen = new Set<string>();
    for (const raw in attributes) {
      if (!raw.includes(":") || raw.startsWith("xmlns:")) continue;
      const { uri, local } = this.#resolve(raw, bindings, offset);
      const expanded = `{${uri}}${local}`;
      if (seen.has(expanded)) throw this.#failure(`Attribute ${expanded} is given twice`, offset);
      seen.add(expanded);
    }
  }
}

/** The rules of "Namespaces in XML 1.0", section 3; an empty prefix is the default namespace. */
function bindingProblem(prefix: string, uri: string): string | undefined {
  if (prefix !== "" && uri === "") return `Namespace prefix "${prefix}" is bound to nothing`;
  if (prefix === "xmlns") return 'The prefix "xmlns" cannot be declared';
  if ((prefix === "xml") !== (uri === XML_NAMESPACE)) return `Only the prefix "xml" is bound to ${XML_NAMESPACE}`;
  if (uri === XMLNS_NAMESPACE) return `Nothing can be bound to ${XMLNS_NAMESPACE}`;
  return undefined;
}
