/**
 * Our names and numbers beside those of the reference, as its Python module tells them.
 *
 * @module
 */

import assert from "node:assert/strict";
import { ERROR_CODES, type ErrorCode, errorNumber } from "../../../src/model/error_code.ts";
import { ERROR_DOMAINS } from "../../../src/model/error_domain.ts";
import * as model from "../../../src/model/mod.ts";
import { liveTest } from "../require.ts";
import { NEWER, PREFIXES, UNNAMED } from "./constant_prefixes.ts";

Deno.test("every table of words and numbers says which constants it holds", () => {
  const tables = Object.entries(model).filter(([, value]) => isTable(value)).map(([name]) => name)
    // Bits of words, which are nobody's constants.
    .filter((name) => name !== "WORD_SIZES");
  assert.deepEqual(tables.filter((name) => !Object.hasOwn(PREFIXES, name)), []);
  assert.deepEqual(Object.keys(PREFIXES).filter((name) => !tables.includes(name)), []);
});

liveTest("python", "every number we have is the reference's", async () => {
  const theirs = await readIntegers();
  const wrong: string[] = [];
  for (const { name, value } of ours()) {
    const expected = theirs.get(plain(name));
    if (expected === undefined && NEWER.has(name)) continue;
    if (expected !== value) wrong.push(`${name}: ${value}, the reference says ${expected}`);
  }
  assert.deepEqual(wrong, []);
});

liveTest("python", "every number the reference has is ours, or there is a reason", async () => {
  const known = new Set([...ours()].map(({ name }) => plain(name)));
  const missing = [...(await readIntegers()).keys()].filter((name) => !known.has(name));
  const unexplained = missing.filter((name) => !UNNAMED.some(({ pattern }) => pattern.test(name)));
  console.log(`${known.size} constants of ours; ${missing.length} of the reference's we have no name for`);
  for (const { pattern, reason } of UNNAMED) {
    const count = missing.filter((name) => pattern.test(name)).length;
    console.log(`  ${String(count).padStart(4)}  ${reason}`);
    assert.notEqual(count, 0, `nothing is left out for this reason: ${reason}`);
  }
  assert.deepEqual(unexplained, []);
});

liveTest("python", "every parameter the reference has a name for is in one of our tables", async () => {
  const fields = new Set(Object.values(model).filter(isParameterTable).flatMap(Object.keys));
  const strings = Object.values(await readModule()).filter((value) => typeof value === "string");
  const names = strings.map((name) => name.replace("%u", "<num>"));
  assert.ok(names.length > 150, `the reference names ${names.length} parameters`);
  assert.deepEqual(names.filter((name) => !fields.has(name)), []);
});

/** Every constant we hold, by the name it has in C, but for the places of underscores. */
function* ours(): Generator<{ name: string; value: number }> {
  for (const [table, prefix] of Object.entries(PREFIXES)) {
    const words = (model as Readonly<Record<string, unknown>>)[table];
    for (const [word, value] of Object.entries(words as Readonly<Record<string, number>>)) {
      yield { name: prefix + word.toUpperCase(), value };
    }
  }
  for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) yield { name: code, value: errorNumber(code) };
  for (const [value, name] of ERROR_DOMAINS.entries()) yield { name, value };
}

function isTable(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const numbers = Object.values(value);
  return numbers.length > 0 && numbers.every((number) => typeof number === "number");
}

function isParameterTable(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const kinds = Object.values(value);
  return kinds.length > 0 &&
    kinds.every((kind) => kind === "strings" || Object.hasOwn(model.TYPED_PARAMETER_TYPES, kind));
}

function plain(name: string): string {
  return name.replaceAll("_", "");
}

/** The integers of the Python module; a flag in the highest bit comes out negative there. */
async function readIntegers(): Promise<Map<string, number>> {
  const integers = Object.entries(await readModule()).filter((row): row is [string, number] =>
    typeof row[1] === "number"
  );
  return new Map(integers.map(([name, value]) => [plain(name), value === -0x8000_0000 ? 0x8000_0000 : value]));
}

/** The constants of the Python module, integers and strings. */
async function readModule(): Promise<Readonly<Record<string, unknown>>> {
  const program = `
import json, libvirt, libvirt_qemu
both = {**vars(libvirt_qemu), **vars(libvirt)}
print(json.dumps({k: v for k, v in both.items() if k.startswith("VIR_") and isinstance(v, (int, str))}))`;
  const output = await new Deno.Command("/usr/bin/python3", { args: ["-c", program] }).output();
  assert.ok(output.success, new TextDecoder().decode(output.stderr));
  return JSON.parse(new TextDecoder().decode(output.stdout));
}
