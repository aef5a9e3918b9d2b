/**
 * A part that is the element's own text.
 *
 * @module
 */

import { valueTerms } from "./attribute.ts";
import type { Part } from "./part.ts";
import { parseValue, type Value, type ValueTerms } from "./value.ts";

/** How an element's text is read. */
export interface TextOptions extends ValueTerms {
  /** Takes an element without text for one that is not there, as XPath does. @default {true} */
  readonly emptyIsAbsent?: boolean;
}

/** The element's own text; white space around what is no free text does not matter. */
export function textOf<T>(value: Value<T>, options: TextOptions = {}): Part<T> {
  const terms = valueTerms(options);
  return {
    optional: false,
    read(reader): T {
      const text = reader.text();
      return value.parse(text) ?? parseValue(reader, value, { text: text.trim(), terms });
    },
    write(given, out): void {
      out.text(value.format(given as T));
    },
    schema: () => value.schema,
    isAbsent: (reader) => options.emptyIsAbsent !== false && reader.text() === "",
  };
}

/** The element's own text where it has any: for an element that may hold attributes only. */
export function textIfAny<T>(value: Value<T>, options: TextOptions = {}): Part<T | undefined> {
  const part = textOf(value, options);
  return {
    ...part,
    optional: true,
    read: (reader, context) => reader.text().trim() === "" ? undefined : part.read(reader, context),
    isAbsent: () => false,
  } as Part<T | undefined>;
}
