import { deepEqual } from "node:assert/strict";
import { parseOutcome } from "./test.ts";

Deno.test("parseOutcome() reads the closing line and each reason once", () => {
  const output =
    "SKIP boots a guest: no QEMU\nSKIP boots a guest: no QEMU\n\nok | 3 passed (2 steps) | 0 failed | 1 ignored (2s)\n";
  deepEqual(parseOutcome(output), { passed: 3, failed: 0, skipped: ["boots a guest: no QEMU"] });
});

Deno.test("parseOutcome() counts nothing where the run has no closing line", () => {
  deepEqual(parseOutcome("error: Module not found\n"), { passed: 0, failed: 0, skipped: [] });
});
