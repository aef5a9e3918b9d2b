import { equal, rejects, throws } from "node:assert/strict";
import { crypto, timingSafeEqual } from "@std/crypto";

const abc = new TextEncoder().encode("abc");
// FIPS 180-2, appendix B.1.
const sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

Deno.test("digestSync() gives the published SHA-256 of a buffer, a view and a sequence of pieces", () => {
  equal(hex(crypto.subtle.digestSync("SHA-256", abc)), sha256OfAbc);
  equal(hex(crypto.subtle.digestSync("SHA-256", abc.buffer)), sha256OfAbc);
  equal(hex(crypto.subtle.digestSync("SHA-256", [abc.subarray(0, 1), abc.subarray(1)])), sha256OfAbc);
});

Deno.test("digestSync() agrees with the runtime at every length around its blocks, whole and in pieces", async () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => index * 7 + length);
    const expected = hex(await globalThis.crypto.subtle.digest("SHA-256", bytes));
    equal(hex(crypto.subtle.digestSync("SHA-256", bytes)), expected, `length ${length}`);
    const cut = length % 67;
    equal(hex(crypto.subtle.digestSync("SHA-256", [bytes.subarray(0, cut), bytes.subarray(cut)])), expected);
    equal(hex(await crypto.subtle.digest("SHA-256", bytes)), expected);
  }
});

Deno.test("an algorithm that is not here is refused by its name", async () => {
  const other = "SHA-512" as "SHA-256";
  throws(() => crypto.subtle.digestSync(other, abc), /"SHA-512": only SHA-256/);
  await rejects(crypto.subtle.digest(other, abc), /"SHA-512": only SHA-256/);
});

Deno.test("digest() takes an asynchronous sequence", async () => {
  async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let i = 0; i < abc.length; i++) yield await Promise.resolve(abc.slice(i, i + 1));
  }
  equal(hex(await crypto.subtle.digest("SHA-256", pieces())), sha256OfAbc);
});

Deno.test("digest() refuses pieces that are not bytes", async () => {
  const wrong = ["abc"] as unknown as Iterable<BufferSource>;
  throws(() => crypto.subtle.digestSync("SHA-256", wrong), TypeError);
  await rejects(crypto.subtle.digest("SHA-256", wrong), TypeError);
});

Deno.test("timingSafeEqual() is true for equal bytes only", () => {
  equal(timingSafeEqual(abc, new TextEncoder().encode("abc")), true);
  equal(timingSafeEqual(abc, new TextEncoder().encode("abd")), false);
  equal(timingSafeEqual(abc, new TextEncoder().encode("abcd")), false);
});
