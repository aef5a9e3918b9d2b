/**
 * Values that are words: any text, one of a few, yes and no.
 *
 * @module
 */

import { BOOLEAN, TEXT } from "../json_schema.ts";
import type { Value } from "./value.ts";

/** Any text. */
export const string: Value<string> = {
  parse: (text) => text,
  format: (text) => text,
  schema: TEXT,
  expected: "a text",
};

/** A text of which the whole matches; `expected` says what it is in words. */
export function pattern(expression: RegExp, expected: string): Value<string> {
  const whole = new RegExp(`^(?:${expression.source})$`, expression.flags);
  return {
    parse: (text) => whole.test(text) ? text : undefined,
    format: (text) => text,
    schema: { type: "string", pattern: whole.source },
    expected,
  };
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): Value<W> {
  const known = new Set<string>(words);
  return {
    parse: (text) => known.has(text) ? text as W : undefined,
    format: (word) => word,
    schema: { type: "string", enum: words },
    expected: `one of ${words.join(", ")}`,
  };
}

/** `yes` or `no`. */
export const yesNo: Value<boolean> = truth("yes", "no");

/** `on` or `off`. */
export const onOff: Value<boolean> = truth("on", "off");

function truth(yes: string, no: string): Value<boolean> {
  return {
    parse: (text) => text === yes ? true : text === no ? false : undefined,
    format: (value) => value ? yes : no,
    schema: BOOLEAN,
    expected: `${yes} or ${no}`,
  };
}
