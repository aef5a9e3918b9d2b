import assert from "node:assert/strict";
import type { Driver, DriverConnection } from "../drivers/contract.ts";
import type { Host } from "../host/host.ts";
import { VirtError } from "../model/error.ts";
import type { ErrorCode } from "../model/error_code.ts";
import { chooseUri } from "./choose_uri.ts";
import { Connection } from "./connection.ts";
import { detectDrivers } from "./detect_drivers.ts";
import { openWith } from "./open.ts";

const bare: DriverConnection = {
  driver: "esx",
  uri: "esx://host/",
  type: "ESX",
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

function hostWith(variables: Readonly<Record<string, string>> = {}): Host {
  return { env: { get: (name: string) => variables[name], uid: 0 } } as unknown as Host;
}

function driverWith(parts: Partial<Driver>): Driver {
  return {
    id: "qemu",
    title: "QEMU/KVM",
    reach: "local",
    uriSchemes: ["qemu"],
    localUri: ({ uid }) => (uid === 0 ? "qemu:///system" : "qemu:///session"),
    detect: () => Promise.resolve({ state: "absent", reason: "no emulator" }),
    open: () => Promise.resolve(bare),
    ...parts,
  };
}

function withCode(code: ErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof VirtError && error.code === code;
}

Deno.test("what a driver does not offer answers no support and names the call", async () => {
  const connection = new Connection(bare);
  for (
    const [call, act] of [
      ["virConnectGetCapabilities", () => connection.getCapabilities()],
      ["virConnectGetDomainCapabilities", () => connection.getDomainCapabilities()],
      ["listEmulators", () => connection.listEmulators()],
      ["probe", () => connection.probe().next()],
      ["listCache", () => connection.listCache()],
      ["purgeCache", () => connection.purgeCache()],
    ] as const
  ) {
    await assert.rejects(act, (error) => {
      assert.ok(error instanceof VirtError);
      assert.equal(error.code, "VIR_ERR_NO_SUPPORT");
      assert.equal(error.message, `this function is not supported by the connection driver: ${call}`);
      assert.equal(error.domain, call.startsWith("vir") ? "VIR_FROM_DOMAIN" : "VIR_FROM_NONE");
      return true;
    });
  }
});

Deno.test("a closed connection answers nothing more, and closes once", async () => {
  let closed = 0;
  const connection = new Connection({ ...bare, [Symbol.asyncDispose]: () => Promise.resolve(void closed++) });
  await connection.close();
  await connection.close();
  assert.equal(closed, 1);
  assert.throws(() => connection.getUri(), withCode("VIR_ERR_INVALID_CONN"));
  await assert.rejects(connection.getCapabilities(), withCode("VIR_ERR_INVALID_CONN"));
});

Deno.test("arguments that cannot be meant do not reach the driver", async () => {
  const never = () => Promise.reject(new Error("Reached the driver"));
  const connection = new Connection({ ...bare, capabilities: { host: never, domain: never } });
  for (
    const query of [
      { emulator: "qemu-system-x86_64" },
      { emulator: "/usr/bin/\0" },
      { arch: "" },
      { arch: "x86 64" },
      { machine: "../pc" },
      { virtType: "kmv" },
    ]
  ) {
    await assert.rejects(connection.getDomainCapabilities(query), withCode("VIR_ERR_INVALID_ARG"));
  }
});

Deno.test("a read-only connection may not force a probe or forget what is kept", async () => {
  const never = () => Promise.reject(new Error("Reached the driver"));
  const cache = { directory: "/", listEntries: never, show: never, why: never, purge: never, counters: () => ({}) };
  const connection = new Connection(
    { ...bare, emulators: { list: never, async *probe() {} }, cache: cache as never },
    { readOnly: true },
  );
  await assert.rejects(connection.probe({ force: true }).next(), withCode("VIR_ERR_OPERATION_DENIED"));
  await assert.rejects(connection.purgeCache(), withCode("VIR_ERR_OPERATION_DENIED"));
  assert.equal((await connection.probe().next()).done, true);
});

Deno.test("whatever a driver throws comes out as one kind of error that keeps the one underneath", async () => {
  const cause = new DOMException("stop", "AbortError");
  const connection = new Connection({
    ...bare,
    capabilities: { host: () => Promise.reject(cause), domain: () => Promise.reject("odd") },
  });
  await assert.rejects(connection.getCapabilities(), (error) => {
    assert.ok(withCode("VIR_ERR_OPERATION_ABORTED")(error));
    assert.equal((error as VirtError).cause, cause);
    assert.equal((error as VirtError).step, "virConnectGetCapabilities");
    return true;
  });
  await assert.rejects(connection.getDomainCapabilities(), withCode("VIR_ERR_INTERNAL_ERROR"));
});

Deno.test("a scheme that no driver has says which ones there are", async () => {
  await assert.rejects(openWith("foo:///bar", { drivers: [driverWith({})], host: hostWith() }), (error) => {
    assert.ok(withCode("VIR_ERR_NO_CONNECT")(error));
    assert.equal((error as Error).message, "no connection driver available for foo:///bar");
    assert.match((error as VirtError).hint ?? "", /qemu/);
    return true;
  });
});

Deno.test("a local hypervisor is not looked for on another host", async () => {
  const options = { drivers: [driverWith({})], host: hostWith() };
  await assert.rejects(openWith("qemu+ssh://node7/system", options), withCode("VIR_ERR_NO_CONNECT"));
});

Deno.test("without a URI the first local hypervisor that is here is meant, even an unhealthy one", async () => {
  const sick = driverWith({
    detect: () => Promise.resolve({ state: "unhealthy", reason: "no /dev/kvm", hint: "Load the module" }),
  });
  assert.equal(await chooseUri([driverWith({}), sick], hostWith()), "qemu:///system");
});

Deno.test("the environment names the connection before the machine is asked", async () => {
  const host = hostWith({ LIBVIRT_DEFAULT_URI: "test:///default" });
  const detect = () => Promise.reject(new Error("Asked the machine"));
  assert.equal(await chooseUri([driverWith({ detect })], host), "test:///default");
});

Deno.test("a machine without any hypervisor says so", async () => {
  await assert.rejects(chooseUri([driverWith({})], hostWith()), withCode("VIR_ERR_NO_CONNECT"));
});

Deno.test("a driver that cannot even look is unhealthy and the others are untouched", async () => {
  const broken = driverWith({ detect: () => Promise.reject(new Error("boom")) });
  const found = await detectDrivers([broken, driverWith({})], hostWith());
  assert.deepEqual(found.map(({ detection }) => detection.state), ["unhealthy", "absent"]);
});
