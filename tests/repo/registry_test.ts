/**
 * The registry and what is on the disk are the same.
 *
 * @module
 */

import assert from "node:assert/strict";
import { drivers } from "../../src/drivers/registry.ts";

const FOLDER = new URL("../../src/drivers/", import.meta.url);

Deno.test("every driver folder is in the registry, and every driver of the registry has its folder", async () => {
  const entries = await Array.fromAsync(Deno.readDir(FOLDER));
  const folders = entries.filter(({ isDirectory, name }) => isDirectory && name !== "contract");
  assert.deepEqual(drivers.map(({ id }) => id).sort(), folders.map(({ name }) => name).sort());
});

Deno.test("no two drivers claim the same scheme or the same name", () => {
  for (const names of [drivers.map(({ id }) => id), drivers.flatMap(({ uriSchemes }) => uriSchemes)]) {
    assert.equal(new Set(names).size, names.length);
  }
});

Deno.test("a stand-in comes after every hypervisor that could be at home", () => {
  const order = drivers.map(({ standIn = false }) => standIn);
  assert.deepEqual(order, order.toSorted());
});

Deno.test("every driver folder has a head and a page that explains it", async () => {
  for (const { id } of drivers) {
    for (const file of ["mod.ts", "README.md"]) {
      assert.ok((await Deno.stat(new URL(`${id}/${file}`, FOLDER))).isFile, `${id}/${file}`);
    }
  }
});
