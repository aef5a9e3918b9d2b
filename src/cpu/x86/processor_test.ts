import assert from "node:assert/strict";
import { loadX86Map } from "./model_map.ts";
import {
  decodeSignature,
  processorFromCpuid,
  processorFromProcFlags,
  processorFromProperties,
  type X86Processor,
} from "./processor.ts";
import { namesOf } from "./requested.ts";

const map = loadX86Map();

function names(processor: X86Processor): string[] {
  return namesOf(map, processor.features);
}

Deno.test("CPUID and registers give vendor, signature and features in document order", () => {
  const processor = processorFromCpuid(map, [
    { eaxIn: 0, ecxIn: 0, eax: 0x10, ebx: 0x68747541, ecx: 0x444d4163, edx: 0x69746e65 },
    { eaxIn: 1, ecxIn: 0, eax: 0x00a00f11, ebx: 0, ecx: 0x80000001, edx: 0x00000001 },
    { eaxIn: 7, ecxIn: 1, eax: 0x10, ebx: 0, ecx: 0, edx: 0 },
  ], [{ index: 0x10a, eax: 0x20, edx: 0 }]);
  assert.equal(processor.vendor, "AMD");
  assert.deepEqual(processor.signature, { family: 25, model: 1, stepping: 1 });
  assert.deepEqual(names(processor), ["fpu", "pni", "hypervisor", "avx-vnni", "mds-no"]);
});

Deno.test("extended family and model are added in", () => {
  assert.deepEqual(decodeSignature(0x000506e3), { family: 6, model: 94, stepping: 3 });
});

Deno.test("QEMU's properties are read in its spelling, unknown ones passed over", () => {
  const properties = [
    { name: "vendor", value: "GenuineIntel" },
    { name: "family", value: 6 },
    { name: "model", value: 85 },
    { name: "stepping", value: 4 },
    { name: "pclmulqdq", value: true },
    { name: "lahf-lm", value: true },
    { name: "aes", value: false },
    { name: "invtsc", value: true, migratable: false },
    { name: "no-such-feature", value: true },
  ];
  const processor = processorFromProperties(map, properties);
  assert.equal(processor.vendor, "Intel");
  assert.deepEqual(processor.signature, { family: 6, model: 85, stepping: 4 });
  assert.deepEqual(names(processor), ["pclmuldq", "lahf_lm", "invtsc"]);
  const migratable = processorFromProperties(map, properties, { migratable: true });
  assert.deepEqual(names(migratable), ["pclmuldq", "lahf_lm"]);
});

Deno.test("the kernel's flags mean the vendor's own way to report a feature", () => {
  const cpuinfo = { family: 6, model: 85, stepping: 4, flags: ["sse4_1", "ssbd", "ibrs", "nonstop_tsc", "nopl"] };
  const intel = processorFromProcFlags(map, { ...cpuinfo, vendorId: "GenuineIntel" });
  assert.deepEqual(names(intel), ["sse4.1", "spec-ctrl", "ssbd", "invtsc"]);
  const amd = processorFromProcFlags(map, { ...cpuinfo, vendorId: "AuthenticAMD" });
  assert.deepEqual(names(amd), ["sse4.1", "invtsc", "ibrs", "amd-ssbd"]);
});

Deno.test("a vendor string that only looks like a property of objects is no vendor", () => {
  const cpuinfo = { vendorId: "constructor", family: 6, model: 1, stepping: 1, flags: ["toString"] };
  const processor = processorFromProcFlags(map, cpuinfo);
  assert.equal(processor.vendor, undefined);
  assert.deepEqual(names(processor), []);
});
