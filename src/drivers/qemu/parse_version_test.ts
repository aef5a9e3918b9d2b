import assert from "node:assert/strict";
import { archOfTarget, OldVersionError, parseTarget, parseVersion, versionText } from "./parse_version.ts";
import { MalformedReplyError } from "./schema.ts";

function reply(major: number, minor: number, micro: number, text = ""): unknown {
  return { qemu: { major, minor, micro }, package: text };
}

Deno.test("a version is one number that sorts, with the packager's text where there is one", () => {
  assert.deepEqual(parseVersion(reply(7, 2, 22, "Debian 1:7.2")), { version: 7_002_022, package: "Debian 1:7.2" });
  assert.deepEqual(parseVersion(reply(10, 0, 0)), { version: 10_000_000 });
});

Deno.test("a QEMU before 6.2 is refused with both versions in the message", () => {
  assert.throws(() => parseVersion(reply(6, 1, 50)), (error: unknown) => {
    assert.ok(error instanceof OldVersionError);
    assert.equal(error.version, 6_001_050);
    assert.equal(error.message, "Cannot use QEMU 6.1.50: 6.2.0 or later is needed");
    return true;
  });
  assert.equal(parseVersion(reply(6, 2, 0)).version, 6_002_000);
});

Deno.test("an answer that is no version is a malformed reply", () => {
  for (const value of [undefined, null, {}, { qemu: { major: 7, minor: "2", micro: 0 } }, reply(7, 1000, 0)]) {
    assert.throws(() => parseVersion(value), MalformedReplyError);
  }
});

Deno.test("architectures have libvirt's names, and QEMU's own where libvirt has none", () => {
  assert.equal(archOfTarget(parseTarget({ arch: "i386" })), "i686");
  assert.equal(archOfTarget("arm"), "armv7l");
  assert.equal(archOfTarget("x86_64"), "x86_64");
  assert.equal(archOfTarget("tricore"), "tricore");
  assert.throws(() => parseTarget({}), MalformedReplyError);
});

Deno.test("a version reads as people write it", () => {
  assert.equal(versionText(7_002_022), "7.2.22");
  assert.equal(versionText(10_000_001), "10.0.1");
});
