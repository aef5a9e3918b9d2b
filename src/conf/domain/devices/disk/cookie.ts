/**
 * What a cookie for a web server may look like.
 *
 * @module
 */

import type { Fail } from "../../../shape/mod.ts";

/** Control characters, and what separates cookies (virStorageSourceCookieValueInvalidChars). */
// deno-lint-ignore no-control-regex
const NOT_IN_VALUES = /[\x01-\x20",;\\]/;
const NOT_IN_NAMES = /[()<>@:/[\]?={}]/;

/** Refuses a cookie that a server would misread. */
export function checkCookie(cookie: { readonly name: string; readonly value: string }, fail: Fail): void {
  const refuse = (detail: string): never => fail(detail, { domain: "VIR_FROM_STORAGE", detail });
  const { name, value } = cookie;
  if (name === "") refuse("cookie name must not be empty");
  if (NOT_IN_VALUES.test(name) || NOT_IN_NAMES.test(name)) refuse(`cookie name '${name}' contains invalid characters`);
  if (value === "") refuse(`missing value for cookie '${name}'`);
  const isQuoted = value.startsWith('"');
  const inner = isQuoted ? value.slice(1, -1) : value;
  if ((isQuoted && !value.endsWith('"')) || NOT_IN_VALUES.test(inner)) {
    refuse(`value of cookie '${name}' contains invalid characters`);
  }
}
