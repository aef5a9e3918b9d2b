import assert from "node:assert/strict";
import type { EmulatorState } from "../drivers/contract.ts";
import { formatDuration, formatEmulators, summariseEmulators } from "./emulator_table.ts";

const STATES: readonly EmulatorState[] = [
  {
    path: "/usr/bin/qemu-system-x86_64",
    state: "ready",
    arch: "x86_64",
    version: "7.2.22",
    accelerators: ["kvm", "tcg"],
    machineCount: 40,
    cached: true,
    durationMs: 151,
    reason: "new",
  },
  {
    path: "/usr/bin/qemu-system-arm",
    state: "ready",
    arch: "armv7l",
    version: "7.2.22",
    accelerators: ["tcg"],
    machineCount: 90,
    durationMs: 1234,
    reason: "binary-ctime",
    partial: true,
  },
  { path: "/opt/broken", state: "failed", error: { step: "start", message: "exited\x1b[31m with 1" } },
];

const plain = { paint: (_style: string, text: string): string => text };

Deno.test("the table says of each emulator whether it was known, why it was probed, or what failed", () => {
  assert.equal(
    formatEmulators(STATES, plain),
    `ARCH    BINARY                       VERSION  ACCELERATORS  MACHINES  TIME    STATE
x86_64  /usr/bin/qemu-system-x86_64  7.2.22   kvm tcg       40        151 ms  cached
armv7l  /usr/bin/qemu-system-arm     7.2.22   tcg           90        1.2 s   probed: binary-ctime, partial
-       /opt/broken                  -        -             -         -       failed: start
`,
  );
});

Deno.test("the closing line counts what was probed, what was known and what failed", () => {
  assert.equal(summariseEmulators(STATES, 1900), "\n3 emulators: 1 probed, 1 from the cache, 1 failed; 1.9 s\n");
  assert.equal(summariseEmulators(STATES.slice(0, 1), 12), "\n1 emulator: 0 probed, 1 from the cache; 12 ms\n");
});

Deno.test("a duration is in the unit that a person would use", () => {
  assert.deepEqual([0, 999, 1000, 59_940, 185_000].map(formatDuration), [
    "0 ms",
    "999 ms",
    "1.0 s",
    "59.9 s",
    "3 min 5 s",
  ]);
});
