import assert from "node:assert/strict";
import { FakeCrash, FakeHost } from "../fakes/fake_host.ts";
import { Desk, FOLDER, ROOT } from "./store_fixture.ts";

for (const code of ["ENOSPC", "EROFS", "EACCES"] as const) {
  for (const on of ["write", "rename", "sync", "makeDirectory"] as const) {
    Deno.test(`when ${on} fails with ${code} the answer is given, a warning is logged and the failure is counted`, async () => {
      const host = new FakeHost();
      host.files.faults.add({ on, code });
      await using desk = new Desk(host).facts("a");
      assert.equal((await desk.store.get("a", desk.make)).value.text, "a 1");
      const { failedWrites } = desk.store.counters();
      assert.ok(failedWrites >= 1, `${failedWrites}`);
      assert.ok(desk.log.with("warn", "Cannot keep a cache file").length >= 1);
    });
  }
}

Deno.test("while nothing can be written, what was learnt is kept in memory", async () => {
  const host = new FakeHost();
  host.files.faults.add({ on: "write", code: "ENOSPC" });
  await using desk = new Desk(host, { documentsInMemory: 1 }).facts("a").facts("b").facts("c");
  for (const key of ["a", "b", "c"]) await desk.store.get(key, desk.make);
  const answers = await Promise.all(["a", "b", "c"].map((key) => desk.store.get(key, desk.make)));
  assert.deepEqual(answers.map(({ value, cached }) => [value.text, cached]), [["a 1", true], ["b 2", true], [
    "c 3",
    true,
  ]]);
  assert.deepEqual([...(await desk.store.entries()).keys()], ["a", "b", "c"]);
  assert.match(await desk.store.show("a") ?? "", /a 1/);
});

Deno.test("in a directory that may not be written the answers of an earlier day still count", async () => {
  const host = new FakeHost();
  {
    await using desk = new Desk(host).facts("a");
    await desk.store.get("a", desk.make);
  }
  for (const on of ["write", "rename", "makeDirectory", "remove"] as const) {
    host.files.faults.add({ on, code: "EROFS" });
  }
  await using desk = new Desk(host).facts("a").facts("b");
  assert.equal((await desk.store.get("a", desk.make)).cached, true);
  desk.facts("a", { ink: "red" });
  assert.equal((await desk.store.get("a", desk.make)).value.text, "a 1");
  assert.equal((await desk.store.get("a", desk.make)).cached, true);
});

Deno.test("no temporary file is left behind by a full disk", async () => {
  const host = new FakeHost();
  host.files.faults.add({ on: "rename", code: "ENOSPC" });
  {
    await using desk = new Desk(host).facts("a");
    await desk.store.get("a", desk.make);
  }
  assert.deepEqual(host.files.paths(ROOT), []);
});

Deno.test("a process that dies before any one step of its writing leaves the old note or the new one", async () => {
  for (let step = 0;; step++) {
    const host = new FakeHost();
    {
      await using desk = new Desk(host).facts("a", { ink: "blue" });
      await desk.store.get("a", () => Promise.resolve({ text: "old" }));
    }
    const before = host.files.faults.steps;
    host.files.faults.crashAfter(step);
    const dying = new Desk(host).facts("a", { ink: "red" });
    await dying.store.get("a", () => Promise.resolve({ text: "new" })).catch((error) => {
      assert.ok(error instanceof FakeCrash);
    });
    await dying[Symbol.asyncDispose]().catch(() => {});
    const died = host.files.faults.steps - before >= step;
    host.files.faults.clear();
    await using desk = new Desk(host).facts("a", { ink: "red" });
    const { value } = await desk.store.get("a", () => Promise.resolve({ text: "made again" }));
    assert.ok(["new", "made again"].includes(value.text), `step ${step}: ${value.text}`);
    assert.equal(desk.store.counters().badFiles, 0, `step ${step}`);
    if (!died || step > 40) break;
  }
});

Deno.test("what a killed process left half written is tidied up later", async () => {
  const host = new FakeHost();
  host.files.put(`${FOLDER}/.x.note.1.aa.tmp`, "half a no");
  await host.clock.advance(120_000);
  host.files.put(`${FOLDER}/.y.note.2.bb.tmp`, "someone is writing this now");
  await using desk = new Desk(host).facts("a");
  await desk.store.get("a", desk.make);
  await desk.store.flush();
  const left = host.files.paths(FOLDER).filter((path) => path.endsWith(".tmp"));
  assert.deepEqual(left, [`${FOLDER}/.y.note.2.bb.tmp`]);
});
