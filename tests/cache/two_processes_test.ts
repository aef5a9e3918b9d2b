import assert from "node:assert/strict";
import { FakeHost } from "../fakes/fake_host.ts";
import { Desk } from "./store_fixture.ts";

Deno.test("what one process has learnt the other knows, without asking it", async () => {
  const host = new FakeHost();
  await using one = new Desk(host).facts("a");
  await using other = new Desk(host).facts("a");
  await one.store.get("a", one.make);
  assert.equal((await other.store.get("a", other.make)).cached, true);
  one.facts("a", { ink: "red" });
  other.facts("a", { ink: "red" });
  await other.store.get("a", () => Promise.resolve({ text: "by the other" }));
  assert.equal((await one.store.get("a", one.make)).value.text, "by the other");
});

Deno.test("two processes that learn different things keep both, index included", async () => {
  const host = new FakeHost();
  {
    await using one = new Desk(host);
    await using other = new Desk(host);
    const keys = Array.from({ length: 12 }, (_, number) => `key ${number}`);
    for (const key of keys) {
      one.facts(key);
      other.facts(key);
    }
    await Promise.all(keys.map((key, number) => {
      const desk = number % 2 === 0 ? one : other;
      return desk.store.get(key, desk.make);
    }));
    await one.store.flush();
    await other.store.flush();
  }
  await using third = new Desk(host);
  const entries = await third.store.entries();
  assert.equal(entries.size, 12);
});

Deno.test("two processes that make the same note at once both answer, and one note is kept whole", async () => {
  const host = new FakeHost();
  await using one = new Desk(host).facts("a");
  await using other = new Desk(host).facts("a");
  const answers = await Promise.all([one.store.get("a", one.make), other.store.get("a", other.make)]);
  assert.deepEqual(answers.map(({ value }) => value.text), ["a 1", "a 1"]);
  await using third = new Desk(host).facts("a");
  assert.equal((await third.store.get("a", third.make)).cached, true);
});

Deno.test("a failure that one process has seen keeps the other from trying", async () => {
  const host = new FakeHost();
  await using one = new Desk(host).facts("a");
  await using other = new Desk(host).facts("a");
  await other.store.check(["a"]);
  await assert.rejects(one.store.get("a", () => Promise.reject(new Error("It hangs"))));
  await assert.rejects(other.store.get("a", other.make), /It hangs/);
  assert.equal(other.made.length, 0);
});

Deno.test("a purge by one process is seen by the other", async () => {
  const host = new FakeHost();
  await using one = new Desk(host).facts("a");
  await using other = new Desk(host).facts("a");
  await one.store.get("a", one.make);
  await other.store.get("a", other.make);
  await one.store.purge();
  assert.equal((await other.store.get("a", other.make)).row.reason, "new");
});
