/**
 * Hypervisors that several connections of one program share: opened with the first, closed with the last.
 *
 * @module
 */

import type { ConnectionUri, Driver, DriverConnection, OpenOptions } from "../drivers/contract.ts";
import { EventLog, type EventLogOptions } from "./event_log.ts";
import { withDeadline } from "./with_deadline.ts";

/** An open hypervisor that a connection uses until it lets it go. */
export interface SharedHypervisor {
  readonly driver: DriverConnection;
  readonly events: EventLog;
  /** Lets it go; the last one closes it. */
  release(): Promise<void>;
}

interface Entry {
  readonly opened: Promise<Omit<SharedHypervisor, "release">>;
  users: number;
  ready: boolean;
  closing?: Promise<void>;
}

/**
 * Hypervisors by what names them. Pass it to `open`; what a driver does not share is opened for each connection.
 *
 * @example Two connections to one hypervisor in memory
 * ```ts
 * import { HypervisorPool, open } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * const pool = new HypervisorPool();
 * await using one = await open("test:///default", { pool });
 * await using two = await open("test:///default", { pool, readOnly: true });
 * await (await one.domains.lookupByName("test")).destroy();
 * assert.equal((await two.domains.list({ active: true })).length, 0);
 * ```
 */
export class HypervisorPool {
  readonly #entries = new Map<string, Entry>();
  readonly #options: EventLogOptions;

  /** An empty pool. */
  constructor(options: EventLogOptions = {}) {
    this.#options = options;
  }

  /** The URIs of what is open now. */
  get open(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Opens a hypervisor, or joins those who have it open; of the options only the first one's count.
   *
   * @internal
   */
  async acquire(driver: Driver, target: ConnectionUri, options: OpenOptions): Promise<SharedHypervisor> {
    const key = `${driver.id} ${nameOf(target)}`;
    let entry = this.#entries.get(key);
    while (entry?.closing !== undefined) {
      await entry.closing;
      entry = this.#entries.get(key);
    }
    entry ??= this.#begin(key, driver, { target, options });
    entry.users++;
    const mine = entry;
    let released = false;
    const release = async () => {
      if (released) return;
      released = true;
      await this.#release(key, mine);
    };
    try {
      const { opened } = entry;
      const { signal } = options;
      const shared = signal === undefined
        ? await opened
        : await withDeadline(() => opened, { signal, what: "virConnectOpen" });
      return { ...shared, release };
    } catch (thrown) {
      await release();
      throw thrown;
    }
  }

  #begin(key: string, driver: Driver, what: { target: ConnectionUri; options: OpenOptions }): Entry {
    // One caller's limits are not everybody's.
    const { signal: _signal, readOnly: _readOnly, ...options } = what.options;
    const opened = driver.open(what.target, options).then((connection) => {
      entry.ready = true;
      connection.lost?.then(() => this.#forget(key, entry), () => {});
      return { driver: connection, events: new EventLog(connection.events, this.#options) };
    });
    const entry: Entry = { opened, users: 0, ready: false };
    opened.catch(() => this.#forget(key, entry));
    this.#entries.set(key, entry);
    return entry;
  }

  async #release(key: string, entry: Entry): Promise<void> {
    if (--entry.users > 0) return;
    entry.closing = close(entry).finally(() => this.#forget(key, entry));
    if (entry.ready) return await entry.closing;
    // Nobody waits for what may never open; it is closed when it does.
    this.#forget(key, entry);
    entry.closing.catch(() => {});
  }

  /** A hypervisor that is lost is not given to anybody else; those who have it close it. */
  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

async function close({ opened }: Entry): Promise<void> {
  const shared = await opened.catch(() => undefined);
  shared?.events.end();
  await shared?.driver[Symbol.asyncDispose]();
}

/** One name for all ways to write a URI. */
function nameOf({ scheme, transport, user, host, port, path, parameters }: ConnectionUri): string {
  const query = [...parameters].sort(([a], [b]) => a < b ? -1 : 1);
  return JSON.stringify([scheme, transport, user, host, port, path, query]);
}
