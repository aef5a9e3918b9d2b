/**
 * Events: numbered once, resumable, and never lost in silence.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Connection } from "../../src/api/connection.ts";
import { type EventItem, EventLog } from "../../src/api/event_log.ts";
import type { DriverEvent } from "../../src/drivers/contract.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

const WEB = { name: "web", uuid: uuidOf(1), id: 1 };
const DB = { name: "db", uuid: uuidOf(2), id: -1 };
const refresh: DriverEvent = { kind: "storagePool", event: "refresh", pool: { name: "p", uuid: uuidOf(3) } };

function reboot(domain = WEB): DriverEvent {
  return { kind: "domain", event: "reboot", domain };
}

async function take(events: AsyncIterator<EventItem>, count: number): Promise<EventItem[]> {
  const items: EventItem[] = [];
  while (items.length < count) items.push((await events.next()).value);
  return items;
}

function brief(item: EventItem): string {
  return item.kind === "gap" ? `gap ${item.from}-${item.to}` : `${item.number} ${item.event.event}`;
}

Deno.test("events are told from the call on, in order, numbered, and only those that are wanted", async () => {
  const fake = fakeDriver();
  await using connection = new Connection(fake.connection);
  const all = connection.events();
  const pools = connection.events({ kinds: ["storagePool"] });
  const ofDb = connection.events({ domain: DB });
  for (const event of [reboot(), refresh, reboot(DB)]) fake.emit(event);
  assert.deepEqual((await take(all, 3)).map(brief), ["1 reboot", "2 refresh", "3 reboot"]);
  assert.deepEqual((await take(pools, 1)).map(brief), ["2 refresh"]);
  assert.deepEqual((await take(ofDb, 1)).map(brief), ["3 reboot"]);
  assert.equal(fake.listeners(), 1);
});

Deno.test("a reader that waits is woken, and ends with its signal or the connection", async () => {
  const fake = fakeDriver();
  const connection = new Connection(fake.connection);
  const caller = new AbortController();
  const events = connection.events({ signal: caller.signal });
  const waiting = events.next();
  fake.emit(reboot());
  assert.equal(brief((await waiting).value), "1 reboot");
  const last = events.next();
  caller.abort();
  assert.equal((await last).done, true);
  const others = connection.events().next();
  await connection.close();
  assert.equal((await others).done, true);
  assert.equal(fake.listeners(), 0);
});

Deno.test("a slow reader is told which events it lost, and keeps none of them in memory", async () => {
  const fake = fakeDriver();
  const log = new EventLog(fake.connection.events, { capacity: 3 });
  await using connection = new Connection(fake.connection, { events: log });
  const events = connection.events();
  for (let i = 0; i < 10; i++) fake.emit(reboot());
  assert.deepEqual((await take(events, 4)).map(brief), ["gap 1-7", "8 reboot", "9 reboot", "10 reboot"]);
});

Deno.test("events resume after a number; what is too old is a gap, and so is a number from before a restart", async () => {
  const fake = fakeDriver();
  const log = new EventLog(fake.connection.events, { capacity: 3 });
  await using connection = new Connection(fake.connection, { events: log });
  connection.subscribe(() => {});
  for (let i = 0; i < 5; i++) fake.emit(reboot());
  assert.deepEqual((await take(connection.events({ since: 4 }), 1)).map(brief), ["5 reboot"]);
  assert.deepEqual((await take(connection.events({ since: 0 }), 2)).map(brief), ["gap 1-2", "3 reboot"]);
  assert.deepEqual((await take(connection.events({ since: 70 }), 2)).map(brief), ["gap 71-71", "3 reboot"]);
});

Deno.test("what a driver could not see is a gap in its place", async () => {
  const fake = fakeDriver();
  await using connection = new Connection(fake.connection);
  const events = connection.events({ kinds: ["network"] });
  fake.emit(reboot());
  fake.emit({ kind: "missed", reason: "the way was broken" });
  const [gap] = await take(events, 1);
  assert.deepEqual(gap, { kind: "gap", from: 2, to: 2, reason: "the way was broken" });
});

Deno.test("a subscriber is told before the driver goes on, until it ends", async () => {
  const fake = fakeDriver();
  await using connection = new Connection(fake.connection);
  const seen: string[] = [];
  const end = connection.subscribe((item) => seen.push(brief(item)), { kinds: ["domain"] });
  fake.emit(reboot());
  fake.emit(refresh);
  assert.deepEqual(seen, ["1 reboot"]);
  end();
  fake.emit(reboot());
  assert.deepEqual(seen, ["1 reboot"]);
});

Deno.test("a caller is told of what it may see, and asking by name for what it may not is refused", async () => {
  const fake = fakeDriver();
  const access = async ({ permission, target }: { permission: string; target?: { name?: string } | undefined }) => {
    await Promise.resolve();
    return permission === "domain.getattr" ? target?.name === "db" : !permission.startsWith("connect.");
  };
  await using connection = new Connection(fake.connection, { access });
  const events = connection.events();
  const seen: string[] = [];
  connection.subscribe((item) => seen.push(brief(item)));
  fake.emit(reboot());
  fake.emit(reboot(DB));
  assert.deepEqual((await take(events, 1)).map(brief), ["2 reboot"]);
  assert.deepEqual(seen, ["2 reboot"]);
  await rejectsWith("VIR_ERR_ACCESS_DENIED", () => connection.events({ kinds: ["domain"] }).next());
});

Deno.test("a driver without events says so", async () => {
  const { events: _, ...bare } = fakeDriver().connection;
  await using connection = new Connection(bare);
  await rejectsWith("VIR_ERR_NO_SUPPORT", () => Promise.try(() => connection.events()));
  await rejectsWith("VIR_ERR_NO_SUPPORT", () => Promise.try(() => connection.subscribe(() => {})));
});
