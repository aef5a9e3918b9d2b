import assert from "node:assert/strict";
import { VERSION, versionNumber } from "./version.ts";

Deno.test("a release is counted as libvirt counts its own", () => {
  assert.deepEqual(["9.0.0", "0.1.0", "11.3.2-rc1", "7"].map(versionNumber), [9_000_000, 1_000, 11_003_002, 7_000_000]);
});

Deno.test("this program's release is a version", () => {
  assert.match(VERSION, /^\d+\.\d+\.\d+/);
});
