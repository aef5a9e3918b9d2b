import assert from "node:assert/strict";
import { inParallel } from "./in_parallel.ts";

Deno.test("results come as they are there, not in the order of the items", async () => {
  const gates = new Map(["slow", "quick"].map((name) => [name, Promise.withResolvers<string>()]));
  const results = inParallel(["slow", "quick"], (name) => gates.get(name)!.promise, { workers: 2 });
  gates.get("quick")?.resolve("quick");
  assert.equal((await results.next()).value, "quick");
  gates.get("slow")?.resolve("slow");
  assert.equal((await results.next()).value, "slow");
  assert.equal((await results.next()).done, true);
});

Deno.test("no more are at work than there are workers", async () => {
  let atWork = 0;
  let most = 0;
  async function work(item: number): Promise<number> {
    most = Math.max(most, ++atWork);
    await Promise.resolve();
    atWork--;
    return item;
  }
  const results = await Array.fromAsync(inParallel([1, 2, 3, 4, 5, 6, 7], work, { workers: 3 }));
  assert.deepEqual(results.sort(), [1, 2, 3, 4, 5, 6, 7]);
  assert.equal(most, 3);
});

Deno.test("nothing to do is done at once", async () => {
  assert.deepEqual(await Array.fromAsync(inParallel([], () => Promise.resolve(1), { workers: 2 })), []);
});

Deno.test("who stops listening waits for what has begun, and nothing more begins", async () => {
  const ended: number[] = [];
  async function work(item: number): Promise<number> {
    await Promise.resolve();
    ended.push(item);
    return item;
  }
  for await (const _ of inParallel([1, 2, 3, 4, 5], work, { workers: 2 })) break;
  assert.ok(ended.length < 5);
});

Deno.test("a failure is thrown", async () => {
  const results = inParallel([1], () => Promise.reject(new Error("No")), { workers: 1 });
  await assert.rejects(Array.fromAsync(results), { message: "No" });
});

Deno.test("work that nobody waits for any more is told so", async () => {
  const stopped: number[] = [];
  function work(item: number, signal: AbortSignal): Promise<number> {
    if (item === 1) return Promise.resolve(item);
    return new Promise((_, reject) =>
      signal.addEventListener("abort", () => {
        stopped.push(item);
        reject(signal.reason);
      })
    );
  }
  for await (const _ of inParallel([1, 2, 3], work, { workers: 2 })) break;
  assert.ok(stopped.includes(2));
});
