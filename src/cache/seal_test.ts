import assert from "node:assert/strict";
import { seal, unseal } from "./seal.ts";

const DOCUMENT = "<facts>\n  <fact name='a'>é</fact>\n</facts>\n";

function trailer(checksum: string): string {
  return `<!-- sha256:${checksum} -->`;
}

async function sealed(): Promise<Uint8Array> {
  return new TextEncoder().encode(await seal(DOCUMENT, trailer));
}

Deno.test("what was sealed comes back as it was", async () => {
  assert.equal(await unseal(await sealed(), trailer), DOCUMENT);
});

Deno.test("a text without a line end is given one", async () => {
  assert.equal(await unseal(new TextEncoder().encode(await seal("x", trailer)), trailer), "x\n");
});

Deno.test("a change of any one byte is noticed", async () => {
  const whole = await sealed();
  for (let at = 0; at < whole.length; at++) {
    for (const mask of [0x01, 0x20, 0x80]) {
      const damaged = whole.slice();
      damaged[at]! ^= mask;
      await assert.rejects(unseal(damaged, trailer), Error, `offset ${at}, mask ${mask}`);
    }
  }
});

Deno.test("a cut at any length is noticed", async () => {
  const whole = await sealed();
  for (let length = 0; length < whole.length; length++) {
    await assert.rejects(unseal(whole.slice(0, length), trailer), Error, `length ${length}`);
  }
});

Deno.test("bytes before or behind are noticed", async () => {
  const whole = await sealed();
  await assert.rejects(unseal(new Uint8Array([0xef, 0xbb, 0xbf, ...whole]), trailer));
  await assert.rejects(unseal(new Uint8Array([...whole, 0x0a]), trailer));
  await assert.rejects(unseal(new Uint8Array([...whole, ...whole]), trailer));
});

Deno.test("a file that was sealed with another kind of line is foreign", async () => {
  await assert.rejects(unseal(await sealed(), (checksum) => `sha256:${checksum}`));
});
