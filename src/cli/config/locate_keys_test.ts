import assert from "node:assert/strict";
import { lineOf, locateKeys } from "./locate_keys.ts";

Deno.test("every table and key has its line, comments and blank lines counted", () => {
  const lines = locateKeys(`# a comment = 1
uri = "x" # another

[cache] # comment
directory = "/a"
[ probe . "deep" ]
'workers' = 1
`);
  assert.deepEqual(Object.fromEntries(lines), {
    "uri": 2,
    "cache": 4,
    "cache.directory": 5,
    "probe": 6,
    "probe.deep": 6,
    "probe.deep.workers": 7,
  });
});

Deno.test("values of several lines, and marks inside strings, do not put the count out", () => {
  const lines = locateKeys(`a = """
[not] = "a table"
b = 1 \\""" # still inside
"""
list = [
  "# no comment", # a comment with ]
  'it''s',
]
c = '''
d = 2'''
e = { x = "}", y = [1, 2] }
f = "\\"]"
g = 1`);
  assert.deepEqual(Object.fromEntries(lines), { a: 1, list: 5, c: 9, e: 11, f: 12, g: 13 });
});

Deno.test("a key inside an inline table is on the line of the key before it", () => {
  const lines = locateKeys("\nprobe = { workers = 1 }\n");
  assert.equal(lineOf(lines, "probe.workers"), 2);
  assert.equal(lineOf(lines, "other"), undefined);
});

Deno.test("text that is cut off ends the reading, whatever it ends in", () => {
  const text = 'a = """x"""\n[b.c]\nd = [ "e", { f = 1 } ]\n';
  for (let length = 0; length <= text.length; length++) {
    assert.ok(locateKeys(text.slice(0, length)).size <= 6);
  }
});
