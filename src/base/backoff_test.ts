import assert from "node:assert/strict";
import { backoffDelay } from "./backoff.ts";

Deno.test("nothing that has not failed waits", () => {
  assert.equal(backoffDelay(0), 0);
});

Deno.test("each failure doubles the wait until it is ten minutes", () => {
  assert.deepEqual([1, 2, 3, 4, 10, 11].map((n) => backoffDelay(n)), [1000, 2000, 4000, 8000, 512_000, 600_000]);
});

Deno.test("a binary that has failed for years still waits ten minutes", () => {
  assert.equal(backoffDelay(1e9), 600_000);
});

Deno.test("the ends of the wait can be chosen", () => {
  assert.deepEqual([1, 2, 3].map((n) => backoffDelay(n, { firstMs: 10, mostMs: 15 })), [10, 15, 15]);
});
