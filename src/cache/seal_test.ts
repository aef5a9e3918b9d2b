import assert from "node:assert/strict";
import { seal, unseal } from "./seal.ts";

const DOCUMENT = "<facts>\n  <fact name='a'>é</fact>\n</facts>\n";

function trailer(checksum: string): string {
  return `<!-- sha256:${checksum} -->`;
}

function sealed(): Uint8Array {
  return new TextEncoder().encode(seal(DOCUMENT, trailer));
}

Deno.test("what was sealed comes back as it was", () => {
  assert.equal(unseal(sealed(), trailer), DOCUMENT);
});

Deno.test("a text without a line end is given one", () => {
  assert.equal(unseal(new TextEncoder().encode(seal("x", trailer)), trailer), "x\n");
});

Deno.test("a change of any one byte is noticed", () => {
  const whole = sealed();
  for (let at = 0; at < whole.length; at++) {
    for (const mask of [0x01, 0x20, 0x80]) {
      const damaged = whole.slice();
      damaged[at]! ^= mask;
      assert.throws(() => unseal(damaged, trailer), Error, `offset ${at}, mask ${mask}`);
    }
  }
});

Deno.test("a cut at any length is noticed", () => {
  const whole = sealed();
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => unseal(whole.slice(0, length), trailer), Error, `length ${length}`);
  }
});

Deno.test("bytes before or behind are noticed", () => {
  const whole = sealed();
  assert.throws(() => unseal(new Uint8Array([0xef, 0xbb, 0xbf, ...whole]), trailer));
  assert.throws(() => unseal(new Uint8Array([...whole, 0x0a]), trailer));
  assert.throws(() => unseal(new Uint8Array([...whole, ...whole]), trailer));
});

Deno.test("a file that was sealed with another kind of line is foreign", () => {
  assert.throws(() => unseal(sealed(), (checksum) => `sha256:${checksum}`));
});
