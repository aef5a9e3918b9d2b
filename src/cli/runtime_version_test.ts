import assert from "node:assert/strict";
import { checkRuntime } from "./runtime_version.ts";

Deno.test("a runtime older than the floor is refused with the way to get a newer one", () => {
  assert.match(checkRuntime("2.8.0", false) ?? "", /Deno 2\.8\.0 is too old.*2\.8\.1 or newer.*npx -y deno@/);
  assert.match(checkRuntime("1.46.3", false) ?? "", /too old/);
  assert.match(checkRuntime("2.7.10", true) ?? "", /2\.7\.11 or newer/);
});

Deno.test("the floor and everything after it is accepted, release candidates too", () => {
  for (const version of ["2.8.1", "2.9.6", "2.10.0", "3.0.0", "2.9.0-rc.1", "2.9.6+abc"]) {
    assert.equal(checkRuntime(version, false), undefined, version);
  }
  assert.equal(checkRuntime("2.7.11", true), undefined);
});
