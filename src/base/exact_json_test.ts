import assert from "node:assert/strict";
import { parseExact, stringifyExact } from "./exact_json.ts";

Deno.test("integers of 64 bits keep every digit through JSON, and small ones stay numbers", () => {
  const value = {
    most: 18446744073709551615n,
    least: -9223372036854775808n,
    small: 7,
    part: 1.5,
    text: "9007199254740993",
  };
  const text = stringifyExact(value);
  assert.equal(
    text,
    '{"most":18446744073709551615,"least":-9223372036854775808,"small":7,"part":1.5,"text":"9007199254740993"}',
  );
  assert.deepEqual(parseExact(text), value);
  assert.deepEqual(parseExact("[9007199254740993, 1e300, 9007199254740991]"), [
    9007199254740993n,
    1e300,
    9007199254740991,
  ]);
});

Deno.test("what is not JSON is an error", () => {
  assert.throws(() => parseExact("{"), SyntaxError);
});
