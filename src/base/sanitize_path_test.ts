import assert from "node:assert/strict";
import { sanitizePath } from "./sanitize_path.ts";

Deno.test("needless slashes go, those with a meaning stay", () => {
  const cases = {
    "/": "/",
    "//": "//",
    "///": "/",
    "/a///b/": "/a/b",
    "//a/": "//a",
    "a/": "a",
    "http://a//b/": "http://a//b/",
  };
  for (const [path, clean] of Object.entries(cases)) assert.equal(sanitizePath(path), clean);
});
