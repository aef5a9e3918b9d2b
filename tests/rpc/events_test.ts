import assert from "node:assert/strict";
import type { ConnectionEvent } from "../../src/model/mod.ts";
import { domainEventMessages } from "../../src/wire/libvirt/mod.ts";
import { DOMAIN_EVENT_IDS, type DomainEventName } from "../../src/model/event_ids.ts";
import type { ServerEvent } from "../../src/wire/libvirt/client/client.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { openDoor } from "./door.ts";

const web = { name: "web", uuid: uuidOf(1), id: 1 };
const db = { name: "db", uuid: uuidOf(2), id: 2 };

function started(domain: typeof web): ConnectionEvent {
  return { kind: "domain", event: "lifecycle", domain, change: "started", detail: "booted" };
}

/** Lets what was sent arrive. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("an event comes to each callback that asked for it, with its id, and to nobody else", async () => {
  const fake = fakeDriver();
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  const { client } = opened;
  const all = await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID: 0, dom: undefined });
  const one = await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID: 0, dom: web });
  const other = await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID: 0, dom: db });
  assert.equal(new Set([all.callbackID, one.callbackID, other.callbackID]).size, 3);
  fake.emit(started(web));
  fake.emit({ kind: "domain", event: "reboot", domain: web });
  await arrive();
  const message = { msg: { dom: web, event: 2, detail: 0 } };
  assert.deepEqual(events, [
    { name: "DOMAIN_EVENT_CALLBACK_LIFECYCLE", message: { callbackID: all.callbackID, ...message } },
    { name: "DOMAIN_EVENT_CALLBACK_LIFECYCLE", message: { callbackID: one.callbackID, ...message } },
  ]);
});

Deno.test("a callback that was taken back is told nothing, and cannot be taken back twice", async () => {
  const fake = fakeDriver();
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  const { client } = opened;
  const { callbackID } = await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", {
    eventID: 0,
    dom: undefined,
  });
  await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY", { callbackID });
  fake.emit(started(web));
  await arrive();
  assert.deepEqual(events, []);
  assert.equal(fake.listeners(), 1);
  await assert.rejects(client.call("CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY", { callbackID }), {
    message: `internal error: domain event callback ${callbackID} not registered`,
  });
});

Deno.test("a callback of one kind of object cannot be taken back as one of another", async () => {
  await using opened = await openDoor();
  const { client } = opened;
  const { callbackID } = await client.call("CONNECT_NETWORK_EVENT_REGISTER_ANY", { eventID: 0, net: undefined });
  await assert.rejects(client.call("CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY", { callbackID }));
  await client.call("CONNECT_NETWORK_EVENT_DEREGISTER_ANY", { callbackID });
});

Deno.test("a client without callback ids is told in the older messages, and once for each event", async () => {
  const fake = fakeDriver();
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  const { client } = opened;
  await client.call("CONNECT_DOMAIN_EVENT_REGISTER_ANY", { eventID: 0 });
  await assert.rejects(client.call("CONNECT_DOMAIN_EVENT_REGISTER_ANY", { eventID: 0 }));
  fake.emit(started(web));
  await arrive();
  await client.call("CONNECT_DOMAIN_EVENT_DEREGISTER_ANY", { eventID: 0 });
  fake.emit(started(web));
  await arrive();
  assert.deepEqual(events, [{ name: "DOMAIN_EVENT_LIFECYCLE", message: { dom: web, event: 2, detail: 0 } }]);
});

Deno.test("an event that nobody knows is refused by its number, and one that is never told is not", async () => {
  await using opened = await openDoor();
  const { client } = opened;
  for (const eventID of [-1, 28, 4711]) {
    await assert.rejects(
      client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID, dom: undefined }),
      { message: `internal error: unsupported event ID ${eventID}` },
    );
  }
  for (let eventID = 0; eventID <= 26; eventID++) {
    await client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID, dom: undefined });
  }
});

/** What each event of a domain may carry. */
const SAMPLES = {
  lifecycle: { change: "stopped", detail: "crashed" },
  reboot: {},
  rtcChange: { utcOffset: -3600 },
  watchdog: { action: "reset" },
  ioError: { sourcePath: "/a", alias: "virtio-disk0", action: "pause" },
  graphics: {
    phase: "connect",
    local: { family: "ipv4", node: "127.0.0.1", service: "5900" },
    remote: { family: "ipv6", node: "::1", service: "40000" },
    authScheme: "vnc",
    subject: [{ type: "x509dname", name: "CN=a" }],
  },
  ioErrorReason: { sourcePath: "/a", alias: "virtio-disk0", action: "report", reason: "enospc" },
  controlError: {},
  blockJob: { disk: "/a", type: "copy", status: "ready" },
  diskChange: { oldSourcePath: "/a", newSourcePath: undefined, alias: "ide0", reason: "dropMissingOnStart" },
  trayChange: { alias: "ide0", reason: "open" },
  pmWakeup: {},
  pmSuspend: {},
  balloonChange: { actual: 2 ** 40 },
  pmSuspendDisk: {},
  deviceRemoved: { alias: "net0" },
  blockJob2: { disk: "vda", type: "commit", status: "completed" },
  tunable: { parameters: [{ field: "cputune.cpu_shares", type: "ullong", value: 512 }] },
  agentLifecycle: { state: "connected", reason: "channel" },
  deviceAdded: { alias: "net0" },
  migrationIteration: { iteration: 3 },
  jobCompleted: { parameters: [{ field: "operation", type: "int", value: 2 }] },
  deviceRemovalFailed: { alias: "net0" },
  metadataChange: { type: "element", namespaceUri: "urn:a" },
  blockThreshold: { device: "vda[1]", path: undefined, threshold: 10, excess: 1 },
  memoryFailure: { recipient: "guest", action: "inject", flags: { recursive: true } },
  memoryDeviceSizeChange: { alias: "virtiomem0", size: 1024 },
  nicMacChange: { alias: "net0", oldMac: "52:54:00:00:00:01", newMac: "52:54:00:00:00:02" },
} as const satisfies Readonly<Record<DomainEventName, Readonly<Record<string, unknown>>>>;

