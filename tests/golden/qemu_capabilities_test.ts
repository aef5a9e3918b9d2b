import assert from "node:assert/strict";
import { isRequired } from "../live/require.ts";
import { findRecordings } from "./find_recordings.ts";
import { isSupported, replayCapabilities } from "./replay_capabilities.ts";

const recordings = await findRecordings();

if (typeof recordings === "string") {
  if (isRequired("corpus")) {
    Deno.test("the recorded conversations of the reference are there", () => assert.fail(recordings));
  } else console.log(`SKIP recorded conversations of QEMU: ${recordings}`);
} else {
  for (const binary of recordings.filter(isSupported)) {
    const { version, arch } = binary;
    Deno.test(`the recorded QEMU ${version} for ${arch} gives the document that the reference expects`, async () => {
      const { expected, matched, missing, surplus, problems } = await replayCapabilities(binary);
      const differences = [...missing.map((line) => `missing ${line}`), ...surplus.map((line) => `surplus ${line}`)];
      assert.ok(expected > 100, "the expected document is empty");
      assert.ok(matched / expected >= 0.99 && surplus.length / expected <= 0.01, differences.slice(0, 20).join("\n"));
      assert.deepEqual(problems, []);
    });
  }
}
