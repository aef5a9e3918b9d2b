/**
 * One element while it is being read: typed access to its attributes, children and text, which remembers what was
 * asked for.
 *
 * @module
 */

import { isElement, type XmlElement } from "@std/xml";
import type { ErrorTerms } from "./document_error.ts";

/** Bounds of an integer, both inclusive. */
export interface IntegerRange {
  /** @default {0} */
  readonly min?: number;
  /** @default {Number.MAX_SAFE_INTEGER} */
  readonly max?: number;
}

/** libvirt's code for what only its schemas refuse: it looks at them when it is asked to validate. */
const NOT_IN_SCHEMA: ErrorTerms = { code: "VIR_ERR_XML_INVALID_SCHEMA" };

/** What is wrong with which element. */
export interface Failure {
  readonly problem: string;
  readonly element: XmlElement;
  readonly path: string;
  readonly terms?: ErrorTerms;
}

/** What the readers of one document share. */
export interface ReaderContext {
  /** By namespace the prefix that its names are read with, whatever the document calls it. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Every reader made so far. */
  readonly readers: ElementReader[];
  /** Throws a `DocumentError` with the place of the element. */
  readonly fail: (failure: Failure) => never;
}

/** Reads one element; made by `readDocument`. */
export class ElementReader {
  readonly name: string;
  readonly #parent: ElementReader | undefined;
  readonly #element: XmlElement;
  readonly #context: ReaderContext;
  readonly #attributesRead = new Set<string>();
  readonly #children = new Map<XmlElement, ElementReader>();
  #textRead = false;
  #ignoreRest = false;

  constructor(element: XmlElement, context: ReaderContext, parent?: ElementReader) {
    this.#parent = parent;
    this.#element = element;
    this.#context = context;
    this.name = this.#nameOf(element);
    context.readers.push(this);
  }

  /** Where the element is: `/domainCapabilities/os/loader[1]`, the number only where there are several. */
  get path(): string {
    return this.#parent === undefined ? `/${this.name}` : this.#parent.#childPath(this.#element);
  }

  /** The element as the parser gave it; who takes it has to answer for its content. */
  get element(): XmlElement {
    return this.#element;
  }

  /** What a namespace prefix is bound to here; the empty one is the default namespace. */
  namespace(prefix: string): string | undefined {
    const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    return this.#element.attributes[name] ?? this.#parent?.namespace(prefix);
  }

  /** Throws a `DocumentError` about this element, or about one of its attributes. */
  fail(problem: string, attribute?: string, terms: ErrorTerms = {}): never {
    const path = attribute === undefined ? this.path : `${this.path}/@${attribute}`;
    return this.#context.fail({ problem, element: this.#element, path, terms });
  }

  /** An attribute's value, or undefined where it is not given. */
  attribute(name: string): string | undefined {
    this.#attributesRead.add(name);
    return this.#element.attributes[name];
  }

  /** An attribute's value; its absence is an error. */
  requiredAttribute(name: string): string {
    return this.attribute(name) ?? this.fail(`the attribute "${name}" is missing`, name);
  }

  /** A decimal integer attribute within its range. */
  integer(name: string, range: IntegerRange = {}): number | undefined {
    const value = this.attribute(name);
    return value === undefined ? undefined : this.#toInteger(value, range, name);
  }

  /** A decimal integer attribute within its range; its absence is an error. */
  requiredInteger(name: string, range: IntegerRange = {}): number {
    return this.#toInteger(this.requiredAttribute(name), range, name);
  }

