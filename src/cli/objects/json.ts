/**
 * Records of the API as JSON: integers that a number cannot hold exactly are strings, bytes are base64.
 *
 * @module
 */

import { stringifyExact } from "../../base/exact_json.ts";

/** Gives the JSON of a record, indented, with a line's end. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value ?? null, replace, 2)}\n`;
}

/** Gives the JSON of a typed document, as `innkeeper schema` describes it: integers keep all their digits. */
export function formatDocument(document: unknown): string {
  return `${stringifyExact(document ?? null, 2)}\n`;
}

/** Gives the JSON of a record on one line, for streams of records. */
export function formatJsonLine(value: unknown): string {
  return `${JSON.stringify(value ?? null, replace)}\n`;
}

function replace(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return value instanceof Uint8Array ? base64(value) : value;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
