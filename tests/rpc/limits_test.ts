import assert from "node:assert/strict";
import type { DriverConnection } from "../../src/drivers/contract.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { openDoor } from "./door.ts";

/** A hypervisor whose name and free memory a test gives when it likes. */
function slowHost(): { readonly driver: DriverConnection; readonly asked: (() => void)[] } {
  const asked: (() => void)[] = [];
  const getHostname = (): Promise<string> => new Promise((resolve) => asked.push(() => resolve(`host${asked.length}`)));
  return {
    driver: fakeDriver({ host: { getHostname, getFreeMemory: () => Promise.resolve(4096) } }).connection,
    asked,
  };
}

/** Lets everything that can go on go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("a fast call is answered while a slow one is worked on", async () => {
  const { driver, asked } = slowHost();
  await using opened = await openDoor({ driver });
  const order: string[] = [];
  const slow = opened.client.call("CONNECT_GET_HOSTNAME", {}).then(() => order.push("slow"));
  const fast = opened.client.call("NODE_GET_FREE_MEMORY", {}).then(() => order.push("fast"));
  await fast;
  asked[0]!();
  await slow;
  assert.deepEqual(order, ["fast", "slow"]);
});

Deno.test("of one client five calls are worked on at a time, and the sixth is read when one has ended", async () => {
  const { driver, asked } = slowHost();
  await using opened = await openDoor({ driver });
  const calls = Array.from({ length: 8 }, () => opened.client.call("CONNECT_GET_HOSTNAME", {}));
  await settle();
  assert.equal(asked.length, 5);
  asked[2]!();
  await settle();
  assert.equal(asked.length, 6);
  for (let done = 0; done < 8; done++) {
    asked[done]!();
    await settle();
  }
  assert.equal((await Promise.all(calls)).length, 8);
});

Deno.test("five slow calls of one client hold up nobody else", async () => {
  const { driver } = slowHost();
  await using slow = await openDoor({ driver });
  const calls = Array.from({ length: 6 }, () => slow.client.call("CONNECT_GET_HOSTNAME", {}).catch(() => undefined));
  await settle();
  await using other = await openDoor({ driver });
  assert.deepEqual(await other.client.call("NODE_GET_FREE_MEMORY", {}), { freeMem: 4096 });
  await slow.client[Symbol.asyncDispose]();
  await slow.door[Symbol.asyncDispose]();
  await Promise.all(calls);
});

Deno.test("a client that does not read its events is left once too much of them waits", async () => {
  const fake = fakeDriver();
  await using opened = await openDoor({ driver: fake.connection });
  await opened.client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID: 23, dom: undefined });
  // Nobody reads any more; every event has two mebibytes.
  await opened.client[Symbol.asyncDispose]();
  const domain = { name: "web", uuid: uuidOf(1), id: 1 };
  const namespaceUri = "n".repeat(2 * 1024 * 1024);
  for (let count = 0; count < 40; count++) {
    fake.emit({ kind: "domain", event: "metadataChange", domain, type: "element", namespaceUri });
    await settle();
  }
  await opened.door.ended;
  assert.equal(fake.closed(), true);
});

Deno.test("an answer with more items than a client takes is an error that says so", async () => {
  const many = Array.from({ length: 16385 }, (_, index) => ({ name: `guest${index}`, uuid: uuidOf(index), id: -1 }));
  const fake = fakeDriver();
  const driver = { ...fake.connection, domains: { ...fake.connection.domains!, list: () => Promise.resolve(many) } };
  await using opened = await openDoor({ driver });
  await assert.rejects(
    opened.client.call("CONNECT_LIST_ALL_DOMAINS", { need_results: 1, flags: 0 }),
    { message: "Too many domains '16385' for limit '16384'" },
  );
  assert.equal((await opened.client.call("CONNECT_LIST_ALL_DOMAINS", { need_results: 0, flags: 0 })).ret, 16385);
});
