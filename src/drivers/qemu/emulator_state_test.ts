import assert from "node:assert/strict";
import type { CacheRow } from "../../cache/contract.ts";
import { failedState, readyState, stateOf, unusableState } from "./emulator_state.ts";
import type { QemuKnowledgeSummary } from "./knowledge.ts";

const PATH = "/usr/bin/qemu-system-x86_64";

const ROW: CacheRow<QemuKnowledgeSummary> = {
  key: PATH,
  fingerprint: {},
  storedAt: "2026-01-01T00:00:01.000Z",
  reason: "microcode",
  summary: {
    emulator: {
      emulator: PATH,
      arch: "x86_64",
      version: 7_002_022,
      accelerators: ["kvm", "tcg"],
      machines: [{ name: "pc-i440fx-7.2", alias: "pc" }],
      partial: true,
    },
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 160,
    problems: [{ step: "query-sgx-capabilities", message: "No" }],
  },
};

Deno.test("a known emulator says what it is, how long it took and why it was probed", () => {
  assert.deepEqual(readyState(ROW, { cached: true }), {
    path: PATH,
    state: "ready",
    arch: "x86_64",
    version: "7.2.22",
    accelerators: ["kvm", "tcg"],
    machineCount: 1,
    cached: true,
    reason: "microcode",
    durationMs: 160,
    probedAt: "2026-01-01T00:00:00.000Z",
    partial: true,
    problems: [{ step: "query-sgx-capabilities", message: "No" }],
  });
});

Deno.test("while it is probed nothing else is said of it", () => {
  const verdict = { state: "valid", row: ROW, now: {} } as const;
  assert.deepEqual(stateOf(PATH, verdict, { probing: true }), { path: PATH, state: "probing" });
});

Deno.test("what is stale is unprobed, with the reason", () => {
  const verdict = { state: "invalid", reason: "binary-ctime", row: ROW, now: {} } as const;
  assert.deepEqual(stateOf(PATH, verdict, { probing: false }), {
    path: PATH,
    state: "unprobed",
    reason: "binary-ctime",
  });
});

Deno.test("a failure says the step, the output and the time of the next attempt", () => {
  const failure = {
    key: PATH,
    fingerprint: {},
    failures: 2,
    failedAt: "2026-01-01T00:00:00.000Z",
    retryAt: "2026-01-01T00:00:02.000Z",
    reason: "new",
    detail: { step: "greeting", message: "It hangs", stderr: "oops" },
  };
  assert.deepEqual(failedState(failure), {
    path: PATH,
    state: "failed",
    error: { step: "greeting", message: "It hangs", stderr: "oops" },
    retryAt: "2026-01-01T00:00:02.000Z",
    reason: "new",
    probedAt: "2026-01-01T00:00:00.000Z",
  });
});

Deno.test("what cannot be run is not tried", () => {
  assert.deepEqual(unusableState("/bin/x", "It is a directory, not a program").error?.step, "find");
});
