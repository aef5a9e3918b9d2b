import assert from "node:assert/strict";
import { VirtError } from "../model/error.ts";
import { remoteError } from "../wire/libvirt/mod.ts";
import { XdrDecoder, XdrEncoder } from "../wire/xdr/mod.ts";
import { errorOnWire } from "./error_reply.ts";

Deno.test("whatever was thrown can be sent: with zeros in it, too long, with numbers that do not fit, or no error", () => {
  const thrown = [
    new VirtError("VIR_ERR_INTERNAL_ERROR", `a\0b${"x".repeat(5_000_000)}`, { int1: 2 ** 40 }),
    new Error("Lone \ud800 half"),
    "a text",
    undefined,
  ];
  for (const one of thrown) {
    const to = new XdrEncoder();
    remoteError.encode(to, errorOnWire(one));
    const { code, message } = remoteError.decode(new XdrDecoder(to.bytes()));
    assert.equal(code, 1);
    assert.ok(message?.startsWith("internal error: ") && message.length < 100_000);
  }
});

Deno.test("an error of libvirt's keeps its numbers and texts", () => {
  const { code, domain, message, str1, str2 } = errorOnWire(
    new VirtError("VIR_ERR_NO_DOMAIN", "no domain with matching name 'a'", { domain: "VIR_FROM_TEST" }),
  );
  assert.deepEqual([code, domain, message, str1, str2], [
    42,
    12,
    "Domain not found: no domain with matching name 'a'",
    "Domain not found: %s",
    "no domain with matching name 'a'",
  ]);
});
