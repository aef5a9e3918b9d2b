import assert from "node:assert/strict";
import { defined } from "./defined.ts";

Deno.test("defined() drops what is undefined and keeps every other value", () => {
  assert.deepEqual(defined({ a: undefined, b: 0, c: "", d: false, e: null }), { b: 0, c: "", d: false, e: null });
});
