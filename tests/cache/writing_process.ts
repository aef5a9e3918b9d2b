/**
 * A process that writes notes until it is killed: `deno run -A writing_process.ts DIRECTORY`. It prints one line when
 * its first note is on the disk.
 *
 * @module
 */

import { CacheStore } from "../../src/cache/mod.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { NoteCodec } from "./note_codec.ts";

const [directory] = Deno.args;
if (directory === undefined) throw new Error("Name the directory to write into");
const codec = new NoteCodec();
for (const key of ["a", "b", "c"]) codec.facts.set(key, { ink: "blue" });
const store = new CacheStore(codec, { host: denoHost(), directory });
for (let number = 0;; number++) {
  const text = String.fromCharCode(97 + number % 26).repeat(200_000 + number % 7);
  for (const key of ["a", "b", "c"]) await store.get(key, () => Promise.resolve({ text }), { force: true });
  await store.flush();
  if (number === 0) console.log("writing");
}
