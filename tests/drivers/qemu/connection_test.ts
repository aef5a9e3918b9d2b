import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import type { DriverConnection } from "../../../src/drivers/contract.ts";
import { connect } from "../../../src/drivers/qemu/connection.ts";
import { detect } from "../../../src/drivers/qemu/detect.ts";
import { completeSettings } from "../../../src/drivers/qemu/settings.ts";
import { VirtError } from "../../../src/model/error.ts";
import { FakeHost } from "../../fakes/fake_host.ts";
import { fakeMachine, FakeProber, FOREIGN, NATIVE } from "./fake_machine.ts";

function open(
  host: FakeHost,
  options: { readonly uri?: string; readonly readOnly?: boolean; readonly prober?: FakeProber } = {},
): DriverConnection {
  const { uri = "qemu:///system", prober = new FakeProber(host), ...rest } = options;
  return connect(parseUri(uri), { host, ...rest }, { settings: completeSettings(host, {}), prober });
}

Deno.test("both documents are made from what the emulators said, and each emulator is asked once", async () => {
  const host = fakeMachine();
  const prober = new FakeProber(host);
  await using connection = open(host, { prober });
  const document = await connection.capabilities?.host();
  assert.deepEqual(document?.guests.map(({ arch }) => arch.name), ["aarch64", "i686", "s390x", "x86_64"]);
  assert.equal(document?.host.cpu?.microcode, 0xa0011d1);
  const native = await connection.capabilities?.domain({});
  assert.deepEqual([native?.path, native?.domain, native?.machine], [NATIVE, "kvm", "x86_64-virt-7.2"]);
  const foreign = await connection.capabilities?.domain({ arch: "s390x" });
  assert.deepEqual([foreign?.path, foreign?.domain], [FOREIGN, "qemu"]);
  assert.equal(prober.orders.length, 3);
});

Deno.test("a question about one emulator starts no other", async () => {
  const host = fakeMachine();
  const prober = new FakeProber(host);
  await using connection = open(host, { prober });
  await connection.capabilities?.domain({ arch: "aarch64", machine: "aarch64-virt" });
  assert.deepEqual(prober.orders.map(({ path }) => path), ["/usr/bin/qemu-system-aarch64"]);
});

Deno.test("through a read-only connection nothing is started that the host's owner has not installed", async () => {
  const host = fakeMachine();
  const prober = new FakeProber(host);
  await using connection = open(host, { readOnly: true, prober });
  const asked = connection.capabilities?.domain({ emulator: "/home/mallory/qemu-system-x86_64" });
  await assert.rejects(asked ?? Promise.resolve(), (error) => {
    assert.ok(error instanceof VirtError);
    return error.code === "VIR_ERR_OPERATION_DENIED";
  });
  assert.equal(prober.orders.length, 0);
  assert.equal((await connection.capabilities?.domain({ emulator: NATIVE }))?.path, NATIVE);
});

Deno.test("the machine's hypervisor is root's, and everybody has a session", async () => {
  const host = fakeMachine();
  host.env.uid = 1000;
  host.env.variables.set("HOME", "/home/a");
  assert.throws(() => open(host), (error) => error instanceof VirtError && error.code === "VIR_ERR_NO_CONNECT");
  await using connection = open(host, { uri: "qemu:///session" });
  assert.equal(connection.uri, "qemu:///session");
  assert.equal(connection.cache?.directory, "/home/a/.cache/innkeeper/qemu/capabilities");
});

Deno.test("the cache part says what is kept, why, and forgets it", async () => {
  const host = fakeMachine();
  await using connection = open(host);
  await connection.capabilities?.domain({});
  const [entry] = await connection.cache?.listEntries() ?? [];
  assert.deepEqual([entry?.key, entry?.state, entry?.madeFor], [NATIVE, "valid", "new"]);
  assert.equal(entry?.facts?.["kvm-parameter:nested"], "1");
  host.files.put("/sys/module/kvm_amd/parameters/nested", "0\n");
  const stale = await connection.cache?.why(NATIVE);
  assert.deepEqual([stale?.state, stale?.reason, stale?.madeFor], ["invalid", "kvm-parameter:nested", "new"]);
  assert.equal((await connection.cache?.why(FOREIGN))?.state, "absent");
  await host.files.remove(NATIVE);
  assert.equal((await connection.cache?.why(NATIVE))?.state, "gone");
  assert.deepEqual(await connection.cache?.purge(), [NATIVE]);
  assert.deepEqual(await connection.cache?.listEntries(), []);
});

Deno.test("detect tells a host with KVM, one without, one with foreign emulators only, and a bare one", async () => {
  const host = fakeMachine();
  assert.deepEqual(await detect(host, {}), { state: "healthy", detail: "KVM usable" });
  await host.files.remove("/dev/kvm");
  assert.deepEqual(await detect(host, {}), { state: "healthy", detail: "no KVM" });
  await host.files.remove(NATIVE);
  const foreign = await detect(host, {});
  assert.match(foreign.state === "healthy" ? foreign.detail ?? "" : "", /foreign/);
  assert.equal((await detect(new FakeHost({ env: { PATH: "/usr/bin" } }), {})).state, "absent");
});
