import assert from "node:assert/strict";
import { CpuMap } from "./cpu_map.ts";
import { decodeHostCpu } from "./host_cpu.ts";

const map = new CpuMap();

Deno.test("a host whose processor is not known is named by its architecture alone", () => {
  assert.deepEqual(decodeHostCpu(map, { arch: "x86_64" }), { arch: "x86_64", features: [] });
  assert.deepEqual(decodeHostCpu(map, { arch: "x86_64", cpuid: [] }), { arch: "x86_64", features: [] });
  assert.deepEqual(decodeHostCpu(map, { arch: "riscv64" }), { arch: "riscv64", features: [] });
  assert.deepEqual(decodeHostCpu(map, { arch: "ppc64", pvr: 0x12345678 }), { arch: "ppc64", features: [] });
});

Deno.test("a register that the processor does not announce is not read", () => {
  const leaf = { eaxIn: 7, ecxIn: 0, eax: 0, ebx: 0, ecx: 0, edx: 0 };
  const basic = { eaxIn: 1, ecxIn: 0, eax: 0x000106a5, ebx: 0, ecx: 0, edx: 0x1b };
  const msrs = [{ index: 0x10a, eax: 1, edx: 0 }];
  const names = (edx: number): string[] =>
    decodeHostCpu(map, { arch: "x86_64", cpuid: [basic, { ...leaf, edx }], msrs }).features.map(({ name }) => name);
  assert.ok(!names(0).includes("rdctl-no"));
  assert.ok(names(1 << 29).includes("rdctl-no"));
});

Deno.test("an ARM host is named by implementer and part, with the kernel's features", () => {
  const arm = { implementer: 0x41, part: 0xd0c, features: ["fp", "asimd"] };
  assert.deepEqual(decodeHostCpu(map, { arch: "aarch64", arm }), {
    arch: "aarch64",
    model: "Neoverse-N1",
    vendor: "ARM",
    features: [{ name: "fp" }, { name: "asimd" }],
  });
  const other = { ...arm, implementer: 0x48 };
  assert.equal(decodeHostCpu(map, { arch: "aarch64", arm: other }).model, undefined);
});

Deno.test("a POWER host is named by its generation", () => {
  assert.deepEqual(decodeHostCpu(map, { arch: "ppc64le", pvr: 0x004e1202 }), {
    arch: "ppc64le",
    model: "POWER9",
    vendor: "IBM",
    features: [],
  });
});
