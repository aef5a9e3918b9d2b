import assert from "node:assert/strict";
import { CachedFailureError, CacheKeyGoneError } from "../../src/cache/mod.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { Desk, FOLDER, ROOT } from "./store_fixture.ts";

Deno.test("a note is made once and then answered from the cache", async () => {
  await using desk = new Desk().facts("a");
  const first = await desk.store.get("a", desk.make);
  const second = await desk.store.get("a", desk.make);
  assert.deepEqual([first.cached, first.value.text, second.cached, second.value.text], [false, "a 1", true, "a 1"]);
  assert.equal(first.row.reason, "new");
  const { hits, misses, makes } = desk.store.counters();
  assert.deepEqual({ hits, misses, makes }, { hits: 1, misses: 1, makes: 1 });
});

Deno.test("the next process finds what the last one learnt, and parses nothing to know its summary", async () => {
  const host = new FakeHost();
  {
    await using desk = new Desk(host).facts("a").facts("b");
    await desk.store.get("a", desk.make);
    await desk.store.get("b", desk.make);
  }
  await using desk = new Desk(host).facts("a").facts("b");
  const verdicts = await desk.store.check(["a", "b"]);
  assert.deepEqual([...verdicts.values()].map(({ state }) => state), ["valid", "valid"]);
  assert.deepEqual((await desk.store.summary("b", desk.make)).row.summary, { length: 3 });
  assert.equal(desk.codec.parsed, 0);
  assert.equal((await desk.store.get("a", desk.make)).value.text, "a 1");
  assert.equal(desk.codec.parsed, 1);
  assert.equal(desk.made.length, 0);
});

Deno.test("what nobody else may read is private", async () => {
  await using desk = new Desk().facts("a");
  await desk.store.get("a", desk.make);
  await desk.store.flush();
  const modes = await Promise.all(
    [ROOT, `${ROOT}/notes`, FOLDER, desk.file("a"), `${FOLDER}/index.json`].map(async (path) =>
      (await desk.host.files.stat(path))?.mode
    ),
  );
  assert.deepEqual(modes, [0o700, 0o700, 0o700, 0o600, 0o600]);
});

Deno.test("a changed fact has the note made again, and says which fact it was: in the entry, the log and the count", async () => {
  await using desk = new Desk().facts("a", { ink: "blue", paper: "white" });
  await desk.store.get("a", desk.make);
  desk.facts("a", { ink: "blue", paper: "grey" });
  const answers = await Promise.all([desk.store.get("a", desk.make), desk.store.get("a", desk.make)]);
  assert.deepEqual(answers.map(({ row, value }) => [row.reason, value.text]), [["paper", "a 2"], ["paper", "a 2"]]);
  assert.deepEqual(desk.store.counters().invalidations, { paper: 1 });
  assert.deepEqual(desk.log.with("info", "out of date").map(({ fields }) => fields), [{ key: "a", reason: "paper" }]);
  assert.match(desk.host.files.peek(desk.file("a")) ?? "", /"reason":"paper"/);
});

Deno.test("many who ask at once wait for one making", async () => {
  await using desk = new Desk().facts("a");
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.store.get("a", desk.make)));
  assert.equal(desk.made.length, 1);
  assert.equal(new Set(answers.map(({ value }) => value.text)).size, 1);
});

Deno.test("a slow key keeps no other key waiting", async () => {
  await using desk = new Desk().facts("slow").facts("quick");
  const gate = Promise.withResolvers<{ text: string }>();
  const slow = desk.store.get("slow", () => gate.promise);
  assert.equal((await desk.store.get("quick", desk.make)).value.text, "quick 1");
  gate.resolve({ text: "at last" });
  assert.equal((await slow).value.text, "at last");
});

Deno.test("force makes anew what is valid", async () => {
  await using desk = new Desk().facts("a");
  await desk.store.get("a", desk.make);
  const forced = await desk.store.get("a", desk.make, { force: true });
  assert.deepEqual([forced.row.reason, forced.value.text], ["forced", "a 2"]);
});

Deno.test("who allows it gets the old note at once, and the new one is made meanwhile", async () => {
  await using desk = new Desk().facts("a", { ink: "blue" });
  await desk.store.get("a", desk.make);
  desk.facts("a", { ink: "red" });
  const gate = Promise.withResolvers<{ text: string }>();
  const old = await desk.store.get("a", () => gate.promise, { allowStale: true });
  assert.deepEqual([old.value.text, old.stale, old.cached], ["a 1", "ink", true]);
  const decision = desk.store.get("a", desk.make);
  gate.resolve({ text: "fresh" });
  assert.deepEqual([(await decision).value.text, (await decision).stale], ["fresh", undefined]);
  assert.equal(desk.store.counters().staleHits, 1);
});

Deno.test("nothing old is given where nothing old is kept", async () => {
  await using desk = new Desk().facts("a");
  const answer = await desk.store.get("a", desk.make, { allowStale: true });
  assert.deepEqual([answer.stale, answer.cached], [undefined, false]);
});

