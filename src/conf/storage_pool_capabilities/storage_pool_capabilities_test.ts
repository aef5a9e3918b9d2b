import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { storagePoolCapabilities, storagePoolCapabilitiesOf } from "./document.ts";

Deno.test("the document names every type, those that are there and those that are not", () => {
  const text = formatShape(storagePoolCapabilities, storagePoolCapabilitiesOf(["dir", "iscsi"]));
  assert.match(text, /<pool type='dir' supported='yes'>\n {4}<volOptions>\n {6}<defaultFormat type='raw'\/>/);
  assert.match(text, /<pool type='iscsi' supported='yes'>\n {2}<\/pool>/);
  assert.match(text, /<pool type='zfs' supported='no'>/);
  assert.equal(formatShape(storagePoolCapabilities, parseShape(storagePoolCapabilities, text)), text);
});
