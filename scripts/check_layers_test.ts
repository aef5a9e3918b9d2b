import { deepEqual, equal } from "node:assert/strict";
import { checkFile } from "./check_layers.ts";

const wrong: readonly { why: string; file: string; text: string }[] = [
  { why: "a room importing one above it", file: "src/conf/a.ts", text: 'import { b } from "../host/b.ts";' },
  { why: "a driver importing a sibling", file: "src/drivers/qemu/a.ts", text: 'import { b } from "../test/b.ts";' },
  { why: "a door naming a driver", file: "src/http/a.ts", text: 'import { b } from "../drivers/qemu/b.ts";' },
  { why: "the API importing the registry", file: "src/api/a.ts", text: 'import { b } from "../drivers/registry.ts";' },
  { why: "src/ importing tests/", file: "src/api/a.ts", text: 'import { b } from "../../tests/b.ts";' },
  { why: "hono outside http/", file: "src/api/a.ts", text: 'import { Hono } from "hono";' },
  { why: "node: I/O outside the real host", file: "src/cache/a.ts", text: 'import { open } from "node:fs";' },
  { why: "Deno.* outside the real host", file: "src/cache/a.ts", text: "await Deno.readTextFile(path);" },
  { why: "a file of src/std/ by its path", file: "src/conf/a.ts", text: 'import { parse } from "../std/xml.ts";' },
];

for (const { why, file, text } of wrong) {
  Deno.test(`check_layers finds ${why}`, () => equal(checkFile(file, text).length, 1));
}

Deno.test("check_layers says where the breach is", () => {
  deepEqual(checkFile("src/base/a.ts", '// Deno.cwd\n\nimport { b } from "../conf/b.ts";').map(({ line }) => line), [
    3,
  ]);
});

Deno.test("check_layers lets a room import what is below it, and a comment say what it likes", () => {
  deepEqual(checkFile("src/conf/a.ts", 'import { b } from "../base/b.ts"; /* Deno.stat */'), []);
  deepEqual(checkFile("src/drivers/contract.ts", 'export type * from "./contract/domains.ts";'), []);
  deepEqual(checkFile("src/drivers/registry.ts", 'import { driver } from "./qemu/mod.ts";'), []);
  deepEqual(checkFile("src/conf/a_test.ts", 'import { equal } from "node:assert/strict";'), []);
});
