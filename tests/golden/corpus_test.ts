/**
 * Holds our documents to the reference's own: of the valid ones 98 of 100 come back, every output satisfies the
 * reference's schema, and what the reference refuses is refused.
 *
 * @module
 */

import assert from "node:assert/strict";
import { liveTest } from "../live/require.ts";
import { measure, type Share } from "./corpus/measure.ts";
import { rows } from "./corpus/rows.ts";

/** The least share of valid files that must come back. */
const REQUIRED = 0.98;

for (const row of rows) {
  liveTest("corpus", `the documents in ${row.folder} come back`, async () => {
    const { counts, failures } = await measure(row);
    const list = failures.map(({ file, step, reason }) => `${file}: ${step}: ${reason}`).join("\n");
    assert.ok(share(counts.parsed) >= REQUIRED, list);
    assert.ok(share(counts.roundTrip) >= REQUIRED, list);
    assert.equal(share(counts.schema), 1, list);
    assert.equal(share(counts.json), 1, list);
    assert.equal(share(counts.refused), 1, list);
  });
}

function share({ done, of }: Share): number {
  return of === 0 ? 1 : done / of;
}
