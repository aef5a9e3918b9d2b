import assert from "node:assert/strict";
import { isInt64, isUint64, MAX_INT64, MAX_UINT64, MIN_INT64, parseInteger64, toInteger64 } from "./integer64.ts";

Deno.test("an integer is a number where a number holds it exactly, else a bigint", () => {
  assert.equal(toInteger64(12n), 12);
  assert.equal(toInteger64(9_007_199_254_740_991n), 9_007_199_254_740_991);
  assert.equal(toInteger64(9_007_199_254_740_992n), 9_007_199_254_740_992n);
});

Deno.test("the edges of 64 bits are kept, and one beyond is refused", () => {
  assert.ok(isUint64(MAX_UINT64) && !isUint64(MAX_UINT64 + 1n) && !isUint64(-1));
  assert.ok(isInt64(MAX_INT64) && !isInt64(MAX_INT64 + 1n) && isInt64(MIN_INT64) && !isInt64(MIN_INT64 - 1n));
});

Deno.test("a number that has lost digits is no integer", () => {
  assert.ok(!isUint64(2 ** 53) && !isInt64(1.5) && !isInt64(Number.NaN));
});

Deno.test("digits are read, anything else is not", () => {
  assert.equal(parseInteger64("-42"), -42);
  assert.equal(parseInteger64("18446744073709551615"), MAX_UINT64);
  assert.equal(parseInteger64("0x10"), undefined);
  assert.equal(parseInteger64("9".repeat(1000)), undefined);
});