  /** An attribute that is one of a few words. */
  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.attribute(name);
    return value === undefined ? undefined : this.#toWord(value, words, name);
  }

  /** An attribute that is one of a few words; its absence is an error. */
  requiredOneOf<T extends string>(name: string, words: readonly T[]): T {
    return this.#toWord(this.requiredAttribute(name), words, name);
  }

  /** A `yes` or `no` attribute. */
  yesNo(name: string): boolean | undefined {
    const word = this.oneOf(name, ["yes", "no"]);
    return word === undefined ? undefined : word === "yes";
  }

  /** An `on` or `off` attribute. */
  onOff(name: string): boolean | undefined {
    const word = this.oneOf(name, ["on", "off"]);
    return word === undefined ? undefined : word === "on";
  }

  /** The only child of this name, or undefined; more than one is an error. */
  child(name: string): ElementReader | undefined {
    const found = this.children(name);
    if (found.length > 1) found[1]?.fail(`<${name}> may be given once only`);
    return found[0];
  }

  /** The only child of this name; its absence is an error. */
  requiredChild(name: string): ElementReader {
    return this.child(name) ?? this.fail(`the element <${name}> is missing`);
  }

  /** Every child of this name, in order. */
  children(name: string): ElementReader[] {
    return this.#select((child) => this.#nameOf(child) === name);
  }

  /** Every child whose name is wanted, in order. */
  childrenOf(wanted: (name: string) => boolean): ElementReader[] {
    return this.#select((child) => wanted(this.#nameOf(child)));
  }

  /** Every child, in order. */
  elements(): ElementReader[] {
    return this.#select(() => true);
  }

  /** The text in this element, as written. */
  text(): string {
    this.#textRead = true;
    return this.#ownText();
  }

  /** The text of the only child of this name, or undefined where there is no such child. */
  childText(name: string): string | undefined {
    return this.child(name)?.text();
  }

  /** The text as a decimal integer within its range. */
  textInteger(range: IntegerRange = {}): number {
    return this.#toInteger(this.text().trim(), range);
  }

  /** The text as one of a few words. */
  textOneOf<T extends string>(words: readonly T[]): T {
    return this.#toWord(this.text().trim(), words);
  }

  /** Lets everything in this element pass that is not asked for. */
  ignoreRest(): void {
    this.#ignoreRest = true;
  }

  /** Throws about the first attribute, child or text that nobody asked for. */
  refuseUnread(): void {
    if (this.#ignoreRest) return;
    for (const name in this.#element.attributes) {
      if (this.#attributesRead.has(name) || this.#isNamespace(name)) continue;
      this.fail(`unknown attribute "${name}"`, name, NOT_IN_SCHEMA);
    }
    for (const child of this.#element.children) {
      if (!isElement(child)) continue;
      if (this.#children.has(child)) continue;
      const path = this.#childPath(child);
      this.#context.fail({
        problem: `unknown element <${child.name.raw}>`,
        element: child,
        path,
        terms: NOT_IN_SCHEMA,
      });
    }
    if (!this.#textRead && this.#ownText().trim() !== "") {
      this.fail("there is text where none is expected", undefined, NOT_IN_SCHEMA);
    }
  }

  #select(wanted: (child: XmlElement) => boolean): ElementReader[] {
    const found: ElementReader[] = [];
    for (const child of this.#element.children) {
      if (!isElement(child) || !wanted(child)) continue;
      let reader = this.#children.get(child);
      if (reader === undefined) {
        reader = new ElementReader(child, this.#context, this);
        this.#children.set(child, reader);
      }
      found.push(reader);
    }
    return found;
  }

  /** Names of a known namespace are read with its usual prefix. */
  #nameOf({ name, attributes }: XmlElement): string {
    if (this.#context.prefixes.size === 0) return name.raw;
    const uri = name.prefix === undefined ? attributes["xmlns"] ?? this.namespace("") : name.uri;
    const prefix = uri === undefined ? undefined : this.#context.prefixes.get(uri);
    return prefix === undefined ? name.raw : `${prefix}:${name.local}`;
  }

  /** Declarations of prefixes are no attributes; a default namespace is one unless it is known. */
  #isNamespace(name: string): boolean {
    return name.startsWith("xmlns:") ||
      (name === "xmlns" && this.#context.prefixes.has(this.#element.attributes["xmlns"] ?? ""));
  }

  #childPath(child: XmlElement): string {
    const name = child.name.raw;
    const siblings = this.#element.children.filter((each) => isElement(each) && each.name.raw === name);
    const index = siblings.length > 1 ? `[${siblings.indexOf(child) + 1}]` : "";
    return `${this.path}/${name}${index}`;
  }

  #ownText(): string {
    let text = "";
    for (const child of this.#element.children) {
      if (child.type === "text" || child.type === "cdata") text += child.text;
    }
    return text;
  }

  #toInteger(value: string, range: IntegerRange, attribute?: string): number {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = range;
    const number = /^[+-]?\d{1,20}$/.test(value) ? Number(value) : NaN;
    if (!Number.isSafeInteger(number)) this.fail(`"${value}" is not an integer`, attribute);
    if (number < min || number > max) this.fail(`${number} is not within ${min} and ${max}`, attribute);
    return number;
  }

  #toWord<T extends string>(value: string, words: readonly T[], attribute?: string): T {
    const word = words.find((each) => each === value);
    return word ?? this.fail(`"${value}" is none of ${words.join(", ")}`, attribute);
  }
}
