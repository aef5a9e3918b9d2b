/**
 * What ends with a connection, and hypervisors that connections share.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Connection } from "../../src/api/connection.ts";
import { HypervisorPool } from "../../src/api/hypervisor_pool.ts";
import { openWith } from "../../src/api/open.ts";
import type { InterfacesPart } from "../../src/drivers/contract.ts";
import type { Host } from "../../src/host/host.ts";
import { fakeDriver, fakeStream } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

const host = { env: { get: () => undefined } } as unknown as Host;

Deno.test("guests that were started with autodestroy end with their connection, unless somebody started them anew", async () => {
  const fake = fakeDriver();
  const connection = new Connection(fake.connection);
  const other = new Connection(fake.connection, { release: () => Promise.resolve() });
  await connection.domains.createXml("<domain><name>a</name></domain>", { autodestroy: true });
  const db = await connection.domains.lookupByName("db");
  await db.create({ autodestroy: true });
  assert.ok(db.id > 0);
  await connection.domains.createXml("<domain><name>b</name></domain>");
  const again = await other.domains.lookupByName("db");
  await again.destroy();
  await again.create();
  fake.calls.length = 0;
  await connection.close();
  assert.deepEqual(fake.calls, ["destroy a"]);
});

Deno.test("a guest that was stopped through its connection is not stopped again at the end", async () => {
  const fake = fakeDriver();
  const connection = new Connection(fake.connection);
  const db = await connection.domains.lookupByName("db");
  await db.create({ autodestroy: true });
  await db.destroy();
  await connection.close();
  assert.deepEqual(fake.calls, ["create db", "destroy db"]);
});

Deno.test("a change of interfaces that was not committed is rolled back at the end", async () => {
  const calls: string[] = [];
  const note = (call: string) => () => Promise.resolve(void calls.push(call));
  const interfaces = { beginChange: note("begin"), commitChange: note("commit"), rollbackChange: note("rollback") };
  const fake = fakeDriver({ interfaces: interfaces as unknown as InterfacesPart });
  const connection = new Connection(fake.connection);
  await connection.interfaces.beginChange();
  await connection.interfaces.commitChange();
  await connection.interfaces.beginChange();
  await connection.close();
  assert.deepEqual(calls, ["begin", "commit", "begin", "rollback"]);
});

Deno.test("streams are finished once, or aborted with the connection", async () => {
  const calls: string[] = [];
  const chunks = [new Uint8Array([1, 2]), { hole: 3 }];
  const fake = fakeDriver({ domainStreams: { openConsole: () => Promise.resolve(fakeStream(chunks, calls)) } });
  const connection = new Connection(fake.connection);
  const { streams } = await connection.domains.lookupByName("web");
  {
    await using console = await streams.openConsole();
    assert.deepEqual([...await console.readAll()], [1, 2, 0, 0, 0]);
    await console.finish();
  }
  const greedy = await streams.openConsole();
  await rejectsWith("VIR_ERR_OVERFLOW", () => greedy.readAll({ maxBytes: 4 }));
  await greedy.abort();
  await streams.openConsole();
  await connection.close();
  assert.deepEqual(calls, ["finish", "abort", "abort"]);
});

Deno.test("connections of one program share a hypervisor, which closes with the last", async () => {
  const fake = fakeDriver();
  const pool = new HypervisorPool();
  const options = { drivers: [fake.driver], host, pool };
  const [one, two] = await Promise.all([
    openWith("test:///default", options),
    openWith("test:/default", { ...options, readOnly: true }),
  ]);
  assert.equal(pool.open.length, 1);
  const seen: number[] = [];
  for (const connection of [one, two]) {
    connection.subscribe((item) => seen.push(item.kind === "event" ? item.number : -1));
  }
  fake.emit({ kind: "secret", event: "valueChanged", secret: { uuid: "", usageType: "none", usageId: "" } });
  assert.deepEqual(seen, [1, 1]);
  await rejectsWith("VIR_ERR_OPERATION_DENIED", async () => (await two.domains.lookupByName("db")).create());
  await one.close();
  await one.close();
  assert.equal(fake.closed(), false);
  assert.equal((await two.domains.list()).length, 2);
  await two.close();
  assert.equal(fake.closed(), true);
  assert.deepEqual(pool.open, []);
});

Deno.test("who gives up opening a shared hypervisor does not end it for the others", async () => {
  const fake = fakeDriver();
  const opened = Promise.withResolvers<typeof fake.connection>();
  const pool = new HypervisorPool();
  const options = { drivers: [{ ...fake.driver, open: () => opened.promise }], host, pool };
  const caller = new AbortController();
  const first = openWith("test:///default", { ...options, signal: caller.signal });
  const second = openWith("test:///default", options);
  caller.abort();
  await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => first);
  opened.resolve(fake.connection);
  await using connection = await second;
  assert.equal(connection.getType(), "TEST");
});

Deno.test("a hypervisor that never opens holds nobody who gave up on it", async () => {
  const fake = fakeDriver();
  const opened = Promise.withResolvers<typeof fake.connection>();
  const pool = new HypervisorPool();
  const options = { drivers: [{ ...fake.driver, open: () => opened.promise }], host, pool };
  const caller = new AbortController();
  const only = openWith("test:///default", { ...options, signal: caller.signal });
  caller.abort();
  await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => only);
  assert.deepEqual(pool.open, []);
  opened.resolve(fake.connection);
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert.equal(fake.closed(), true);
});

Deno.test("a hypervisor that cannot be opened is not remembered, and one that is lost is not given again", async () => {
  const fake = fakeDriver();
  const lost = Promise.withResolvers<string>();
  let failures = 1;
  const open = () =>
    failures-- > 0 ? Promise.reject(new Error("Not yet")) : Promise.resolve({ ...fake.connection, lost: lost.promise });
  const pool = new HypervisorPool();
  const options = { drivers: [{ ...fake.driver, open }], host, pool };
  await rejectsWith("VIR_ERR_INTERNAL_ERROR", () => openWith("test:///default", options));
  await using connection = await openWith("test:///default", options);
  assert.ok(connection.isAlive());
  lost.resolve("the other side is gone");
  await connection.lost;
  assert.equal(connection.isAlive(), false);
  assert.deepEqual(pool.open, []);
});

Deno.test("a URI with a transport goes to the driver that carries it, and to nobody where none does", async () => {
  const fake = fakeDriver();
  const carrier = { ...fakeDriver({ type: "FAR" }).driver, uriSchemes: ["remote"], transports: ["unix", "tls"] };
  const options = { drivers: [fake.driver, carrier], host };
  for (
    const [uri, type] of [
      ["test:///default", "TEST"],
      ["test+unix:///default?socket=/run/x", "FAR"],
      ["xen://node7/system", "FAR"],
    ] as const
  ) {
    await using connection = await openWith(uri, options);
    assert.equal(connection.getType(), type, uri);
  }
  await rejectsWith("VIR_ERR_NO_CONNECT", () => openWith("test+ssh://node7/default", options));
  await rejectsWith("VIR_ERR_NO_CONNECT", () => openWith("test+unix:///default", { drivers: [fake.driver], host }));
});
