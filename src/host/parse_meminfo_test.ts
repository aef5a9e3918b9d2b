import assert from "node:assert/strict";
import { parseHugePageName, parseKernelPageSize, parseMemTotal } from "./parse_meminfo.ts";

Deno.test("total memory is read of a machine and of one node", () => {
  assert.equal(parseMemTotal("MemTotal:       24683656 kB\nMemFree:        21774616 kB\n"), 24_683_656);
  assert.equal(parseMemTotal("Node 3 MemTotal:        5072672 kB\nNode 3 MemFree: 1 kB\n"), 5_072_672);
});

Deno.test("a meminfo without a total is refused, rather than taken for no memory", () => {
  assert.throws(() => parseMemTotal("MemFree: 1 kB\n"), SyntaxError);
  assert.throws(() => parseMemTotal(""), SyntaxError);
});

Deno.test("the ordinary page size is the first in smaps", () => {
  assert.equal(parseKernelPageSize("a-b r--p\nSize: 64 kB\nKernelPageSize:       64 kB\n"), 64);
  assert.equal(parseKernelPageSize("a-b r--p\n"), undefined);
});

Deno.test("the size of huge pages is in the name of their directory", () => {
  assert.equal(parseHugePageName("hugepages-1048576kB"), 1_048_576);
  assert.equal(parseHugePageName("hugepages-kB"), undefined);
  assert.equal(parseHugePageName("lost+found"), undefined);
});
