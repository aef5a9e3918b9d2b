import assert from "node:assert/strict";
import type { FullInterrogation, TcgInterrogation } from "./interrogate.ts";
import { mergeInterrogations, type ProbeContext } from "./merge_interrogations.ts";

const FULL: FullInterrogation = {
  version: 7_002_000,
  arch: "x86_64",
  target: "x86_64",
  flags: ["kvm", "tcg"],
  accelerator: { type: "kvm", cpus: [], machines: [] },
  needsTcgRun: true,
  gic: [],
  problems: [],
};
const TCG: TcgInterrogation = {
  accelerator: { type: "tcg", cpus: [], machines: [] },
  flags: ["cpu-max"],
  problems: [{ step: "query-machines", message: "no" }],
};
const CONTEXT: ProbeContext = {
  emulator: "/usr/bin/qemu",
  kvmSupportsNesting: true,
  kvmSupportsSecureGuest: true,
  log: {
    startedAt: "2026-11-22T00:00:00Z",
    durationMs: 5,
    reason: "new",
    partial: false,
    problems: [],
    deniedTypes: [],
  },
};

Deno.test("both runs end up in one document, with the flags and the problems of both", () => {
  const merged = mergeInterrogations(CONTEXT, FULL, TCG);
  assert.deepEqual(merged.accelerators.map(({ type }) => type), ["kvm", "tcg"]);
  assert.deepEqual(merged.flags, ["kvm", "tcg", "cpu-max"]);
  assert.deepEqual([merged.probe.partial, merged.probe.problems], [true, TCG.problems]);
  assert.deepEqual([merged.kvmSupportsNesting, merged.kvmSupportsSecureGuest], [true, true]);
});

Deno.test("one run without a problem is whole", () => {
  const merged = mergeInterrogations(CONTEXT, FULL);
  assert.deepEqual([merged.probe.partial, merged.accelerators.length], [false, 1]);
});

Deno.test("what KVM can do on the host does not count for a binary without it", () => {
  const merged = mergeInterrogations(CONTEXT, { ...FULL, flags: ["tcg"] });
  assert.deepEqual([merged.kvmSupportsNesting, merged.kvmSupportsSecureGuest], [false, false]);
});

Deno.test("room for SEV guests comes from the processor", () => {
  const sev = { cbitpos: 51, reducedPhysBits: 1, pdh: "a", certChain: "b" };
  const leaf = { eaxIn: 0x8000001f, ecxIn: 0, eax: 0, ebx: 0, ecx: 10, edx: 4 };
  const merged = mergeInterrogations({ ...CONTEXT, cpuid: [leaf] }, { ...FULL, sev });
  assert.deepEqual(merged.sev, { ...sev, maxGuests: 7, maxEsGuests: 3 });
});
