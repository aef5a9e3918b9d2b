import assert from "node:assert/strict";
import { compareLive, readReferenceCache } from "../../golden/live_capabilities.ts";
import { isRequired, liveTest } from "../require.ts";

liveTest(
  "reference",
  "what a probe learns is what the reference's own cache file of the same binary says",
  async () => {
    const files = await readReferenceCache();
    if (typeof files === "string") {
      assert.ok(!isRequired("reference"), files);
      return console.log(`SKIP comparison with the reference's cache files: ${files}`);
    }
    let compared = 0;
    for await (const { emulator, expected, missing, surplus, inOrder, problems } of compareLive(files)) {
      assert.ok(expected > 10, `${emulator}: the reference's file is empty`);
      assert.deepEqual({ missing, surplus, inOrder, problems }, {
        missing: [],
        surplus: [],
        inOrder: true,
        problems: [],
      }, emulator);
      compared++;
    }
    assert.equal(compared, files.length);
  },
);
