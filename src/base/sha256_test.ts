import assert from "node:assert/strict";
import { sha256Hex } from "./sha256.ts";

Deno.test("the digest of nothing is the published one", () => {
  assert.equal(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

Deno.test("a text is digested as UTF-8", () => {
  assert.equal(sha256Hex("é"), sha256Hex(new Uint8Array([0xc3, 0xa9])));
});
