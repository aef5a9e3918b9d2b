import assert from "node:assert/strict";
import { diskIndex } from "./disk_name.ts";

Deno.test("the letters of a disk's name count in base 26", () => {
  const cases = { vda: 0, hdb: 1, sdz: 25, sdaa: 26, xvdab: 27, sdzz: 701, sda1: 0 };
  for (const [name, index] of Object.entries(cases)) assert.equal(diskIndex(name), index, name);
});

Deno.test("other names have no place", () => {
  for (const name of ["sd", "nvme0", "sdA", "vda-x", ""]) assert.equal(diskIndex(name), undefined, name);
});
