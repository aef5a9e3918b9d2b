import assert from "node:assert/strict";
import { CpuError } from "../error.ts";
import { decodeX86 } from "./decode.ts";
import { FeatureSet } from "./feature_set.ts";
import { loadX86Map } from "./model_map.ts";

const map = loadX86Map();

function like(model: string, change: { more?: string[]; less?: string[] } = {}): FeatureSet {
  const set = map.modelByName.get(model)!.features.copy();
  for (const name of change.more ?? []) set.add(map.featureByName.get(name)!.index);
  for (const name of change.less ?? []) set.delete(map.featureByName.get(name)!.index);
  return set;
}

Deno.test("a processor that is a model is called by its name", () => {
  const decoded = decodeX86(map, { features: like("Penryn"), vendor: "Intel" }, { type: "guest" });
  assert.deepEqual(decoded, { model: "Penryn", vendor: "Intel", features: [] });
});

Deno.test("a model of the processor's own number wins over a shorter list", () => {
  const features = like("SandyBridge", { more: ["f16c"], less: ["aes"] });
  const signature = { family: 6, model: 58, stepping: 9 };
  assert.equal(decodeX86(map, { features, vendor: "Intel", signature }, { type: "guest" }).model, "IvyBridge");
});

Deno.test("a host is never described by a model that has more than it", () => {
  const features = like("SandyBridge", { less: ["aes"] });
  const decoded = decodeX86(map, { features, vendor: "Intel" }, { type: "host" });
  assert.notEqual(decoded.model, "SandyBridge");
  assert.ok(decoded.features.every((feature) => feature.policy === undefined));
});

Deno.test("models of another vendor, and those that the hypervisor does not offer, are left aside", () => {
  const models = [{ name: "Nehalem", usable: "yes", blockers: [], deprecated: false }] as const;
  const processor = { features: like("Westmere"), vendor: "Intel" };
  const decoded = decodeX86(map, processor, { type: "guest", models });
  assert.deepEqual(decoded.features, [{ policy: "require", name: "aes" }]);
  assert.throws(
    () => decodeX86(map, { ...processor, vendor: "AMD" }, { type: "guest", models }),
    (error) => error instanceof CpuError && error.code === "incompatible",
  );
});

Deno.test("what the hypervisor cannot give of a model is spelt out as disabled", () => {
  const models = [{ name: "Nehalem", usable: "no", blockers: ["cx16"], deprecated: false }] as const;
  const decoded = decodeX86(map, { features: like("Nehalem"), vendor: "Intel" }, { type: "guest", models });
  assert.deepEqual(decoded.features, [{ policy: "disable", name: "cx16" }]);
});

Deno.test("transactional memory that Intel switched off is not shown on Haswell", () => {
  const processor = {
    features: like("Haswell"),
    vendor: "Intel",
    signature: { family: 6, model: 60, stepping: 3 },
  };
  assert.equal(decodeX86(map, processor, { type: "guest" }).model, "Haswell-noTSX");
  const fixed = { ...processor, signature: { family: 6, model: 63, stepping: 4 } };
  assert.equal(decodeX86(map, fixed, { type: "guest" }).model, "Haswell");
});

Deno.test("a single preferred model is taken, or refused where it must be and is not offered", () => {
  const processor = { features: like("Haswell"), vendor: "Intel" };
  assert.equal(decodeX86(map, processor, { type: "guest", preferred: ["Nehalem"] }).model, "Nehalem");
  const models = [{ name: "486", usable: "yes", blockers: [], deprecated: false }] as const;
  const options = { type: "guest", preferred: ["Nehalem"], models, allowFallback: false } as const;
  assert.throws(() => decodeX86(map, processor, options), /does not offer CPU model "Nehalem"/);
});

Deno.test("features that tie a guest to its host are left out of a migratable CPU", () => {
  const processor = { features: like("Nehalem", { more: ["invtsc", "vmx"] }), vendor: "Intel" };
  const decoded = decodeX86(map, processor, { type: "guest", migratable: true });
  assert.deepEqual(decoded.features, [{ policy: "require", name: "vmx" }]);
});

Deno.test("features once part of a model are spelt out for guests, not for hosts", () => {
  const processor = { features: like("EPYC"), vendor: "AMD", signature: { family: 23, model: 1, stepping: 2 } };
  assert.deepEqual(decodeX86(map, processor, { type: "guest" }).features, [{ policy: "disable", name: "monitor" }]);
  assert.deepEqual(decodeX86(map, processor, { type: "host" }).features, []);
});
