import assert from "node:assert/strict";
import { createVolumeMemory, PAGE, type VolumeBytes } from "./volume_bytes.ts";

const ONES = new Uint8Array(3 * PAGE).fill(1);

function contentOf(bytes: VolumeBytes, length: number): number[] {
  const all = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const piece = bytes.read(BigInt(at), BigInt(length - at));
    if (piece.data !== undefined) all.set(piece.data, at);
    at += Number(piece.length);
  }
  return [...all];
}

Deno.test("bytes are read where they were written, across pages", () => {
  const bytes = createVolumeMemory().create();
  bytes.write(BigInt(PAGE - 2), Uint8Array.of(1, 2, 3, 4));
  assert.equal(bytes.stored, 2 * PAGE);
  assert.deepEqual(contentOf(bytes, PAGE + 3).slice(-6), [0, 1, 2, 3, 4, 0]);
});

Deno.test("a hole frees whole pages, and zeroes the rest", () => {
  const bytes = createVolumeMemory().create();
  bytes.write(0n, ONES);
  bytes.punch(10n, BigInt(2 * PAGE));
  assert.equal(bytes.stored, 2 * PAGE);
  const expected = new Uint8Array(ONES);
  expected.fill(0, 10, 10 + 2 * PAGE);
  assert.deepEqual(contentOf(bytes, ONES.length), [...expected]);
});

Deno.test("a hole ends where the next bytes are, or where reading ends", () => {
  const bytes = createVolumeMemory().create();
  bytes.write(BigInt(5 * PAGE), Uint8Array.of(1));
  assert.deepEqual(bytes.read(0n, 2n ** 60n), { length: BigInt(5 * PAGE) });
  assert.deepEqual(bytes.read(1n, 7n), { length: 7n });
});

Deno.test("all volumes together hold so many bytes", () => {
  const memory = createVolumeMemory(2 * PAGE);
  const [one, other] = [memory.create(), memory.create()];
  one.write(0n, ONES.subarray(0, 2 * PAGE));
  assert.throws(() => other.write(0n, Uint8Array.of(1)), { code: "VIR_ERR_OPERATION_FAILED" });
  one.clear();
  other.write(0n, Uint8Array.of(1));
  assert.equal(other.stored, PAGE);
});
