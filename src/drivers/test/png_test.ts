import assert from "node:assert/strict";
import { buildPng } from "./png.ts";

Deno.test("a picture is a PNG file of the right size, with its pixels in it", async () => {
  const bytes = await buildPng({ width: 3, height: 2, pixel: (x, y) => x + 10 * y });
  const view = new DataView(bytes.buffer);
  assert.deepEqual([...bytes.subarray(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
  assert.deepEqual([view.getUint32(16), view.getUint32(20)], [3, 2]);
  const size = view.getUint32(33);
  const pixels = new Response(
    new Blob([bytes.subarray(41, 41 + size)]).stream().pipeThrough(new DecompressionStream("deflate")),
  );
  assert.deepEqual([...new Uint8Array(await pixels.arrayBuffer())], [0, 0, 1, 2, 0, 10, 11, 12]);
});

Deno.test("the checksum of the end is the one that every PNG file ends with", async () => {
  const bytes = await buildPng({ width: 1, height: 1, pixel: () => 0 });
  assert.deepEqual([...bytes.subarray(-4)], [0xae, 0x42, 0x60, 0x82]);
});
