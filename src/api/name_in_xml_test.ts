import assert from "node:assert/strict";
import { nameInXml } from "./name_in_xml.ts";

for (
  const [xml, expected] of [
    ["<domain type='test'><name>web</name><uuid> 1-2 </uuid></domain>", { name: "web", uuid: "1-2" }],
    ["<?xml version='1.0'?><!-- <x> --><pool><name>p</name></pool>", { name: "p" }],
    ["<network/>", {}],
    ["<domain><name>a</name><name>b</name></domain>", undefined],
    ["<domain><name>a</domain>", undefined],
    ["no XML", undefined],
    ["", undefined],
  ] as const
) {
  Deno.test(`the name in ${xml || "nothing"} is ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(nameInXml(xml), expected);
  });
}
