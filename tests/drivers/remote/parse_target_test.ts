import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import { VirtError } from "../../../src/model/error.ts";
import { parseTarget } from "../../../src/drivers/remote/parse_target.ts";

Deno.test("a URI says over which way, to where, and what is opened there", () => {
  const cases = [
    ["test+unix:///default?socket=/run/x", { transport: "unix", socket: "/run/x", name: "test:///default" }],
    ["qemu+ssh://root@node7:2222/system?keyfile=/k", {
      transport: "ssh",
      user: "root",
      host: "node7",
      port: 2222,
      keyFile: "/k",
      name: "qemu:///system",
    }],
    ["qemu://node7/system", { transport: "tls", host: "node7", name: "qemu:///system" }],
    ["remote+unix://", { transport: "unix", name: "" }],
    ["xen+tcp://node7/?name=xen:///other", { transport: "tcp", name: "xen:///other" }],
    ["qemu+libssh2://node7/session", { transport: "ssh", session: true }],
    ["test+unix:///a%20b?x=1&socket=/s", { name: "test:///a%20b?x=1" }],
    ["qemu+tls://node7/system?no_verify=1&pkipath=/pki", { verify: false, pkiPath: "/pki" }],
  ] as const;
  for (const [text, expected] of cases) {
    const target = parseTarget(parseUri(text));
    for (const [name, value] of Object.entries(expected)) {
      assert.deepEqual(target[name as keyof typeof target], value, `${name} of ${text}`);
    }
  }
});

Deno.test("a URI whose way makes no sense is refused with what to do about it", () => {
  for (const text of ["qemu+pigeon://node7/system", "qemu+unix://node7/system", "qemu+ext:///system"]) {
    assert.throws(() => parseTarget(parseUri(text)), (error) => {
      assert.ok(error instanceof VirtError);
      assert.equal(error.code, "VIR_ERR_INVALID_ARG");
      assert.ok(error.hint);
      return true;
    });
  }
});
