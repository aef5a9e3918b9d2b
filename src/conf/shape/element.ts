/**
 * A whole document: an element with a name, what it holds, and the three things that are made of its declaration.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import { readDocument, type ReadDocumentOptions } from "../xml/read_document.ts";
import { XmlWriter } from "../xml/xml_writer.ts";
import { ElementOut, type EmptyStyle } from "./element_out.ts";
import { closed, toPart } from "./object.ts";
import type { Part, PartLike, ShapeOf } from "./part.ts";

/** A document's root, or an element that can be a document of its own, like a device. */
export interface Element<T> extends Part<T> {
  /** The name of the element. */
  readonly name: string;
  /** What becomes of it when it holds nothing. */
  readonly empty: EmptyStyle;
  /** Namespaces of which it holds elements, by prefix. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** How a document is declared. */
export interface ElementOptions {
  /** What becomes of it when it holds nothing. @default {"close"} */
  readonly empty?: EmptyStyle;
  /** Namespaces of which it holds elements, by the prefix that the shape names them with. */
  readonly namespaces?: Readonly<Record<string, string>>;
}

/** Declares a document. */
export function element<P extends PartLike>(
  name: string,
  content: P,
  options: ElementOptions = {},
): Element<ShapeOf<P>> {
  return { ...toPart(content), name, empty: options.empty ?? "close", namespaces: options.namespaces ?? {} };
}

/** How a document is parsed. */
export interface ParseOptions extends Pick<ReadDocumentOptions, "unknown" | "maxLength" | "maxDepth" | "about"> {
  /** Keeps what only a running object has. @default {true} */
  readonly live?: boolean;
}

/**
 * Text to typed document.
 *
 * @throws {DocumentError} With the place of the mistake and libvirt's code for it.
 */
export function parseShape<T>(shape: Element<T>, text: string, options: ParseOptions = {}): T {
  const context = { lenient: options.unknown === "ignore", live: options.live ?? true };
  return readDocument(text, (reader) => shape.read(reader, context), {
    ...options,
    root: shape.name,
    namespaces: shape.namespaces,
  });
}

/** How a document is formatted. */
export interface FormatOptions {
  /** Writes what only a running object has. @default {true} */
  readonly live?: boolean;
  /** Writes passwords and the like. @default {true} */
  readonly secure?: boolean;
}

/** Typed document to text, byte for byte as libvirt writes it. */
export function formatShape<T>(shape: Element<T>, document: T, options: FormatOptions = {}): string {
  const out = new ElementOut({ live: options.live ?? true, secure: options.secure ?? true });
  shape.write(document as Exclude<T, undefined>, out);
  const writer = new XmlWriter();
  out.flush(writer, shape.name, shape.empty);
  return writer.toString();
}

/** The JSON form as JSON Schema 2020-12: the typed document itself, with large numbers as they are in `Integer64`. */
export function jsonSchemaOf(shape: Element<unknown>): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const schema = closed(shape.schema(definitions));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...schema,
    ...(definitions.size === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
  };
}
