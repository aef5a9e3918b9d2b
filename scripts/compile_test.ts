import assert from "node:assert/strict";
import { entrySource, permissions } from "./compile.ts";

Deno.test("the compiled program loads no other code and has no permission that is not named with its reason", () => {
  const flags = permissions.map(({ flag }) => flag);
  assert.deepEqual(flags.filter((flag) => /^(-A|--allow-(all|import))/.test(flag)), []);
  assert.ok(flags.includes("--deny-import"));
  assert.deepEqual(permissions.filter(({ why }) => why === ""), []);
});

Deno.test("how it was built is data in its first module, whatever the commit is called", () => {
  const source = entrySource({ commit: '"; evil()', date: "d", target: "t" });
  assert.ok(source.includes(JSON.stringify({ commit: '"; evil()', date: "d", target: "t" })));
});
