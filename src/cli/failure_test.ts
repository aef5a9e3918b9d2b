import assert from "node:assert/strict";
import { VirtError } from "../model/error.ts";
import { ConfigError, describeError, exitCodeOf, UsageError } from "./failure.ts";

Deno.test("describeError() is one line, with the causes that add something and the hint", () => {
  const inner = new Error("Permission denied\n(os error 13)");
  assert.equal(
    describeError(new Error("Cannot open /x", { cause: inner })),
    "Cannot open /x: Permission denied; (os error 13)",
  );
  assert.equal(describeError(new Error("Cannot open: gone", { cause: new Error("gone") })), "Cannot open: gone");
  const error = new VirtError("VIR_ERR_NO_CONNECT", "x:///y", { hint: "Use qemu:///system" });
  assert.equal(describeError(error), "no connection driver available for x:///y; Use qemu:///system");
});

Deno.test("describeError() lets no terminal escape through", () => {
  assert.equal(describeError(new Error("a\x1b[2Jb")), "a [2Jb");
  assert.equal(describeError("text"), "text");
});

Deno.test("exitCodeOf() tells a wrong command line, a wrong configuration and a missing hypervisor apart", () => {
  assert.equal(exitCodeOf(new UsageError("x")), 2);
  assert.equal(exitCodeOf(new ConfigError("x")), 3);
  assert.equal(exitCodeOf(new Error("x", { cause: new VirtError("VIR_ERR_NO_CONNECT", "x") })), 4);
  assert.equal(exitCodeOf(new VirtError("VIR_ERR_NO_SUPPORT", "x")), 5);
  assert.equal(exitCodeOf(new VirtError("VIR_ERR_INTERNAL_ERROR", "x")), 1);
  assert.equal(exitCodeOf("text"), 1);
});
