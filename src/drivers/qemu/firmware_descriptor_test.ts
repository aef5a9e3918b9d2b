import assert from "node:assert/strict";
import { type FirmwareDescriptor, loaderOf, matchesMachine } from "./firmware_descriptor.ts";

function firmware(...machines: readonly string[]): FirmwareDescriptor {
  return {
    interfaces: ["uefi"],
    mapping: { device: "flash", executable: { filename: "/fw.fd" } },
    targets: [{ architecture: "x86_64", machines }],
    features: [],
  };
}

Deno.test("a firmware is for the machines its patterns name", () => {
  assert.ok(matchesMachine(firmware("pc-q35-*"), "x86_64", "pc-q35-7.2"));
  assert.ok(matchesMachine(firmware("pc", "p?-*-7.*"), "x86_64", "pc-q35-7.2"));
  assert.ok(matchesMachine(firmware("*"), "x86_64", ""));
  assert.ok(!matchesMachine(firmware("pc-q35-*"), "aarch64", "pc-q35-7.2"));
  assert.ok(!matchesMachine(firmware("q35"), "x86_64", "pc-q35-7.2"));
  assert.ok(!matchesMachine(firmware("pc-q35-?"), "x86_64", "pc-q35-7.2"));
});

Deno.test("a pattern made to be slow is answered all the same", () => {
  assert.ok(!matchesMachine(firmware("*a".repeat(200) + "b"), "x86_64", "a".repeat(2000)));
});

Deno.test("only firmware in flash or memory is a loader", () => {
  assert.equal(loaderOf(firmware()), "/fw.fd");
  assert.equal(loaderOf({ ...firmware(), mapping: { device: "memory", filename: "/bios" } }), "/bios");
  assert.equal(loaderOf({ ...firmware(), mapping: { device: "kernel", filename: "/kernel" } }), undefined);
});
