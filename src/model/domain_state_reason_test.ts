import assert from "node:assert/strict";
import { domainLifecycleNumbers, domainLifecycleOf } from "./domain_lifecycle.ts";
import { domainStateNumbers, domainStateOf } from "./domain_state_reason.ts";

Deno.test("a state and its reason are two numbers, and those are the state again", () => {
  const numbers = domainStateNumbers({ state: "paused", reason: "ioError" });
  assert.deepEqual(numbers, { state: 3, reason: 5 });
  assert.deepEqual(domainStateOf(3, 5), { state: "paused", reason: "ioError" });
});

Deno.test("states and reasons nobody knows are nostate and unknown", () => {
  assert.deepEqual(domainStateOf(1, 99), { state: "running", reason: "unknown" });
  assert.deepEqual(domainStateOf(99, 1), { state: "nostate", reason: "unknown" });
});

Deno.test("a lifecycle change is two numbers, and those are the change again", () => {
  const numbers = domainLifecycleNumbers({ change: "stopped", detail: "failed" });
  assert.deepEqual(numbers, { event: 5, detail: 5 });
  assert.deepEqual(domainLifecycleOf(5, 5), { change: "stopped", detail: "failed" });
  assert.equal(domainLifecycleOf(5, 77), undefined);
});
