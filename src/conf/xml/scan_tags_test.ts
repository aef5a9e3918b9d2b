import assert from "node:assert/strict";
import { findStartTag, findTooDeep, positionOf, scanTags } from "./scan_tags.ts";

Deno.test("start tags are found behind comments, CDATA, instructions and quoted brackets", () => {
  const text = `<?p <x> ?><!-- <x> --><a b='>' c="/>"><![CDATA[<x>]]><d/></a>`;
  assert.equal(findStartTag(text, 0), text.indexOf("<a "));
  assert.equal(findStartTag(text, 1), text.indexOf("<d/>"));
  assert.equal(findStartTag(text, 2), undefined);
});

Deno.test("tags are seen as opening, closing or empty", () => {
  const kinds: string[] = [];
  scanTags("<a><b c='/'><d/></b></a>", (kind) => void kinds.push(kind));
  assert.deepEqual(kinds, ["open", "open", "empty", "close", "close"]);
});

Deno.test("text that ends in the middle of something ends the scan", () => {
  for (const text of ["<", "<a", "<a b='", "<!-- ", "<![CDATA[", "<?x", "<a><b"]) {
    assert.equal(findStartTag(text, 1), undefined, text);
  }
});

Deno.test("depth counts elements around, not beside, each other", () => {
  assert.equal(findTooDeep("<a><b/><b/><c><d/></c></a>", 3), undefined);
  assert.equal(findTooDeep("<a><b/><b/><c><d/></c></a>", 2), 14);
});

Deno.test("lines and columns count from one", () => {
  assert.deepEqual(positionOf("ab\ncd", 0), { line: 1, column: 1 });
  assert.deepEqual(positionOf("ab\ncd", 4), { line: 2, column: 2 });
});
