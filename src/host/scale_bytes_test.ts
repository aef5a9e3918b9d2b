import assert from "node:assert/strict";
import { bytesIn, parseKernelSize, scaleBytes, smallerUnit } from "./scale_bytes.ts";

Deno.test("a size is written in the largest unit in which it is whole", () => {
  assert.deepEqual(scaleBytes(33_554_432), { value: 32, unit: "MiB" });
  assert.deepEqual(scaleBytes(25_344 * 1024), { value: 25_344, unit: "KiB" });
  assert.deepEqual(scaleBytes(1000), { value: 1000, unit: "B" });
  assert.deepEqual(scaleBytes(0), { value: 0, unit: "B" });
});

Deno.test("the kernel's sizes of caches are read in bytes", () => {
  assert.equal(parseKernelSize("512K\n"), 524_288);
  assert.equal(parseKernelSize("32M"), 33_554_432);
  assert.equal(parseKernelSize("48"), 48);
  for (const text of ["", "K", "-1K", "1T", "1 K"]) assert.throws(() => parseKernelSize(text), SyntaxError, text);
});

Deno.test("two sizes are brought to the smaller unit of the two", () => {
  assert.equal(smallerUnit("MiB", "KiB"), "KiB");
  assert.equal(bytesIn(3_145_728, "KiB"), 3072);
});
