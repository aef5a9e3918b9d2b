import assert from "node:assert/strict";
import { formatCapabilities } from "../../src/conf/capabilities/format_capabilities.ts";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { parseDomainCapabilities } from "../../src/conf/domain_capabilities/parse_domain_capabilities.ts";
import { z } from "zod";
import { capabilitiesSchema } from "../../src/conf/capabilities/json_schema.ts";
import { domainCapabilitiesSchema } from "../../src/conf/domain_capabilities/json_schema.ts";
import { compareElements } from "./compare_elements.ts";
import { type ReferenceDocument, referenceDocuments, relaxNgProblem, validatorMissing } from "./reference_documents.ts";

/** Files that people wrote: their elements stand in another order than the one the reference writes. */
const WRITTEN_BY_HAND = ["caps-test.xml"];

const KINDS = [
  {
    folder: "domaincapsdata",
    schema: "domaincaps.rng",
    parse: parseDomainCapabilities,
    json: domainCapabilitiesSchema,
    again: againDomain,
  },
  {
    folder: "qemucaps2xmloutdata",
    schema: "capability.rng",
    parse: parseCapabilities,
    json: capabilitiesSchema,
    again: againHost,
  },
  {
    folder: "vircaps2xmldata",
    schema: "capability.rng",
    parse: parseCapabilities,
    json: capabilitiesSchema,
    again: againHost,
  },
  {
    folder: "capabilityschemadata",
    schema: "capability.rng",
    parse: parseCapabilities,
    json: capabilitiesSchema,
    again: againHost,
  },
] as const;

function againHost(text: string): string {
  return formatCapabilities(JSON.parse(JSON.stringify(parseCapabilities(text))), { level: 9_000_000 });
}

function againDomain(text: string): string {
  return formatDomainCapabilities(JSON.parse(JSON.stringify(parseDomainCapabilities(text))), { level: 9_000_000 });
}

function assertSame(document: ReferenceDocument, actual: string): void {
  if (!WRITTEN_BY_HAND.includes(document.name)) return assert.equal(actual, document.text, document.name);
  const { missing, surplus } = compareElements(document.text, actual, () => true);
  assert.deepEqual({ missing, surplus }, { missing: [], surplus: [] }, document.name);
}

const noValidator = await validatorMissing();
if (noValidator !== undefined) console.log(`SKIP validation against the reference's schemas: ${noValidator}`);

for (const { folder, schema, parse, json, again } of KINDS) {
  const documents = await referenceDocuments(folder);
  if (typeof documents === "string") {
    console.log(`SKIP documents of ${folder}: ${documents}`);
    Deno.test({ name: `documents of ${folder} (skipped: ${documents})`, ignore: true, fn: () => {} });
    continue;
  }
  Deno.test(`the ${documents.length} documents of ${folder} come back through JSON byte for byte`, () => {
    assert.ok(documents.length > 0);
    for (const document of documents) assertSame(document, again(document.text));
  });
  Deno.test(`our JSON Schema describes the documents of ${folder}`, () => {
    const validator = z.fromJSONSchema(structuredClone(json()) as Parameters<typeof z.fromJSONSchema>[0]);
    for (const { name, text } of documents) {
      const { success, error } = validator.safeParse(parse(text));
      assert.ok(success, `${name}: ${error}`);
    }
  });
  const ignore = noValidator !== undefined;
  Deno.test(`what we write of ${folder} validates against the reference's ${schema}`, { ignore }, async () => {
    // The reference's own expectation is not always valid; ours must be wherever it is.
    for (const { name, text } of documents) {
      if (await relaxNgProblem(schema, text) !== undefined) continue;
      assert.equal(await relaxNgProblem(schema, again(text)), undefined, name);
    }
  });
}
