import assert from "node:assert/strict";
import { VirtError } from "../model/error.ts";
import { parseUri } from "./parse_uri.ts";

Deno.test("a local URI has a scheme and a path and nothing else", () => {
  assert.deepEqual(parseUri("qemu:///system"), {
    text: "qemu:///system",
    scheme: "qemu",
    path: "/system",
    parameters: new Map(),
  });
});

Deno.test("every part of a remote URI is found", () => {
  const uri = parseUri("QEMU+ssh://ro%20ot@[fe80::1]:2222/system?socket=/run/a%26b&no_tty");
  assert.equal(uri.scheme, "qemu");
  assert.equal(uri.transport, "ssh");
  assert.equal(uri.user, "ro ot");
  assert.equal(uri.host, "fe80::1");
  assert.equal(uri.port, 2222);
  assert.deepEqual([...uri.parameters], [["socket", "/run/a&b"], ["no_tty", ""]]);
});

Deno.test("a URI without slashes for the host is read as libvirt reads it", () => {
  assert.equal(parseUri("test:/default").path, "/default");
});

for (
  const text of [
    "",
    "system",
    "/system",
    "qemu",
    "qemu:///system#top",
    "qemu://a b@c@d/",
    "qemu://user:secret@host/system",
    "qemu://host:99999/system",
    "qemu:///%zz",
    "1qemu:///system",
    `qemu:///${"x".repeat(5000)}`,
  ]
) {
  Deno.test(`"${text.slice(0, 40)}" is refused as an argument error that shows how to write it`, () => {
    assert.throws(() => parseUri(text), (error) => {
      assert.ok(error instanceof VirtError);
      assert.equal(error.code, "VIR_ERR_INVALID_ARG");
      assert.ok(error.hint?.includes("qemu:///system"));
      return true;
    });
  });
}

Deno.test("a password is not repeated in the error", () => {
  assert.throws(() => parseUri("qemu://user:secret@host/system"), (error: Error) => !error.message.includes("secret"));
});
