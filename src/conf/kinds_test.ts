import assert from "node:assert/strict";
import { parseExact, stringifyExact } from "../base/exact_json.ts";
import { DOCUMENT_KINDS, documentFromXml, documentSchema, documentToXml } from "./kinds.ts";
import { DocumentError } from "./xml/mod.ts";

const SECRET = `<secret ephemeral='no' private='yes'>
  <usage type='volume'>
    <volume>/guest/disk</volume>
  </usage>
</secret>
`;

Deno.test("every document has a schema", async () => {
  for (const kind of DOCUMENT_KINDS) {
    const schema = await documentSchema(kind);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema", kind);
  }
});

Deno.test("a document goes to JSON and back without loss", async () => {
  const json = stringifyExact(await documentFromXml("secret", SECRET));
  assert.equal(await documentToXml("secret", parseExact(json)), SECRET);
});

Deno.test("JSON that is no such document is refused", async () => {
  const wrong: readonly (readonly [value: unknown, path: string])[] = [
    [null, "/"],
    [7, "/"],
    [{ ephemeral: false, private: "yes" }, "/private"],
    [{ ephemeral: false, private: true, colour: "red" }, "/colour"],
    [{ ephemeral: false, private: true, usage: { type: "volume" } }, "/usage/volume"],
  ];
  for (const [value, path] of wrong) {
    await assert.rejects(() => documentToXml("secret", value), (error) => {
      assert.ok(error instanceof DocumentError);
      assert.equal(error.path, path);
      return true;
    });
  }
});
