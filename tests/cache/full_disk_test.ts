import assert from "node:assert/strict";
import { CacheStore } from "../../src/cache/mod.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { NoteCodec } from "./note_codec.ts";
import { KeptLog } from "./store_fixture.ts";

const LONG = "x".repeat(300_000);

Deno.test("on a disk that is really full the answer is given, and what was there stays whole", async () => {
  await onSmallDisk("size=128k", async (directory, log) => {
    await using store = new CacheStore(notes(), { host: denoHost(), directory, log });
    assert.equal((await store.get("small", () => Promise.resolve({ text: "fits" }))).value.text, "fits");
    assert.equal((await store.get("long", () => Promise.resolve({ text: LONG }))).value.text, LONG);
    assert.equal((await store.get("long", () => Promise.reject(new Error("Asked twice")))).value.text, LONG);
    await store.flush();
    assert.equal(store.counters().failedWrites, 1);
    assert.match(String(log.with("warn", "Cannot keep a cache file")[0]?.fields.cause), /space|ENOSPC/i);
    await using next = new CacheStore(notes(), { host: denoHost(), directory });
    assert.equal((await next.check(["small"])).get("small")?.state, "valid");
    assert.equal((await next.check(["long"])).get("long")?.state, "invalid");
  });
});

Deno.test("on a disk that is really read-only the answer is given", async () => {
  await onSmallDisk("ro", async (directory, log) => {
    await using store = new CacheStore(notes(), { host: denoHost(), directory, log });
    assert.equal((await store.get("small", () => Promise.resolve({ text: "fits" }))).value.text, "fits");
    assert.equal((await store.get("small", () => Promise.reject(new Error("Asked twice")))).cached, true);
    assert.ok(store.counters().failedWrites >= 1);
  });
});

function notes(): NoteCodec {
  const codec = new NoteCodec();
  for (const key of ["small", "long"]) codec.facts.set(key, { ink: "blue" });
  return codec;
}

/** Runs the body on a file system of its own, or says why that cannot be. */
async function onSmallDisk(
  options: string,
  body: (directory: string, log: KeptLog) => Promise<void>,
): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "innkeeper-disk-" });
  const mounted = await run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", directory]);
  if (mounted !== undefined) {
    await Deno.remove(directory);
    console.log(`SKIP full_disk_test: a file system of its own could not be mounted (${mounted})`);
    return;
  }
  try {
    await body(directory, new KeptLog());
  } finally {
    await run("umount", [directory]);
    await Deno.remove(directory);
  }
}

/** Runs a program to its end; what it said when it failed. */
async function run(program: string, args: string[]): Promise<string | undefined> {
  try {
    const { success, stderr } = await new Deno.Command(program, { args, stderr: "piped" }).output();
    return success ? undefined : new TextDecoder().decode(stderr).trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
