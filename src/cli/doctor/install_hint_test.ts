import assert from "node:assert/strict";
import { parseOsReleaseIds } from "./install_hint.ts";

Deno.test("a distribution is known by its own name and by those it is like", () => {
  assert.deepEqual(parseOsReleaseIds('PRETTY_NAME="X"\nID=rocky\nID_LIKE="rhel centos fedora"\n'), [
    "rocky",
    "rhel",
    "centos",
    "fedora",
  ]);
  assert.deepEqual(parseOsReleaseIds("ID=debian"), ["debian"]);
  assert.deepEqual(parseOsReleaseIds(""), []);
});
