/**
 * One element while it is being written: attributes first, whatever order the parts come in.
 *
 * @module
 */

import type { XmlWriter } from "../xml/xml_writer.ts";
import type { WriteContext } from "./part.ts";

/**
 * What becomes of an element that holds nothing: it closes itself, is left out, or has a line for either tag. `block`
 * and `text` are for elements that libvirt never closes at once.
 */
export type EmptyStyle = "close" | "omit" | "block";

/** Collects what the parts of an element write. */
export class ElementOut {
  readonly context: WriteContext;
  #attributes: Record<string, string> = {};
  readonly #content: ((writer: XmlWriter) => void)[] = [];
  #text: string | undefined;

  constructor(context: WriteContext) {
    this.context = context;
  }

  /** Adds an attribute. */
  attribute(name: string, value: string): void {
    this.#attributes[name] = value;
  }

  /** Adds an attribute ahead of those that are there already. */
  firstAttribute(name: string, value: string): void {
    this.#attributes = { [name]: value, ...this.#attributes };
  }

  /** Sets the text. */
  text(text: string): void {
    this.#text = text;
  }

  /** Adds children. */
  content(write: (writer: XmlWriter) => void): void {
    this.#content.push(write);
  }

  /** Whether nothing was written. */
  get isEmpty(): boolean {
    return this.#text === undefined && this.#content.length === 0 && Object.keys(this.#attributes).length === 0;
  }

  /** Writes the element. */
  flush(writer: XmlWriter, name: string, empty: EmptyStyle = "close"): void {
    if (this.#text !== undefined) return writer.text(name, this.#text, this.#attributes);
    if (empty === "omit" && Object.keys(this.#attributes).length === 0) {
      return writer.unlessEmpty(name, {}, () => this.flushContent(writer));
    }
    if (empty === "block") return writer.block(name, this.#attributes, () => this.flushContent(writer));
    writer.element(name, this.#attributes, () => this.flushContent(writer));
  }

  /** Writes the children only. */
  flushContent(writer: XmlWriter): void {
    for (const write of this.#content) write(writer);
  }
}
