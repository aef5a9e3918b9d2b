import assert from "node:assert/strict";
import { applyFixUps } from "./fix_ups.ts";

function fixed(flags: readonly string[], arch = "x86_64", platform: { sev?: boolean; sgx?: boolean } = {}): string[] {
  const set = new Set(flags);
  applyFixUps(set, { arch, sev: false, sgx: false, ...platform });
  return [...set].sort();
}

Deno.test("what the platform lacks is taken back", () => {
  assert.deepEqual(fixed(["sev-guest", "sev-snp-guest", "sgx-epc"]), []);
  assert.deepEqual(fixed(["sev-guest", "sgx-epc"], "x86_64", { sev: true }), ["sev-guest"]);
  assert.deepEqual(fixed(["sgx-epc"], "x86_64", { sgx: true }), ["sgx-epc"]);
});

Deno.test("x86 guests have CPU caches to configure where CPU models can be expanded", () => {
  assert.deepEqual(fixed(["query-cpu-model-expansion"]), ["cpu-cache", "query-cpu-model-expansion"]);
  assert.deepEqual(fixed(["query-cpu-model-expansion"], "s390x"), ["query-cpu-model-expansion"]);
});

Deno.test("a CPU that tells what it lacks spells features in one way", () => {
  assert.ok(fixed(["cpu-unavailable-features"]).includes("canonical-cpu-features"));
});

Deno.test("incremental backups need both of their halves", () => {
  assert.deepEqual(fixed(["blockdev-reopen"]), ["blockdev-reopen"]);
  assert.ok(fixed(["blockdev-reopen", "migration-param.block-bitmap-mapping"]).includes("incremental-backup"));
});

Deno.test("objects described by the schema bring the option for deprecated interfaces", () => {
  assert.ok(fixed(["object.qapified"]).includes("compat-deprecated"));
});

Deno.test("the machine property for the HPET replaces the option against it", () => {
  assert.deepEqual(fixed(["no-hpet", "machine-hpet"]), ["machine-hpet"]);
});
