import assert from "node:assert/strict";
import { CpuMap } from "./cpu_map.ts";
import { hostModel, type HostModelInput } from "./host_model.ts";

const map = new CpuMap();
const nehalem = [...map.x86.modelByName.get("Nehalem")!.features.indexes()]
  .map((index) => ({ name: map.x86.features[index]!.name, value: true, migratable: true }));
const expanded = {
  name: "base",
  migratability: true,
  properties: [
    { name: "vendor", value: "GenuineIntel" },
    ...nehalem,
    { name: "invtsc", value: true, migratable: false },
    { name: "mds-no", value: true, migratable: true },
  ],
};
const input: HostModelInput = {
  hostArch: "x86_64",
  guestArch: "x86_64",
  accelerated: true,
  expanded,
  definitions: [],
  reportsUnavailable: true,
};

Deno.test("host-model is QEMU's report under a model's name", () => {
  assert.deepEqual(hostModel(map, input)?.reported, {
    model: "Nehalem",
    fallback: "forbid",
    vendor: "Intel",
    features: [{ policy: "require", name: "invtsc" }, { policy: "require", name: "mds-no" }],
  });
});

Deno.test("a guest that may be migrated gets what QEMU says is migratable", () => {
  assert.deepEqual(hostModel(map, input)?.migratable().features, [{ policy: "require", name: "mds-no" }]);
  const old = { ...input, expanded: { ...expanded, migratability: false } };
  assert.deepEqual(hostModel(map, old)?.migratable().features, [{ policy: "require", name: "mds-no" }]);
});

Deno.test("features in registers are left out where QEMU does not say that it lacks one", () => {
  const models = hostModel(map, { ...input, reportsUnavailable: false });
  assert.deepEqual(models?.reported.features, [{ policy: "require", name: "invtsc" }]);
});

Deno.test("guests of another architecture have no host-model", () => {
  assert.equal(hostModel(map, { ...input, guestArch: "aarch64" }), undefined);
  assert.equal(hostModel(map, { ...input, hostArch: "aarch64", guestArch: "aarch64" }), undefined);
  assert.ok(hostModel(map, { ...input, guestArch: "i686" }) !== undefined);
});

Deno.test("without QEMU's report the processor's own description is used, as far as QEMU takes it", () => {
  const { expanded: _, ...silent } = input;
  const cpuinfo = {
    vendorId: "GenuineIntel",
    family: 6,
    model: 26,
    stepping: 5,
    flags: [...nehalem.map(({ name }) => name), "ospke", "vmx"],
  };
  assert.equal(hostModel(map, silent), undefined);
  const models = hostModel(map, { ...silent, processor: { arch: "x86_64", cpuinfo } });
  assert.equal(models?.reported.model, "Nehalem");
  assert.equal(models?.reported.fallback, "allow");
  assert.ok(models?.reported.features.some(({ name }) => name === "vmx"));
  assert.ok(!models?.reported.features.some(({ name }) => name === "ospke"));
});

Deno.test("the full CPU has what the processor or QEMU has", () => {
  const cpuinfo = {
    vendorId: "GenuineIntel",
    family: 6,
    model: 26,
    stepping: 5,
    flags: [...nehalem.map(({ name }) => name), "vmx"],
  };
  const names = hostModel(map, { ...input, processor: { arch: "x86_64", cpuinfo } })?.full()?.features
    .map(({ name }) => name);
  assert.ok(names?.includes("vmx") && names.includes("invtsc"));
  assert.equal(hostModel(map, input)?.full(), undefined);
});

Deno.test("an s390 host is what QEMU says it is, disabled features included", () => {
  const models = hostModel(map, {
    ...input,
    hostArch: "s390x",
    guestArch: "s390x",
    expanded: {
      name: "z14-base",
      migratability: false,
      properties: [{ name: "aefsi", value: true }, { name: "msa5", value: false }],
    },
  });
  assert.deepEqual(models?.reported, {
    model: "z14-base",
    fallback: "forbid",
    features: [{ policy: "require", name: "aefsi" }, { policy: "disable", name: "msa5" }],
  });
});
