import assert from "node:assert/strict";
import { matchesName } from "./match_name.ts";

Deno.test("matchesName() knows any text, one character, and nothing else", () => {
  const cases = [
    ["C=GB,CN=alice", "C=GB,CN=alice", true],
    ["C=GB,CN=*", "C=GB,CN=alice", true],
    ["*,CN=al?ce", "C=GB,O=Example,CN=alice", true],
    ["*", "", true],
    ["", "", true],
    ["C=GB,CN=alice", "C=GB,CN=alice2", false],
    ["CN=?", "CN=", false],
    ["*a*b", "xxaxxbx", false],
    ["*a*b", "xxaxxbxb", true],
    ["C=GB.CN=alice", "C=GB,CN=alice", false],
  ] as const;
  for (const [pattern, name, matches] of cases) assert.equal(matchesName(pattern, name), matches, `${pattern} ${name}`);
});

Deno.test("matchesName() takes no longer for patterns made to hold it up", () => {
  assert.equal(matchesName("*a".repeat(50) + "b", "a".repeat(5_000)), false);
});
