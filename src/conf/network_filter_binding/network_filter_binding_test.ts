import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { networkFilterBinding } from "./document.ts";

const TEXT = `<filterbinding>
  <owner>
    <name>guest</name>
    <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  </owner>
  <portdev name='vnet0'/>
  <mac address='52:54:00:00:00:01'/>
  <filterref filter='clean-traffic'>
    <parameter name='IP' value='10.0.0.1'/>
  </filterref>
</filterbinding>
`;

Deno.test("a binding comes back as it was", () => {
  assert.equal(formatShape(networkFilterBinding, parseShape(networkFilterBinding, TEXT)), TEXT);
});

Deno.test("a binding without its port is none", () => {
  assert.throws(() => parseShape(networkFilterBinding, TEXT.replace(/<portdev.*/, "")), {
    code: "VIR_ERR_INTERNAL_ERROR",
    detail: "filter binding has no port dev name",
  });
});
