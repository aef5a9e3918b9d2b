import assert from "node:assert/strict";
import { CpuMap } from "./cpu_map.ts";
import { customModels, modelNames } from "./custom_models.ts";

const map = new CpuMap();

function definitions(...names: string[]): Parameters<typeof customModels>[2] {
  return names.map((name) => ({ name, usable: "unknown", blockers: [], deprecated: false }));
}

Deno.test("guests can name the models that clients know, with their vendors", () => {
  const models = customModels(map, "x86_64", [
    { name: "Haswell", usable: "no", blockers: ["avx2"], deprecated: false },
    { name: "486", usable: "yes", blockers: [], deprecated: true },
    ...definitions("host", "max", "Haswell-v1"),
  ]);
  assert.deepEqual(models, [
    { name: "Haswell", usable: "no", vendor: "Intel", blockers: ["avx2"] },
    { name: "486", usable: "yes", vendor: "unknown", deprecated: true, blockers: [] },
  ]);
});

Deno.test("where only the hypervisor knows its models, guests can name all but the host", () => {
  const names = customModels(map, "aarch64", definitions("cortex-a57", "host", "max")).map(({ name }) => name);
  assert.deepEqual(names, ["cortex-a57", "max"]);
  assert.equal(modelNames(map, "s390x"), "any");
});

Deno.test("architectures without rules have no models", () => {
  assert.deepEqual(customModels(map, "riscv64", definitions("rv64")), []);
  assert.equal(modelNames(map, "riscv64"), undefined);
});