Deno.test("every event of a domain arrives in its message, and the older ones in the older messages, too", async () => {
  const fake = fakeDriver();
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  for (const [name, payload] of Object.entries(SAMPLES)) {
    const eventID = DOMAIN_EVENT_IDS[name as DomainEventName];
    const messages = domainEventMessages[name as DomainEventName];
    const expected: string[] = [messages.current];
    await opened.client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID, dom: undefined });
    if ("legacy" in messages) {
      await opened.client.call("CONNECT_DOMAIN_EVENT_REGISTER_ANY", { eventID });
      expected.push(messages.legacy);
    }
    fake.emit({ kind: "domain", event: name, domain: web, ...payload } as ConnectionEvent);
    await arrive();
    assert.deepEqual(events.splice(0).map((event) => event.name), expected, name);
  }
});

Deno.test("events of networks, pools, devices and secrets arrive, each to who asked for its object", async () => {
  const fake = fakeDriver();
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  const { client } = opened;
  const net = { name: "default", uuid: uuidOf(3) };
  const pool = { name: "images", uuid: uuidOf(4) };
  const device = { name: "pci_0000_00_02_0" };
  const secret = { uuid: uuidOf(5), usageType: "volume", usageId: "/a" } as const;
  const wireSecret = { uuid: secret.uuid, usageType: 1, usageID: "/a" };
  await client.call("CONNECT_NETWORK_EVENT_REGISTER_ANY", { eventID: 0, net });
  await client.call("CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY", { eventID: 1, pool });
  await client.call("CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY", { eventID: 0, dev: device });
  await client.call("CONNECT_SECRET_EVENT_REGISTER_ANY", { eventID: 1, secret: wireSecret });
  fake.emit({ kind: "network", event: "lifecycle", network: net, change: "stopped" });
  fake.emit({ kind: "network", event: "lifecycle", network: { ...net, uuid: uuidOf(9) }, change: "stopped" });
  fake.emit({ kind: "storagePool", event: "refresh", pool });
  fake.emit({ kind: "nodeDevice", event: "lifecycle", device, change: "created" });
  fake.emit({ kind: "secret", event: "valueChanged", secret });
  await arrive();
  assert.deepEqual(events, [
    { name: "NETWORK_EVENT_LIFECYCLE", message: { callbackID: 0, net, event: 3, detail: 0 } },
    { name: "STORAGE_POOL_EVENT_REFRESH", message: { callbackID: 1, pool } },
    { name: "NODE_DEVICE_EVENT_LIFECYCLE", message: { callbackID: 2, dev: device, event: 0, detail: 0 } },
    { name: "SECRET_EVENT_VALUE_CHANGED", message: { callbackID: 3, secret: wireSecret } },
  ]);
});

Deno.test("a client that asked for it is told when the hypervisor is out of reach", async () => {
  const lost = Promise.withResolvers<string>();
  const fake = fakeDriver({ lost: lost.promise });
  const events: ServerEvent[] = [];
  await using opened = await openDoor({ driver: fake.connection, onEvent: (event) => events.push(event) });
  await opened.client.call("CONNECT_REGISTER_CLOSE_CALLBACK", {});
  await assert.rejects(opened.client.call("CONNECT_REGISTER_CLOSE_CALLBACK", {}));
  lost.resolve("gone");
  await arrive();
  assert.deepEqual(events, [{ name: "CONNECT_EVENT_CONNECTION_CLOSED", message: { reason: 0 } }]);
});
