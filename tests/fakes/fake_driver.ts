/**
 * A hypervisor of a few lines, for tests of what stands above drivers: two guests, a pool, a network, streams, events.
 *
 * @module
 */

import type {
  DomainsPart,
  Driver,
  DriverConnection,
  DriverEvent,
  DriverStream,
  StreamChunk,
} from "../../src/drivers/contract.ts";
import type { DomainRef } from "../../src/model/mod.ts";
import { VirtError } from "../../src/model/error.ts";

/** A made-up UUID that ends in this number. */
export function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The fake, and what a test sees and does behind the API's back. */
export interface FakeDriver {
  /** What the API is given. */
  readonly connection: DriverConnection;
  /** Every call that reached the driver, with the name of what it was about. */
  readonly calls: string[];
  /** Tells an event, as a driver does. */
  readonly emit: (event: DriverEvent) => void;
  /** How many listen to events now. */
  listeners(): number;
  /** Whether it was closed. */
  closed(): boolean;
  /** A driver that opens it. */
  readonly driver: Driver;
}

/** A hypervisor with the guests `web` (running) and `db`. */
export function fakeDriver(parts: Partial<DriverConnection> = {}): FakeDriver {
  const calls: string[] = [];
  const listeners = new Set<(event: DriverEvent) => void>();
  let closed = false;
  const connection: DriverConnection = {
    driver: "test",
    uri: "test:///default",
    type: "TEST",
    domains: domainsPart(calls),
    events: {
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    [Symbol.asyncDispose]() {
      closed = true;
      return Promise.resolve();
    },
    ...parts,
  };
  return {
    connection,
    calls,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listeners: () => listeners.size,
    closed: () => closed,
    driver: {
      id: "test",
      title: "Fake",
      reach: "local",
      uriSchemes: ["test"],
      detect: () => Promise.resolve({ state: "healthy" }),
      shares: ({ path }) => path === "/default",
      open: () => Promise.resolve(connection),
    },
  };
}

/** A stream that gives these chunks, and says how it ended. */
export function fakeStream(chunks: readonly StreamChunk[], calls: string[]): DriverStream {
  return {
    readable: ReadableStream.from(chunks),
    finish: () => Promise.resolve(void calls.push("finish")),
    abort: () => Promise.resolve(void calls.push("abort")),
  };
}

function domainsPart(calls: string[]): DomainsPart {
  const guests = new Map<string, DomainRef>();
  let nextId = 1;
  const put = (reference: DomainRef): DomainRef => {
    guests.set(reference.uuid, reference);
    return reference;
  };
  const find = (uuid: string): DomainRef => {
    const found = guests.get(uuid);
    if (found !== undefined) return found;
    throw new VirtError("VIR_ERR_NO_DOMAIN", `no domain with matching uuid '${uuid}'`, { domain: "VIR_FROM_TEST" });
  };
  put({ name: "web", uuid: uuidOf(1), id: nextId++ });
  put({ name: "db", uuid: uuidOf(2), id: -1 });
  const about = (call: string, { name }: { readonly name: string }) => void calls.push(`${call} ${name}`);
  const part: DomainsPart = {
    list: () => Promise.resolve([...guests.values()]),
    lookupById: (id) => Promise.resolve([...guests.values()].find((guest) => guest.id === id) ?? find("")),
    lookupByName: (name) => Promise.resolve([...guests.values()].find((guest) => guest.name === name) ?? find("")),
    lookupByUuid: (uuid) => Promise.try(() => find(uuid)),
    getXml: ({ uuid }) => Promise.try(() => `<domain><name>${find(uuid).name}</name></domain>`),
    getInfo(domain) {
      about("getInfo", domain);
      return Promise.resolve({ state: "running", maxMemory: 1024, memory: 1024, vcpus: 1, cpuTime: 0 });
    },
    getState: () => Promise.resolve({ state: "running", reason: "booted" }),
    isActive: ({ uuid }) => Promise.try(() => find(uuid).id >= 0),
    isPersistent: () => Promise.resolve(true),
    isUpdated: () => Promise.resolve(false),
    getOsType: () => Promise.resolve("hvm"),
    createXml(xml) {
      const [, name = ""] = /<name>(.*?)<\/name>/.exec(xml) ?? [];
      calls.push(`createXml ${name}`);
      return Promise.resolve(put({ name, uuid: uuidOf(100 + nextId), id: nextId++ }));
    },
    create(domain) {
      about("create", domain);
      return Promise.resolve(put({ ...find(domain.uuid), id: nextId++ }));
    },
    destroy(domain) {
      about("destroy", domain);
      return Promise.try(() => void put({ ...find(domain.uuid), id: -1 }));
    },
    rename(domain, name) {
      about("rename", domain);
      return Promise.try(() => void put({ ...find(domain.uuid), name }));
    },
  };
  return part;
}
