import assert from "node:assert/strict";
import { checkFlags } from "./check_flags.ts";
import { DOMAIN_CREATE_FLAGS } from "./domain_flags.ts";
import { VirtError } from "./error.ts";
import { causeChain, fromWireError, toWireError } from "./wire_error.ts";

Deno.test("an error fills libvirt's strings with the pattern and the detail", () => {
  const wire = toWireError(new VirtError("VIR_ERR_NO_DOMAIN", "no such", { domain: "VIR_FROM_TEST" }));
  assert.deepEqual(wire, {
    code: 42,
    domain: 12,
    message: "Domain not found: no such",
    level: 2,
    str1: "Domain not found: %s",
    str2: "no such",
    str3: null,
    int1: -1,
    int2: -1,
  });
});

Deno.test("an error without a detail has the bare text and no second string", () => {
  const wire = toWireError(new VirtError("VIR_ERR_NO_DOMAIN"));
  assert.deepEqual([wire.message, wire.str1, wire.str2], ["Domain not found", "Domain not found", null]);
});

Deno.test("an error that travelled is the same error", () => {
  const error = new VirtError("VIR_ERR_SYSTEM_ERROR", "open: No such file", { domain: "VIR_FROM_STORAGE", int1: 2 });
  assert.deepEqual(toWireError(fromWireError(toWireError(error))), toWireError(error));
});

Deno.test("a newer server's error keeps its text", () => {
  const error = fromWireError({ ...toWireError(new VirtError("VIR_ERR_OK")), code: 999, message: "new trouble" });
  assert.deepEqual([error.code, error.message], ["VIR_ERR_INTERNAL_ERROR", "new trouble"]);
  assert.match(error.hint ?? "", /999/);
});

Deno.test("unknown flags are refused as libvirt refuses them", () => {
  checkFlags(0x3f, [DOMAIN_CREATE_FLAGS], { function: "testDomainCreateXML" });
  assert.throws(() => checkFlags(0x101, [DOMAIN_CREATE_FLAGS], { function: "testDomainCreateXML" }), (error) => {
    assert.ok(error instanceof VirtError);
    const { message, str1, str2, str3, int1, int2 } = error;
    assert.equal(message, "unsupported flags (0x100) in function testDomainCreateXML");
    assert.deepEqual([str1, str2, str3, int1, int2], ["testDomainCreateXML", "flags", null, 0, 0]);
    return true;
  });
});

Deno.test("the chain of causes is told from the outside in, and a circle ends", () => {
  const inner = new Error("Disk full");
  assert.deepEqual(causeChain(new VirtError("VIR_ERR_OPERATION_FAILED", "save", { cause: inner })), [
    "operation failed: save",
    "Disk full",
  ]);
  inner.cause = inner;
  assert.equal(causeChain(inner).length, 16);
});
