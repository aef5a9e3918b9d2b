/**
 * The API reaches all that a driver can offer, and names a function of libvirt for each call.
 *
 * @module
 */

import assert from "node:assert/strict";
import { walk } from "@std/fs";
import { CALLS } from "../../src/api/call_facts.ts";
import { PART_NAMES } from "../../src/api/parts.ts";
import { readContract } from "../../scripts/read_contract.ts";

/** Parts that `connection.ts` calls by hand. */
const BY_HAND = new Set(["capabilities", "emulators", "cache", "events"]);

async function readApi(): Promise<string> {
  let text = "";
  for await (const { path } of walk("src/api", { exts: [".ts"], includeDirs: false })) {
    if (!path.endsWith("_test.ts")) text += await Deno.readTextFile(path);
  }
  return text;
}

Deno.test("every method of the contract can be reached through the API", async () => {
  const contract = await readContract();
  const text = await readApi();
  const missing = PART_NAMES.filter((part) => !BY_HAND.has(part)).flatMap((part) =>
    contract[part].filter((method) => !new RegExp(`"${part}",\\s*"${method}"`).test(text)).map((method) =>
      `${part}.${method}`
    )
  );
  assert.deepEqual(missing, []);
});

Deno.test("every function of libvirt that the API's documentation names is one that it knows", async () => {
  const text = await readApi();
  const ours = new Set(["virStreamFinish", "virStreamAbort"]);
  const named = [...text.matchAll(/`(vir[A-Z]\w+)`/g)].map(([, name]) => name ?? "");
  assert.ok(named.length > 150);
  assert.deepEqual(named.filter((name) => !Object.hasOwn(CALLS, name) && !ours.has(name)), []);
});
