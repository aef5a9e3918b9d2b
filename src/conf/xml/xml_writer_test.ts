import assert from "node:assert/strict";
import { parse } from "@std/xml";
import { escapeXml, onOff, XmlWriter, yesNo } from "./mod.ts";

Deno.test("elements are indented by two spaces, quoted singly, and closed at once when empty", () => {
  const writer = new XmlWriter();
  writer.element("caps", { a: 1, left: undefined, b: "x'y" }, () => {
    writer.blankLine();
    writer.element("live");
    writer.element("empty", {}, () => {});
    writer.element("name", { id: 0 }, "a<b");
  });
  assert.equal(
    writer.toString(),
    "<caps a='1' b='x&apos;y'>\n\n  <live/>\n  <empty/>\n  <name id='0'>a&lt;b</name>\n</caps>\n",
  );
});

Deno.test("escaped text comes back from the parser as it was, without the characters XML cannot hold", () => {
  const text = `a<b>&"'é\t\u0001\u001f`;
  assert.equal(parse(`<a x='${escapeXml(text.replace("\t", ""))}'/>`).root.attributes["x"], `a<b>&"'é`);
});

Deno.test("truth is written as the document's words", () => {
  assert.deepEqual([yesNo(true), yesNo(false), yesNo(undefined)], ["yes", "no", undefined]);
  assert.deepEqual([onOff(true), onOff(false), onOff(undefined)], ["on", "off", undefined]);
});
