import assert from "node:assert/strict";
import { formatCpuList, parseCpuList } from "./cpu_list.ts";

Deno.test("a CPU list reads as its numbers and writes back in its shortest form", () => {
  assert.deepEqual(parseCpuList("0-3,8,10-11\n"), [0, 1, 2, 3, 8, 10, 11]);
  assert.equal(formatCpuList([11, 0, 1, 2, 3, 8, 10, 8]), "0-3,8,10-11");
  assert.equal(formatCpuList(parseCpuList("4,5,6,1")), "1,4-6");
});

Deno.test("an empty CPU list has no numbers", () => {
  assert.deepEqual(parseCpuList("\n"), []);
  assert.equal(formatCpuList([]), "");
});

Deno.test("a CPU list that is none is refused, and so is one that would fill memory", () => {
  for (const text of ["a", "1-", "3-1", "0--1", "1,,2", "0-4294967295", "99999999999"]) {
    assert.throws(() => parseCpuList(text), SyntaxError, text);
  }
});
