import assert from "node:assert/strict";
import { extractMetadata, isPrefix, replaceMetadata } from "./metadata_xml.ts";

const NOTE = { uri: "urn:a", key: "a", value: "<note b='1'>text <i/></note>" };

Deno.test("an element gets the prefix of its namespace, and loses it when it is asked for", () => {
  const metadata = replaceMetadata(undefined, NOTE);
  assert.equal(metadata, '<metadata>\n  <a:note xmlns:a="urn:a" b="1">text <a:i/></a:note>\n</metadata>');
  assert.equal(extractMetadata(metadata, "urn:a"), '<note b="1">text <i/></note>');
});

Deno.test("each namespace has one element, and leaves those of others alone", () => {
  const both = replaceMetadata(replaceMetadata(undefined, NOTE), { uri: "urn:b", key: "b", value: "<other/>" });
  const changed = replaceMetadata(both, { ...NOTE, value: "<second/>" });
  assert.equal(extractMetadata(changed, "urn:a"), "<second/>");
  assert.equal(extractMetadata(changed, "urn:b"), "<other/>");
  const without = replaceMetadata(changed, { uri: "urn:a", key: "a" });
  assert.equal(extractMetadata(without, "urn:a"), undefined);
  assert.equal(replaceMetadata(without, { uri: "urn:b", key: "b" }), "<metadata/>");
  assert.equal(replaceMetadata(undefined, { uri: "urn:b", key: "b" }), undefined);
});

Deno.test("an element with a default namespace is found by it", () => {
  assert.equal(extractMetadata("<metadata><x xmlns='urn:a'/></metadata>", "urn:a"), "<x/>");
});

Deno.test("what is no element is refused, and so is what is no prefix", () => {
  for (const value of ["", "text", "<a", "<a/><b/>"]) {
    assert.throws(() => replaceMetadata(undefined, { ...NOTE, value }), { name: "DocumentError" });
  }
  assert.deepEqual(["a", "a-1", "1a", "a b", "", "a:b"].map(isPrefix), [true, true, false, false, false, false]);
});
