import assert from "node:assert/strict";
import { VALIDITY_CHECKS } from "./checks.ts";
import { compareFacts, narrowFacts } from "./compare_facts.ts";

const FACTS: Record<string, string> = {
  ...Object.fromEntries(VALIDITY_CHECKS.filter((check) => !("many" in check)).map(({ reason }) => [reason, "1"])),
  "kvm-parameter:nested": "Y",
  "kvm-parameter:ept": "Y",
};

Deno.test("nothing is discarded while every fact stands", () => {
  for (const scope of ["every", "native", "accelerated"] as const) {
    assert.equal(compareFacts(narrowFacts(FACTS, scope), FACTS), undefined);
  }
});

Deno.test("each row's fact, changed alone, is the reason for an accelerated binary", () => {
  for (const name of Object.keys(FACTS)) {
    assert.equal(compareFacts(narrowFacts(FACTS, "accelerated"), { ...FACTS, [name]: "2" }), name);
  }
});

Deno.test("a foreign binary does not care for KVM, processor and kernel", () => {
  const stored = narrowFacts(FACTS, "every");
  const elsewhere = { ...FACTS };
  for (const name of ["kvm-access", "microcode", "kernel", "cpu-data", "cpu-signature", "kvm-parameter:nested"]) {
    elsewhere[name] = "changed";
  }
  assert.equal(compareFacts(stored, elsewhere), undefined);
  assert.equal(compareFacts(stored, { ...elsewhere, "binary-ctime": "2" }), "binary-ctime");
});

Deno.test("a native binary without an accelerator waits for KVM, and for nothing of the processor", () => {
  const stored = narrowFacts(FACTS, "native");
  assert.equal(compareFacts(stored, { ...FACTS, microcode: "2" }), undefined);
  assert.equal(compareFacts(stored, { ...FACTS, "kvm-access": "2" }), "kvm-access");
});

Deno.test("of several changes the first in the table is named", () => {
  const stored = narrowFacts(FACTS, "accelerated");
  const upgraded = { ...FACTS, "module-directory": "2", "binary-content": "2", "binary-ctime": "2" };
  assert.equal(compareFacts(stored, upgraded), "binary-ctime");
});

Deno.test("a parameter that comes or goes has changed", () => {
  const stored = narrowFacts(FACTS, "accelerated");
  assert.equal(compareFacts(stored, { ...FACTS, "kvm-parameter:avic": "N" }), "kvm-parameter:avic");
  const { "kvm-parameter:ept": _, ...without } = FACTS;
  assert.equal(compareFacts(stored, without), "kvm-parameter:ept");
});

Deno.test("a fingerprint that does not say whom it is of is held to every check", () => {
  const { scope: _, ...stored } = narrowFacts(FACTS, "accelerated");
  assert.equal(compareFacts(stored, { ...FACTS, helpers: "2" }), "helpers");
});

Deno.test("every reason is in the table once", () => {
  const reasons = VALIDITY_CHECKS.map(({ reason }) => reason);
  assert.equal(new Set(reasons).size, reasons.length);
});
