/**
 * What a program does with a hypervisor behind another server: it lists, defines, starts, listens, and clears up.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../../src/api/connection.ts";
import type { EventItem } from "../../../src/api/event_log.ts";
import { openWith } from "../../../src/api/open.ts";
import { driver } from "../../../src/drivers/remote/mod.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { VirtError } from "../../../src/model/error.ts";

/** Opens the URI with the remote driver and no other. */
export function openRemote(uri: string): Promise<Connection> {
  return openWith(uri, { host: denoHost(), drivers: [driver] });
}

/** A guest of the test hypervisor. */
export function testGuest(name: string): string {
  return `<domain type='test'><name>${name}</name><memory>65536</memory><os><type>hvm</type></os></domain>`;
}

/** What was told of one guest, as words, and of gaps. */
export interface Heard extends AsyncDisposable {
  readonly words: readonly string[];
  /** Waits for a word, ten seconds at most. */
  until(word: string): Promise<void>;
}

/** Listens to the life of the guest of this name, and to gaps; comes back when the server tells. */
export async function hear(connection: Connection, guest: string): Promise<Heard> {
  const words: string[] = [];
  const stop = connection.subscribe((item) => words.push(...wordsOf(item, guest)), { kinds: ["domain"] });
  // What was asked is carried out by one worker of the server, and the next call maybe by another.
  await connection.host.getHostname();
  await sleep(200);
  return {
    words,
    async until(word): Promise<void> {
      const end = performance.now() + 10_000;
      while (!words.includes(word)) {
        assert.ok(performance.now() < end, `"${word}" was not told, only ${JSON.stringify(words)}`);
        await sleep(10);
      }
    },
    [Symbol.asyncDispose](): Promise<void> {
      stop();
      return Promise.resolve();
    },
  };
}

/** Waits. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Takes a guest through its life over this URI, and looks at everything that is said on the way. */
export async function drive(
  uri: string,
  { name, xml }: { readonly name: string; readonly xml: string },
): Promise<void> {
  await using connection = await openRemote(uri);
  const before = (await connection.domains.list()).map((domain) => domain.name);
  assert.ok(!before.includes(name), `${name} is there already`);
  await using heard = await hear(connection, name);
  const domain = await connection.domains.define(xml);
  try {
    await heard.until("defined added");
    assert.equal((await connection.domains.lookupByName(name)).uuid, domain.uuid);
    assert.deepEqual((await connection.domains.list()).map((each) => each.name).sort(), [...before, name].sort());
    await domain.create();
    await heard.until("started booted");
    assert.equal((await domain.getInfo()).state, "running");
    assert.match(await domain.getXml(), new RegExp(`<name>${name}</name>`));
    const stats = await connection.domains.getAllStats();
    assert.ok(stats.some(({ domain: each }) => each.uuid === domain.uuid));
    await domain.suspend();
    await domain.resume();
    await assert.rejects(() => domain.create(), isError);
    await domain.destroy();
    await heard.until("stopped destroyed");
  } finally {
    if (await domain.isActive()) await domain.destroy();
    await domain.undefine();
  }
  await heard.until("undefined removed");
  await assert.rejects(() => connection.domains.lookupByName(name), (error) => {
    assert.ok(isError(error));
    assert.equal((error as VirtError).code, "VIR_ERR_NO_DOMAIN");
    return true;
  });
}

function isError(error: unknown): true {
  assert.ok(error instanceof VirtError, String(error));
  return true;
}

function wordsOf(item: EventItem, guest: string): string[] {
  if (item.kind === "gap") return ["gap"];
  const { event } = item;
  if (event.kind !== "domain" || event.event !== "lifecycle" || event.domain.name !== guest) return [];
  return [`${event.change} ${event.detail}`];
}