Deno.test("a caller who gives up alone stops the making, and nothing is held against the key", async () => {
  await using desk = new Desk().facts("a");
  const caller = new AbortController();
  const waiting = desk.store.get("a", ({ signal }) => {
    queueMicrotask(() => caller.abort(new Error("Enough")));
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  }, { signal: caller.signal });
  await assert.rejects(waiting, { message: "Enough" });
  assert.equal((await desk.store.get("a", desk.make)).value.text, "a 1");
  assert.equal(desk.store.counters().failedMakes, 0);
});

Deno.test("a key that names nothing is told apart from a failure", async () => {
  await using desk = new Desk().facts("a");
  await desk.store.get("a", desk.make);
  desk.codec.facts.delete("a");
  await assert.rejects(desk.store.get("a", desk.make), CacheKeyGoneError);
  assert.equal((await desk.store.entries()).get("a")?.state, "gone");
});

Deno.test("a failure is left alone, twice as long each time, and is remembered by the next process", async () => {
  const host = new FakeHost({ now: Date.parse("2026-01-01T00:00:00Z") });
  function fail(): Promise<never> {
    return Promise.reject(new Error("It hangs"));
  }
  const retries: string[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    await using desk = new Desk(host).facts("a");
    const failed = await rejection(desk.store.get("a", fail));
    assert.ok(failed instanceof CachedFailureError);
    assert.deepEqual(failed.failure.detail, { step: "write", message: "It hangs", stderr: "no ink" });
    retries.push(failed.failure.retryAt);
    await assert.rejects(desk.store.get("a", desk.make), /It hangs/);
    assert.equal(desk.made.length, 0);
    await host.clock.advance(Date.parse(failed.failure.retryAt) - host.clock.now());
  }
  assert.deepEqual(retries, ["2026-01-01T00:00:01.000Z", "2026-01-01T00:00:03.000Z", "2026-01-01T00:00:07.000Z"]);
  await using desk = new Desk(host).facts("a");
  const recovered = await desk.store.get("a", desk.make);
  assert.equal(recovered.row.reason, "retry");
  assert.equal((await desk.store.check(["a"])).get("a")?.state, "valid");
});

Deno.test("a failure is forgotten as soon as the thing changes", async () => {
  await using desk = new Desk().facts("a", { ink: "dry" });
  await assert.rejects(desk.store.get("a", () => Promise.reject(new Error("No ink"))), CachedFailureError);
  desk.facts("a", { ink: "fresh" });
  const answer = await desk.store.get("a", desk.make);
  assert.equal(answer.row.reason, "ink");
});

Deno.test("a failure leaves every other key alone", async () => {
  await using desk = new Desk().facts("bad").facts("good");
  await desk.store.get("good", desk.make);
  await assert.rejects(desk.store.get("bad", () => Promise.reject(new Error("No"))));
  assert.equal((await desk.store.get("good", desk.make)).cached, true);
});

Deno.test("force tries even what has just failed", async () => {
  await using desk = new Desk().facts("a");
  await assert.rejects(desk.store.get("a", () => Promise.reject(new Error("No"))));
  assert.equal((await desk.store.get("a", desk.make, { force: true })).value.text, "a 1");
});

Deno.test("a purge forgets what it is told to, and says what that was", async () => {
  await using desk = new Desk().facts("a").facts("b").facts("c");
  for (const key of ["a", "b", "c"]) await desk.store.get(key, desk.make);
  assert.deepEqual(await desk.store.purge(["b", "unheard of"]), ["b"]);
  assert.deepEqual([...(await desk.store.entries()).keys()], ["a", "c"]);
  assert.deepEqual(await desk.store.purge(), ["a", "c"]);
  assert.deepEqual(desk.host.files.paths(FOLDER), []);
  assert.equal((await desk.store.get("a", desk.make)).row.reason, "new");
});

Deno.test("show gives the file as it is", async () => {
  await using desk = new Desk().facts("a");
  assert.equal(await desk.store.show("a"), undefined);
  await desk.store.get("a", desk.make);
  assert.equal(await desk.store.show("a"), desk.host.files.peek(desk.file("a")));
});

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  assert.fail("It did not fail");
}

Deno.test("who need not wait for the disk is answered before the file is there, and closing the store waits", async () => {
  const desk = new Desk().facts("a");
  const { cached } = await desk.store.get("a", desk.make, { beforeWritten: true });
  assert.equal(cached, false);
  assert.equal(desk.host.files.peek(desk.file("a")), undefined);
  assert.equal((await desk.store.get("a", desk.make)).cached, true);
  await desk.store[Symbol.asyncDispose]();
  assert.match(desk.host.files.peek(desk.file("a")) ?? "", /"reason":"new"/);
});

Deno.test("what is forgotten right after it was made is not there afterwards", async () => {
  const desk = new Desk().facts("a");
  await desk.store.get("a", desk.make, { beforeWritten: true });
  assert.deepEqual(await desk.store.purge(["a"]), ["a"]);
  await desk.store[Symbol.asyncDispose]();
  assert.equal(desk.host.files.peek(desk.file("a")), undefined);
});
