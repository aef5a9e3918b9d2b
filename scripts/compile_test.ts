import assert from "node:assert/strict";
import { entrySource, permissions } from "./compile.ts";

Deno.test("the compiled program may reach no other host and load no other code", () => {
  const flags = permissions.map(({ flag }) => flag);
  assert.deepEqual(flags.filter((flag) => /^(-A|--allow-(all|import))/.test(flag)), []);
  assert.ok(flags.includes("--deny-import"));
  const hosts = flags.find((flag) => flag.startsWith("--allow-net"))?.split("=")[1]?.split(",");
  assert.deepEqual(hosts, ["127.0.0.1", "[::1]", "localhost"]);
});

Deno.test("how it was built is data in its first module, whatever the commit is called", () => {
  const source = entrySource({ commit: '"; evil()', date: "d", target: "t" });
  assert.ok(source.includes(JSON.stringify({ commit: '"; evil()', date: "d", target: "t" })));
});
