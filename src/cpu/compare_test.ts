import assert from "node:assert/strict";
import type { CpuDocument } from "../conf/cpu/document.ts";
import { baselineCpu } from "./baseline.ts";
import { compareCpu } from "./compare.ts";
import { CpuMap } from "./cpu_map.ts";
import { CpuError } from "./error.ts";

const map = new CpuMap();
const host: CpuDocument = { arch: "x86_64", model: { name: "Nehalem" }, vendor: "Intel", features: [{ name: "vmx" }] };

function compare(cpu: Partial<CpuDocument>): string {
  const { result, reason } = compareCpu(map, { arch: "x86_64", host, cpu: { features: [], ...cpu } });
  return reason === undefined ? result : `${result}: ${reason}`;
}

Deno.test("a comparison says what is missing, forbidden or extra", () => {
  assert.equal(compare({ model: { name: "Nehalem" } }), "superset");
  assert.equal(
    compare({ model: { name: "Westmere" } }),
    "incompatible: Host CPU does not provide required features: aes",
  );
  assert.equal(
    compare({ model: { name: "Nehalem" }, features: [{ name: "vmx", policy: "forbid" }] }),
    "incompatible: Host CPU provides forbidden features: vmx",
  );
  assert.equal(
    compare({ model: { name: "Nehalem" }, match: "strict" }),
    "incompatible: Host CPU does not strictly match guest CPU: Extra features: vmx",
  );
  assert.equal(
    compare({ model: { name: "Nehalem" }, features: [{ name: "vmx", policy: "require" }] }),
    "identical",
  );
  assert.equal(compare({ vendor: "AMD" }), "incompatible: host CPU vendor does not match required CPU vendor AMD");
});

Deno.test("unknown names are refused by name", () => {
  assert.throws(() => compare({ model: { name: "Pentium5" } }), /Unknown CPU model Pentium5/);
  assert.throws(() => compare({ features: [{ name: "toString", policy: "require" }] }), /Unknown CPU feature toString/);
});

Deno.test("a host that is not known can run nothing in particular", () => {
  const outcome = compareCpu(map, { arch: "x86_64", host: undefined, cpu: host });
  assert.deepEqual(outcome, { result: "incompatible", reason: "unknown host CPU", features: [] });
});

Deno.test("architectures without rules refuse to compare and to find a baseline", () => {
  const cpu: CpuDocument = { arch: "riscv64", model: { name: "rv64" }, features: [] };
  const refused = (error: unknown): boolean => error instanceof CpuError && error.code === "unsupported";
  assert.throws(() => compareCpu(map, { arch: "riscv64", host: cpu, cpu }), refused);
  assert.throws(() => baselineCpu(map, { cpus: [cpu] }), refused);
  assert.throws(() => baselineCpu(map, { cpus: [{ ...cpu, arch: "s390x" }] }), refused);
});

Deno.test("a baseline leaves out what the hypervisor cannot give and spells features out when asked", () => {
  const cpus: CpuDocument[] = [
    { arch: "x86_64", model: { name: "486" }, features: [{ name: "aes" }, { name: "osxsave" }] },
    { arch: "x86_64", model: { name: "486" }, features: [{ name: "aes" }, { name: "osxsave" }, { name: "vmx" }] },
  ];
  const names = (cpu: CpuDocument): string[] => cpu.features.map(({ name }) => name);
  assert.deepEqual(names(baselineCpu(map, { cpus })), ["aes", "osxsave"]);
  assert.deepEqual(names(baselineCpu(map, { cpus }, { onlyPassedOn: true })), ["aes"]);
  const given = baselineCpu(map, { cpus }, { features: ["fpu", "vme", "pse", "aes", "unheard-of"] });
  assert.deepEqual(names(given), ["aes"]);
  const expanded = baselineCpu(map, { cpus }, { expandFeatures: true });
  assert.deepEqual(names(expanded), ["aes", "fpu", "osxsave", "pse", "vme"]);
});

Deno.test("CPUs with nothing in common have no baseline, and no CPUs none at all", () => {
  const one: CpuDocument = { arch: "x86_64", model: { name: "Nehalem" }, vendor: "Intel", features: [] };
  const other: CpuDocument = { arch: "x86_64", model: { name: "EPYC" }, vendor: "AMD", features: [] };
  assert.throws(() => baselineCpu(map, { cpus: [one, other] }), /CPU vendors do not match/);
  assert.throws(() => baselineCpu(map, { cpus: [] }), /no CPUs given/);
  assert.throws(() => baselineCpu(map, { cpus: [{ features: [] }] }), /no CPU model specified at index 0/);
});
