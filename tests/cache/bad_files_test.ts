import assert from "node:assert/strict";
import { FakeHost } from "../fakes/fake_host.ts";
import { Desk, FOLDER } from "./store_fixture.ts";

async function filled(): Promise<FakeHost> {
  const host = new FakeHost();
  await using desk = new Desk(host).facts("a").facts("b");
  await desk.store.get("a", desk.make);
  await desk.store.get("b", desk.make);
  return host;
}

async function bytesOf(host: FakeHost, path: string): Promise<Uint8Array> {
  const bytes = await host.files.readBytes(path);
  assert.ok(bytes !== undefined);
  return bytes;
}

/** Asks for `a` in a new process, and says how that went. */
async function askAgain(host: FakeHost): Promise<{ desk: Desk; text: string; reason: string }> {
  await using desk = new Desk(host).facts("a").facts("b");
  const { value, row } = await desk.store.get("a", desk.make);
  assert.equal((await desk.store.get("b", desk.make)).value.text, "b 2");
  return { desk, text: value.text, reason: row.reason };
}

Deno.test("a file that is altered at any one byte is a miss, is set aside and is made anew", async () => {
  const whole = await bytesOf(await filled(), new Desk().file("a"));
  const host = await filled();
  for (let at = 0; at < whole.length; at++) {
    const damaged = whole.slice();
    damaged[at]! ^= 0x11;
    host.files.put(new Desk().file("a"), damaged);
    const { desk, text, reason } = await askAgain(host);
    assert.deepEqual([text, reason, desk.store.counters().badFiles], ["a 1", "unreadable", 1], `offset ${at}`);
  }
});

Deno.test("a file that is cut at any length is a miss, is set aside and is made anew", async () => {
  const whole = await bytesOf(await filled(), new Desk().file("a"));
  const host = await filled();
  for (let length = 0; length < whole.length; length++) {
    host.files.put(new Desk().file("a"), whole.slice(0, length));
    const { desk, reason } = await askAgain(host);
    assert.deepEqual([reason, desk.store.counters().badFiles], ["unreadable", 1], `length ${length}`);
  }
});

Deno.test("an index that is altered at any one byte, or cut at any length, costs no answer", async () => {
  const index = `${FOLDER}/index.json`;
  const whole = await bytesOf(await filled(), index);
  const host = await filled();
  for (let at = 0; at < whole.length; at++) {
    const damaged = whole.slice();
    damaged[at]! ^= 0x11;
    for (const content of [damaged, whole.slice(0, at)]) {
      host.files.put(index, content);
      const { desk, text, reason } = await askAgain(host);
      assert.deepEqual([text, reason, desk.made.length], ["a 1", "new", 0], `offset ${at}`);
    }
  }
});

Deno.test("only so many bad files are kept, the newest", async () => {
  const host = await filled();
  for (let round = 0; round < 20; round++) {
    await host.clock.advance(1000);
    host.files.put(new Desk().file("a"), `garbage ${round}`);
    await askAgain(host);
  }
  const bad = host.files.paths(FOLDER).filter((path) => path.includes(".bad-"));
  assert.equal(bad.length, 8);
  assert.deepEqual(new Set(bad.map((path) => host.files.peek(path))).has("garbage 19"), true);
});

Deno.test("the file of another key under this key's name is foreign", async () => {
  const host = await filled();
  const desk = new Desk();
  host.files.put(desk.file("a"), await bytesOf(host, desk.file("b")));
  assert.equal((await askAgain(host)).reason, "unreadable");
});

Deno.test("a directory, a link and a device in a file's place are set aside, not followed", async () => {
  for (const kind of ["directory", "symlink", "fifo"] as const) {
    const host = await filled();
    const path = new Desk().file("a");
    await host.files.remove(path);
    host.files.put(path, { kind, ...(kind === "symlink" ? { target: new Desk().file("b") } : {}) });
    const { reason, text } = await askAgain(host);
    assert.deepEqual([reason, text], ["unreadable", "a 1"], kind);
    assert.equal((await host.files.lstat(path))?.kind, "file", kind);
  }
});

Deno.test("a file that is far too long is set aside unread", async () => {
  const host = await filled();
  host.files.put(new Desk().file("a"), new Uint8Array(33 * 1024 * 1024));
  host.files.faults.add({ on: "read", path: new Desk().file("a"), code: "EIO", times: 1 });
  assert.equal((await askAgain(host)).reason, "unreadable");
});

Deno.test("a file that cannot be read is a miss", async () => {
  const host = await filled();
  host.files.put(new Desk().file("a"), { content: "changed" });
  host.files.faults.add({ on: "read", path: new Desk().file("a"), code: "EIO", times: 1 });
  const { reason, desk } = await askAgain(host);
  assert.equal(reason, "unreadable");
  assert.equal(desk.log.with("warn", "Set aside").length, 1);
});
