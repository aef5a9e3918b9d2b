import assert from "node:assert/strict";
import { isWordOf, wordOf } from "./number_table.ts";

const TABLE = { none: -1, running: 1 } as const;

Deno.test("a word is found by its number, and an unknown number has none", () => {
  assert.equal(wordOf(TABLE, -1), "none");
  assert.equal(wordOf(TABLE, 7), undefined);
});

Deno.test("names that every object has are no words of a table", () => {
  assert.ok(isWordOf(TABLE, "running"));
  assert.ok(!isWordOf(TABLE, "toString"));
});
