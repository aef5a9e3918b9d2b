/**
 * The reference's own test documents, handed to our door and to the reference's.
 *
 * @module
 */

import assert from "node:assert/strict";
import { printDifference, REQUIRED_SHARE, shareOf } from "../../../scripts/compare_documents.ts";
import { compareSection } from "../../../scripts/documents/compare.ts";
import { SECTIONS } from "../../../scripts/documents/sections.ts";
import { testsFolder } from "../../golden/corpus/measure.ts";
import { LIBVIRTD_SOCKET, liveTest, whyMissing } from "../require.ts";
import { startLiveAgent } from "./agent.ts";

liveTest("libvirtd", "documents come back from our door as from the reference's", async () => {
  for (const kind of ["corpus", "root"] as const) {
    const missing = await whyMissing(kind);
    if (missing !== undefined) return console.log(`SKIP: ${missing}`);
  }
  await using agent = await startLiveAgent({}, { ofItsOwn: true });
  const places = { ours: `${agent.folder}/libvirt-sock`, reference: LIBVIRTD_SOCKET, tests: testsFolder() };
  for (const section of SECTIONS) {
    const result = await compareSection(section, places);
    const { name, documents, differences } = result;
    console.log(`${name}: ${documents - differences.length} of ${documents} documents come out as the reference's`);
    assert.ok(documents > 0, `${name} has no documents`);
    assert.ok(shareOf(result) >= REQUIRED_SHARE, differences.map(printDifference).join("\n"));
  }
});
