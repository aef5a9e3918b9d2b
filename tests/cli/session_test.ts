/**
 * A session with every command on objects, against the hypervisor in memory: what it prints is kept beside it, and
 * `UPDATE=1` writes it anew for review.
 *
 * @module
 */

import assert from "node:assert/strict";
import { OBJECT_COMMANDS } from "../../src/cli/command_groups.ts";
import { makeHome } from "./run_innkeeper.ts";
import { SESSION_FILES } from "./sessions/files.ts";

const FOLDER = new URL("./sessions/", import.meta.url);

/** What differs from run to run. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\d[ -]\d\d:\d\d:\d\d(?: [+-]\d{4})?/g, "DATE"],
  [/^hostname\n.*/gm, "hostname\nHOST"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-(?!555555555555)[0-9a-f]{12}\b/g, "UUID"],
  [/^((?:VCPU|CPU time|CPU|Time).*?:? +)[\d.]+s?$/gm, "$1NUMBER"],
  [/( (?:rd|wr|rx|tx|errs)[a-z_]* )\d+$/gm, "$1NUMBER"],
  [/(number of .*: +|error count: +)\d+$/gm, "$1NUMBER"],
  [/\b1[789]\d{8}(?:\.\d)?\b/g, "SECONDS"],
  [/[ \t]+$/gm, ""],
];

Deno.test("a session with every command prints what virsh's users expect", async () => {
  await using home = await makeHome();
  for (const [name, text] of Object.entries(SESSION_FILES)) await Deno.writeTextFile(`${home.path}/${name}`, text);
  const script = await Deno.readTextFile(new URL("script", FOLDER));
  const named = new Set(script.split("\n").map((line) => line.split(" ")[0]));
  assert.deepEqual(OBJECT_COMMANDS.map(({ name }) => name).filter((name) => !named.has(name)), [], "each is run once");
  const words = ["-c", "test:///default", "run", "--keep-going", "--echo", script.replaceAll("@", home.path)];
  const { stdout, stderr } = await home.run(words);
  const session = `${masked(stdout, home.path)}\n--- errors ---\n${masked(stderr, home.path)}`;
  const kept = new URL("expected", FOLDER);
  if (Deno.env.get("UPDATE") === "1") await Deno.writeTextFile(kept, session);
  assert.equal(session, await Deno.readTextFile(kept));
  assert.equal(await Deno.readTextFile(`${home.path}/out`), SESSION_FILES.data);
  assert.deepEqual([...(await Deno.readFile(`${home.path}/shot.png`)).subarray(1, 4)], [0x50, 0x4e, 0x47]);
});

function masked(text: string, home: string): string {
  return VARYING.reduce((result, [pattern, mask]) => result.replace(pattern, mask), text.replaceAll(home, "@"));
}
