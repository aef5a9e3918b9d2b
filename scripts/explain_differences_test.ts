import assert from "node:assert/strict";
import { explain, setAside } from "./explain_differences.ts";

Deno.test("guests and emulators that the reference cannot know are set aside with their reason", () => {
  const arch = { wordSize: 32, emulator: "/b/e", machines: [] };
  const kvm = { type: "kvm", machines: [] };
  const other = { type: "kvm", emulator: "/b/other", machines: [] };
  const { rest, aside } = setAside({
    host: { securityModels: [] },
    guests: [
      { osType: "hvm", arch: { ...arch, name: "x86_64", domains: [kvm, other] }, features: [] },
      { osType: "hvm", arch: { ...arch, name: "avr", domains: [] }, features: [] },
    ],
  });
  assert.deepEqual(rest.guests.map((guest) => [guest.arch.name, guest.arch.domains]), [["x86_64", [kvm]]]);
  assert.deepEqual(aside.map(({ what }) => what), ["guest avr (/b/e)", "domain kvm of x86_64 (/b/other)"]);
});

Deno.test("a difference is explained only by a row for its document and element", () => {
  const rows = [{ document: /^capabilities$/, difference: /^missing .*uuid/, reason: "no identity" }];
  assert.equal(explain("capabilities", "missing host > uuid", rows), "no identity");
  assert.equal(explain("capabilities", "surplus host > uuid", rows), undefined);
  assert.equal(explain("domcapabilities", "missing host > uuid", rows), undefined);
});
