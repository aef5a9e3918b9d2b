import assert from "node:assert/strict";
import { featureFromAnySpelling, featureFromQemu, featureToQemu } from "./qemu_names.ts";

Deno.test("features are found by QEMU's names and back", () => {
  for (const [ours, theirs] of [["pclmuldq", "pclmulqdq"], ["lahf_lm", "lahf-lm"], ["sse4.1", "sse4.1"]] as const) {
    assert.equal(featureToQemu(ours), theirs);
    assert.equal(featureFromQemu(theirs), ours);
  }
});

Deno.test("older spellings are understood", () => {
  assert.equal(featureFromAnySpelling("sse4_2"), "sse4.2");
  assert.equal(featureFromAnySpelling("xd"), "nx");
  assert.equal(featureFromAnySpelling("cmp-legacy"), "cmp_legacy");
  assert.equal(featureFromAnySpelling("constructor"), "constructor");
});
