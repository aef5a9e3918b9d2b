import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { DocumentError } from "../xml/mod.ts";
import { secret } from "./document.ts";

const TEXT = `<secret ephemeral='no' private='yes'>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <description>For the &lt;backup&gt; disk</description>
  <usage type='iscsi'>
    <target>backup</target>
  </usage>
</secret>
`;

Deno.test("a secret comes back as it was", () => {
  const document = parseShape(secret, TEXT);
  assert.deepEqual(document, {
    ephemeral: false,
    private: true,
    uuid: "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
    description: "For the <backup> disk",
    usage: { type: "iscsi", target: "backup" },
  });
  assert.equal(formatShape(secret, document), TEXT);
});

Deno.test("a secret that says nothing is written with its defaults", () => {
  assert.equal(formatShape(secret, parseShape(secret, "<secret/>")), "<secret ephemeral='no' private='no'/>\n");
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<secret><usage type='x'/></secret>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown secret usage type x"],
    ["<secret><usage type='tls'/></secret>", "VIR_ERR_INTERNAL_ERROR", "TLS usage specified, but name is missing"],
    ["<secret private='1'/>", "VIR_ERR_XML_ERROR", "invalid value of 'private'"],
    ["<secret><uuid>1</uuid></secret>", "VIR_ERR_INTERNAL_ERROR", "malformed uuid element"],
    ["<secret>", "VIR_ERR_XML_DETAIL", undefined],
  ] as const;
  for (const [text, code, detail] of cases) {
    assert.throws(() => parseShape(secret, text), (error) => {
      assert.ok(error instanceof DocumentError);
      assert.equal(error.code, code);
      if (detail !== undefined) assert.equal(error.detail, detail);
      return true;
    });
  }
});
