import assert from "node:assert/strict";
import { attributeOf, childOf, childrenOf, ForeignDocumentError, scanElements, textOf } from "./scan_elements.ts";

Deno.test("elements have their attributes, their text and their children", () => {
  const root = scanElements("<a x='1'>\n  <b>some text</b>\n  <b y='2' yy='3'/>\n</a>\n");
  assert.equal(root.name, "a");
  assert.equal(attributeOf(root, "x"), "1");
  assert.equal(textOf(root), "");
  assert.deepEqual(childrenOf(root, "b").map(textOf), ["some text", ""]);
  assert.equal(attributeOf(childrenOf(root, "b")[1] ?? root, "yy"), "3");
  assert.equal(attributeOf(root, "y"), undefined);
  assert.equal(childOf(root, "c"), undefined);
});

Deno.test("a value that looks like an attribute is none", () => {
  const root = scanElements("<a one='x two=' three='two=y' two='real'/>");
  assert.equal(attributeOf(root, "two"), "real");
  assert.equal(attributeOf(root, "hree"), undefined);
  assert.equal(attributeOf(scanElements("<a one='x two='/>"), "two"), undefined);
});

Deno.test("entities stand for their characters in text and attributes", () => {
  const root = scanElements("<a x='&lt;&apos;&#10;&#x1F600;'>&amp;lt; &gt;&quot;</a>");
  assert.equal(attributeOf(root, "x"), "<'\n😀");
  assert.equal(textOf(root), '&lt; >"');
});

for (
  const text of [
    "",
    "text",
    "<a>",
    "<a></b>",
    "</a>",
    "<a/><b/>",
    "<a/>stray",
    "<a><b/>stray</a>",
    '<a x="1"/>',
    "<a x='1/>",
    "<a x=1/>",
    "<?xml version='1.0'?><a/>",
    "<a><!-- no --></a>",
    "<!DOCTYPE a><a/>",
    "<a><![CDATA[x]]></a>",
    "\0\0\0\0",
    "<a>".repeat(9) + "</a>".repeat(9),
  ]
) {
  Deno.test(`${JSON.stringify(text)} is a foreign document`, () => {
    assert.throws(() => scanElements(text), ForeignDocumentError);
  });
}

Deno.test("an entity that XML does not have makes the document foreign when it is read", () => {
  for (const entity of ["&nbsp;", "&", "&amp", "&#x110000;", "&;"]) {
    assert.throws(() => textOf(scanElements(`<a>${entity}</a>`)), ForeignDocumentError, entity);
  }
});
