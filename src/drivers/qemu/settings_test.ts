import assert from "node:assert/strict";
import type { Env } from "../../host/host.ts";
import { defaultCacheDirectory } from "./settings.ts";

function env(uid: number, variables: Readonly<Record<string, string>>): Env {
  return {
    get: (name) => variables[name],
    uid,
    gid: uid,
    pid: 1,
    self: undefined,
    os: "linux",
    arch: "x86_64",
    cpuCount: 2,
  };
}

Deno.test("root's cache is the machine's", () => {
  assert.equal(defaultCacheDirectory(env(0, { HOME: "/root", XDG_CACHE_HOME: "/x" })), "/var/cache/innkeeper");
});

Deno.test("a user's cache is where the user keeps caches", () => {
  assert.equal(defaultCacheDirectory(env(1000, { HOME: "/home/a", XDG_CACHE_HOME: "/x/" })), "/x/innkeeper");
  assert.equal(defaultCacheDirectory(env(1000, { HOME: "/home/a" })), "/home/a/.cache/innkeeper");
});

Deno.test("a relative path is not taken for a place", () => {
  assert.equal(
    defaultCacheDirectory(env(1000, { HOME: "/home/a", XDG_CACHE_HOME: "cache" })),
    "/home/a/.cache/innkeeper",
  );
  assert.equal(defaultCacheDirectory(env(1000, {})), "/run/user/1000/innkeeper/cache");
});
