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
  closing?: Promise<void>;
}

/** Hypervisors by what names them. Pass it to `openWith`; what a driver does not share is opened for each connection. */
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
      connection.lost?.then(() => this.#forget(key, entry), () => {});
      return { driver: connection, events: new EventLog(connection.events, this.#options) };
    });
    const entry: Entry = { opened, users: 0 };
    opened.catch(() => this.#forget(key, entry));
    this.#entries.set(key, entry);
    return entry;
  }

  async #release(key: string, entry: Entry): Promise<void> {
    if (--entry.users > 0) return;
    entry.closing = close(entry).finally(() => this.#forget(key, entry));
    await entry.closing;
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
