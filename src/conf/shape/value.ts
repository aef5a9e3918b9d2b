/**
 * What a value is: text in an attribute or between tags, with a type.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** A typed text. */
export interface Value<T> {
  /** The value, or undefined where the text is none. */
  parse(text: string): T | undefined;
  /** The one text that stands for the value. */
  format(value: T): string;
  /** Its JSON form. */
  readonly schema: JsonSchema;
  /** What a person should have written: `a whole number from 0 to 255`. */
  readonly expected: string;
  /** How libvirt's own message ends: `Expected non-negative integer value`. */
  readonly complaint?: string | ((text: string) => string);
  /** Nought is a number but not allowed; libvirt says so in words of their own. */
  readonly zeroRefused?: boolean;
}

/** libvirt's code, domain or wording where it is not the usual one; `%s` in the detail is the text that was found. */
export type ValueTerms = ErrorTerms;

/** How a value that is not one is reported. */
export interface BadValue {
  readonly value: Value<unknown>;
  readonly text: string;
  /** Undefined where it is the element's text. */
  readonly attribute?: string;
  readonly terms: ValueTerms;
}

/** Throws about a text that is no value. */
export function failValue(reader: ElementReader, { value, text, attribute, terms }: BadValue): never {
  const place = attribute === undefined
    ? `element '${reader.name}'`
    : `attribute '${attribute}' in element '${reader.name}'`;
  const ends = typeof value.complaint === "function" ? value.complaint(text) : value.complaint;
  const ending = ends === undefined ? "" : ` ${ends}`;
  const isZero = value.zeroRefused === true && /^\s*\+?0+$/.test(text);
  const complaint = isZero ? "Zero is not permitted" : `'${text}'.${ending}`;
  const detail = terms.detail?.replace("%s", text) ?? `Invalid value for ${place}: ${complaint}`;
  reader.fail(`"${text}" is not ${value.expected}`, attribute, { ...terms, detail });
}

/** The value of a text, or an error with its place. */
export function parseValue<T>(reader: ElementReader, value: Value<T>, bad: Omit<BadValue, "value">): T {
  return value.parse(bad.text) ?? failValue(reader, { value: value as Value<unknown>, ...bad });
}
