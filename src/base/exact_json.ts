/**
 * JSON in which integers keep every digit: those that a number cannot hold are bigints here, and plain digits there.
 *
 * JSON knows no size of numbers (RFC 8259, section 6), so any reader that takes exact integers gets them.
 *
 * @module
 */

import { toInteger64 } from "./integer64.ts";

/** What the language has and the compiler's library does not know yet (ECMAScript's "JSON.parse source text access"). */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
}

const exact = JSON as unknown as ExactJson;

/** A value as JSON text; `indent` is how many spaces a level has. */
export function stringifyExact(value: unknown, indent = 0): string {
  return JSON.stringify(value, (_, each) => typeof each === "bigint" ? exact.rawJSON(String(each)) : each, indent);
}

/**
 * The value of a JSON text.
 *
 * @throws {SyntaxError} The text is not JSON.
 */
export function parseExact(text: string): unknown {
  return exact.parse(text, (_, value, { source }) => {
    const isLarge = typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d{1,20}$/.test(source ?? "");
    return isLarge && source !== undefined ? toInteger64(BigInt(source)) : value;
  });
}
