import assert from "node:assert/strict";
import { Turnstile } from "./turnstile.ts";

Deno.test("a turnstile lets in as many as it has places, and those who wait as places are left", async () => {
  const turnstile = new Turnstile(2);
  const order: string[] = [];
  const one = await turnstile.enter();
  const two = await turnstile.enter();
  const waiting = ["three", "four"].map(async (name) => {
    const place = await turnstile.enter();
    order.push(name);
    return place;
  });
  await Promise.resolve();
  assert.deepEqual(order, []);
  one[Symbol.dispose]();
  one[Symbol.dispose]();
  await waiting[0];
  assert.deepEqual(order, ["three"]);
  two[Symbol.dispose]();
  await waiting[1];
  assert.deepEqual(order, ["three", "four"]);
});

Deno.test("the privileged pass those who wait", async () => {
  const turnstile = new Turnstile(1);
  const order: string[] = [];
  const inside = await turnstile.enter();
  const waiting = [false, true].map(async (privileged) => {
    using _place = await turnstile.enter({ privileged });
    order.push(privileged ? "privileged" : "other");
  });
  inside[Symbol.dispose]();
  await Promise.all(waiting);
  assert.deepEqual(order, ["privileged", "other"]);
});
