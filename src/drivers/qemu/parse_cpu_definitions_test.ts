import assert from "node:assert/strict";
import { parseCpuDefinitions } from "./parse_cpu_definitions.ts";
import { MalformedReplyError } from "./schema.ts";

Deno.test("a CPU model is usable, unusable for named reasons, or nobody knows", () => {
  const models = parseCpuDefinitions([
    { name: "max", typename: "max-x86_64-cpu", "unavailable-features": [], deprecated: false },
    { name: "old", "unavailable-features": ["pcid", "pclmuldq", "tsc_adjust"], deprecated: true },
    { name: "plain", typename: "" },
  ], "x86_64");
  assert.deepEqual(models, [
    { name: "max", typename: "max-x86_64-cpu", usable: "yes", blockers: [], deprecated: false },
    { name: "old", usable: "no", blockers: ["pcid", "pclmulqdq", "tsc-adjust"], deprecated: true },
    { name: "plain", usable: "unknown", blockers: [], deprecated: false },
  ]);
});

Deno.test("blockers of other architectures keep their spelling", () => {
  const [model] = parseCpuDefinitions([{ name: "z13", "unavailable-features": ["tsc_adjust"] }], "s390x");
  assert.deepEqual(model?.blockers, ["tsc_adjust"]);
});

Deno.test("POWER models have libvirt's capitals, others keep QEMU's letters", () => {
  const names = (arch: string) =>
    parseCpuDefinitions([{ name: "power9" }, { name: "powerpc_e5500" }, { name: "power9_v2.0" }], arch)
      .map(({ name }) => name);
  assert.deepEqual(names("ppc64"), ["POWER9", "POWERPC_e5500", "power9_v2.0"]);
  assert.deepEqual(names("ppc"), ["power9", "powerpc_e5500", "power9_v2.0"]);
});

Deno.test("a model without a name is a malformed reply", () => {
  assert.throws(() => parseCpuDefinitions([{}], "x86_64"), MalformedReplyError);
});
