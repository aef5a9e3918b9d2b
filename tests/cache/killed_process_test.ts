import assert from "node:assert/strict";
import { CacheStore } from "../../src/cache/mod.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { NoteCodec } from "./note_codec.ts";

const KILLS = 100;

Deno.test("two processes that are killed a hundred times while they write leave whole notes only", async () => {
  const directory = await Deno.makeTempDir({ prefix: "innkeeper-cache-" });
  try {
    await Promise.all([killAndLook(directory, KILLS / 2), killAndLook(directory, KILLS / 2)]);
    await using store = new CacheStore(codec(), { host: denoHost(), directory });
    await store.flush();
    assert.equal([...(await store.entries()).values()].every(({ state }) => state === "valid"), true);
    assert.equal(store.counters().badFiles, 0);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

/** Starts a writing process, kills it at some moment of its writing, and reads what it left, so many times. */
async function killAndLook(directory: string, times: number): Promise<void> {
  for (let kill = 0; kill < times; kill++) {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-check", "-A", new URL("writing_process.ts", import.meta.url).pathname, directory],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const output = child.stdout.getReader();
    assert.equal(new TextDecoder().decode((await output.read()).value), "writing\n");
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
    child.kill("SIGKILL");
    await output.cancel();
    await child.status;
    await look(directory);
  }
}

async function look(directory: string): Promise<void> {
  await using store = new CacheStore(codec(), { host: denoHost(), directory });
  for (const key of ["a", "b", "c"]) {
    const { value, cached } = await store.get(key, () => Promise.reject(new Error("The note is gone")));
    assert.equal(cached, true);
    assert.equal(value.text, value.text.charAt(0).repeat(value.text.length));
  }
  assert.equal(store.counters().badFiles, 0);
}

function codec(): NoteCodec {
  const notes = new NoteCodec();
  for (const key of ["a", "b", "c"]) notes.facts.set(key, { ink: "blue" });
  return notes;
}
