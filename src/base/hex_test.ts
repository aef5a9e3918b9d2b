import assert from "node:assert/strict";
import { toHex } from "./hex.ts";

Deno.test("every byte becomes two lower-case digits", () => {
  assert.equal(toHex(new Uint8Array([0, 1, 15, 16, 171, 255])), "00010f10abff");
  assert.equal(toHex(new Uint8Array([1, 2]).buffer), "0102");
});

Deno.test("nothing becomes nothing", () => {
  assert.equal(toHex(new Uint8Array(0)), "");
});
