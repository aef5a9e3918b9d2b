import assert from "node:assert/strict";
import { SingleFlight } from "./single_flight.ts";

Deno.test("who asks while the work is under way gets the same answer", async () => {
  const flights = new SingleFlight<number>();
  const gate = Promise.withResolvers<number>();
  let started = 0;
  function start(): Promise<number> {
    started++;
    return gate.promise;
  }
  const answers = [flights.join("a", start).wait(), flights.join("a", start).wait()];
  gate.resolve(7);
  assert.deepEqual(await Promise.all(answers), [7, 7]);
  assert.equal(started, 1);
});

Deno.test("the next question after the answer starts anew", async () => {
  const flights = new SingleFlight<number>();
  let started = 0;
  await flights.join("a", () => Promise.resolve(++started)).wait();
  assert.equal(flights.has("a"), false);
  assert.equal(await flights.join("a", () => Promise.resolve(++started)).wait(), 2);
});

Deno.test("one caller's giving up does not disturb the other", async () => {
  const flights = new SingleFlight<string>();
  const gate = Promise.withResolvers<string>();
  const impatient = new AbortController();
  const first = flights.join("a", () => gate.promise).wait(impatient.signal);
  const second = flights.join("a", () => gate.promise).wait();
  impatient.abort(new Error("Enough"));
  await assert.rejects(first, { message: "Enough" });
  gate.resolve("done");
  assert.equal(await second, "done");
});

Deno.test("work that nobody waits for is told to stop, and the next caller starts anew", async () => {
  const flights = new SingleFlight<string>();
  const signals: AbortSignal[] = [];
  function start(signal: AbortSignal): Promise<string> {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      if (signals.length === 2) resolve("second");
    });
  }
  const caller = new AbortController();
  const first = flights.join("a", start).wait(caller.signal);
  caller.abort(new Error("Gone"));
  await assert.rejects(first, { message: "Gone" });
  assert.equal(signals[0]?.aborted, true);
  assert.equal(await flights.join("a", start).wait(), "second");
});

Deno.test("work that was asked to go on goes on without callers", async () => {
  const flights = new SingleFlight<string>();
  const gate = Promise.withResolvers<string>();
  const caller = new AbortController();
  const flight = flights.join("a", () => gate.promise);
  flight.keep();
  const first = flight.wait(caller.signal);
  caller.abort();
  await assert.rejects(first);
  assert.equal(flight.stopped, false);
  gate.resolve("done");
  await flight.ended();
});

Deno.test("stopping all waits until everything has stopped", async () => {
  const flights = new SingleFlight<string>();
  let cleaned = false;
  const flight = flights.join("a", async (signal) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    await Promise.resolve();
    cleaned = true;
    throw signal.reason;
  });
  const waiting = flight.wait();
  await Promise.all([assert.rejects(waiting, { message: "Closing" }), flights.stopAll(new Error("Closing"))]);
  assert.equal(cleaned, true);
  assert.equal(flights.size, 0);
});
