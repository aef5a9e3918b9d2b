/**
 * An open connection to a hypervisor: what every door calls.
 *
 * @module
 */

import type { CacheCounters } from "../cache/contract.ts";
import type { CapabilitiesDocument } from "../conf/capabilities/document.ts";
import type { DomainCapabilitiesDocument } from "../conf/domain_capabilities/document.ts";
import type {
  CacheEntryState,
  DomainCapabilitiesQuery,
  DriverConnection,
  EmulatorState,
  ProbeOptions,
  ReadOptions,
} from "../drivers/contract.ts";
import type { Integer64 } from "../base/integer64.ts";
import type { DriverId } from "../model/driver_id.ts";
import type { CallOptions } from "./call_options.ts";
import { checkDomainCapabilitiesQuery, checkProbeOptions } from "./check_arguments.ts";
import { Domains } from "./domain/domains.ts";
import type { EventFilter } from "./event_cursor.ts";
import { type EventOptions, feedOf, subscribeTo } from "./event_feed.ts";
import { type EventItem, EventLog } from "./event_log.ts";
import { normaliseError } from "./normalise_error.ts";
import { Interfaces } from "./objects/interfaces.ts";
import { Machine } from "./objects/machine.ts";
import { NetworkFilters } from "./objects/network_filters.ts";
import { Networks } from "./objects/networks.ts";
import { NodeDevices } from "./objects/node_devices.ts";
import { Secrets } from "./objects/secrets.ts";
import { StoragePools } from "./objects/storage_pools.ts";
import { StorageVolumes } from "./objects/storage_volumes.ts";
import { type PartName, partOf } from "./parts.ts";
import { Session, type SessionOptions } from "./session.ts";

/** What a connection is made with, besides what a driver opened. */
export interface ConnectionOptions extends SessionOptions {
  /** The events of the hypervisor, where others see them, too. */
  readonly events?: EventLog;
  /** Lets the hypervisor go, where others use it, too. @default {closes it} */
  readonly release?: () => Promise<void>;
}

/**
 * A hypervisor that was opened. Every method throws {@linkcode VirtError} and nothing else: `VIR_ERR_NO_SUPPORT` for
 * what the driver does not offer, `VIR_ERR_INVALID_ARG` for an argument that cannot be meant, `VIR_ERR_INVALID_CONN`
 * after {@linkcode Connection.close}.
 *
 * @example
 * ```ts
 * import { Connection, open } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * await using connection: Connection = await open("test:///default");
 * assert.equal(connection.getType(), "TEST");
 * ```
 */
export class Connection implements AsyncDisposable {
  readonly #session: Session;
  readonly #events: EventLog;
  readonly #release: () => Promise<void>;
  #lost: string | undefined;
  #closed: Promise<void> | undefined;

  /**
   * Wraps what a driver opened; callers use `open`.
   *
   * @internal
   */
  constructor(driver: DriverConnection, options: ConnectionOptions = {}) {
    this.#session = new Session(driver, options);
    this.#events = options.events ?? new EventLog(driver.events);
    this.#release = options.release ?? (() => this.#closeDriver());
    driver.lost?.then((reason) => this.#lost = reason, () => {});
  }

  /**
   * The engine of its calls, for a door that names them as libvirt does.
   *
   * @internal
   */
  get session(): Session {
    return this.#session;
  }

  /** Whether the connection may only read. */
  get readOnly(): boolean {
    return this.#session.readOnly;
  }

  /** The machine that the hypervisor runs on. */
  get host(): Machine {
    return new Machine(this.#session);
  }

  /** Its guests. */
  get domains(): Domains {
    return new Domains(this.#session);
  }

  /** Its virtual networks. */
  get networks(): Networks {
    return new Networks(this.#session);
  }

  /** Its storage pools, with the volumes in them. */
  get storagePools(): StoragePools {
    return new StoragePools(this.#session);
  }

  /** Its storage volumes by what names them on the whole host. */
  get storageVolumes(): StorageVolumes {
    return new StorageVolumes(this.#session);
  }

  /** The devices of its host. */
  get nodeDevices(): NodeDevices {
    return new NodeDevices(this.#session);
  }

  /** The network interfaces of its host. */
  get interfaces(): Interfaces {
    return new Interfaces(this.#session);
  }

  /** Its network filters, and where they are bound. */
  get networkFilters(): NetworkFilters {
    return new NetworkFilters(this.#session);
  }

  /** Its secrets. */
  get secrets(): Secrets {
    return new Secrets(this.#session);
  }

  /**
   * What happens, as it happens; with `since` from the event after that number on. What is lost on the way is a gap
   * in its place (`virConnectDomainEventRegisterAny` and its like). Ends with the signal or the connection.
   *
   * @example
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * const events = connection.events({ kinds: ["domain"] });
   * await (await connection.domains.lookupByName("test")).suspend();
   * for await (const item of events) {
   *   assert.ok(item.kind === "event" && item.number === 1);
   *   assert.equal(item.event.kind, "domain");
   *   break;
   * }
   * ```
   */
  events(options: EventOptions = {}): AsyncIterableIterator<EventItem> {
    return feedOf(this.#session, this.#events, options);
  }

  /**
   * Calls the listener with what happens, as soon as it happens, and gives the function that ends it. The listener
   * returns at once and throws nothing.
   */
  subscribe(listener: (item: EventItem) => void, filter: EventFilter = {}): () => void {
    return subscribeTo(this.#session, this.#events, { ...filter, listener });
  }

  /** Which driver carries out the calls. For people and logs; ask {@linkcode Connection.supports} for facts. */
  getDriver(): DriverId {
    return this.#session.use("virConnectGetDriver").driver;
  }

  /** The name libvirt gives the hypervisor: `QEMU`, `TEST`. */
  getType(): string {
    return this.#session.use("virConnectGetType").type;
  }

  /** The canonical URI: `qemu:///system`. */
  getUri(): string {
    return this.#session.use("virConnectGetURI").uri;
  }

  /**
   * Version of the hypervisor, as major * 1,000,000 + minor * 1,000 + micro (`virConnectGetVersion`).
   */
  getVersion(options?: CallOptions): Promise<Integer64> {
    return this.#session.invoke("virConnectGetVersion", "connection", "getVersion", [], options);
  }

  /** Whether the way to the hypervisor is encrypted, or does not leave the machine (`virConnectIsSecure`). */
  isSecure(): boolean {
    return this.#session.use("virConnectIsSecure").secure ?? true;
  }

  /** Whether the connection is open and the hypervisor within reach. */
  isAlive(): boolean {
    return this.#closed === undefined && this.#lost === undefined;
  }

  /** Resolves when the hypervisor is out of reach for good, with the reason; never where that cannot happen. */
  get lost(): Promise<string> {
    return this.#session.driver.lost ?? new Promise(() => {});
  }

  /** Whether the driver offers a part at all. */
  supports(part: PartName): boolean {
    return partOf(this.#session.use("supports"), part) !== undefined;
  }

  /**
   * What the host and its hypervisor offer.
   *
   * @example How many processors does the host have?
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * const { host } = await connection.getCapabilities();
   * const cpus = host.topology?.cells.flatMap((cell) => cell.cpus) ?? [];
   * assert.equal(cpus.length, 16);
   * ```
   */
  getCapabilities(options: ReadOptions & CallOptions = {}): Promise<CapabilitiesDocument> {
    const call = "virConnectGetCapabilities";
    return this.#session.run(call, async (signal) => {
      const part = this.#session.part("capabilities", call);
      await this.#session.authorise(call);
      return await part.host(readOptions(options, signal));
    }, options);
  }

  /**
   * What a guest of one emulator, architecture, machine and virtualisation type can have; what the query leaves out is
   * chosen as libvirt chooses it.
   *
   * @example
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * const answer = await connection.getDomainCapabilities({ arch: "i686" });
   * assert.equal(answer.vcpuMax, 32);
   * ```
   */
  getDomainCapabilities(
    query: DomainCapabilitiesQuery = {},
    options: ReadOptions & CallOptions = {},
  ): Promise<DomainCapabilitiesDocument> {
    const call = "virConnectGetDomainCapabilities";
    return this.#session.run(call, async (signal) => {
      const part = this.#session.part("capabilities", call);
      checkDomainCapabilitiesQuery(query);
      await this.#session.authorise(call);
      return await part.domain(query, readOptions(options, signal));
    }, options);
  }

  /** What is known of each emulator now, without waiting for a probe. */
  listEmulators(options: ReadOptions & CallOptions = {}): Promise<readonly EmulatorState[]> {
    const call = "listEmulators";
    const list = (signal: AbortSignal | undefined) =>
      this.#session.part("emulators", call).list(readOptions(options, signal));
    return this.#session.run(call, list, options);
  }

  /**
   * Probes what is not known or no longer valid, and yields each emulator as its answer is there. With `force`
   * everything is probed anew, which a read-only connection may not ask for.
   *
   * @example
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * for await (const emulator of connection.probe()) assert.equal(emulator.state, "ready");
   * ```
   */
  async *probe(options: ProbeOptions = {}): AsyncGenerator<EmulatorState, void, void> {
    const call = "probe";
    const driver = this.#session.use(call);
    const part = this.#session.part("emulators", call);
    checkProbeOptions(options);
    if (options.force) this.#session.requireWriting(call);
    try {
      yield* part.probe(options);
    } catch (thrown) {
      throw normaliseError(thrown, { call, driver: driver.driver });
    }
  }

  /** Everything that is kept of this hypervisor, sorted by key, without probing. */
  listCache(): Promise<readonly CacheEntryState[]> {
    const call = "listCache";
    return this.#session.run(call, () => this.#session.part("cache", call).listEntries());
  }

  /** The kept document of a key (for emulators, the path of the binary) as it is in its file, where there is one. */
  showCache(key: string): Promise<string | undefined> {
    const call = "showCache";
    return this.#session.run(call, () => this.#session.part("cache", call).show(key));
  }

  /** Whether what is kept of a key may be used now, and the first reason for which it may not. */
  whyCached(key: string): Promise<CacheEntryState> {
    const call = "whyCached";
    return this.#session.run(call, () => this.#session.part("cache", call).why(key));
  }

  /** Forgets what is kept of these keys, or everything, and gives the keys that were forgotten. */
  purgeCache(keys?: readonly string[]): Promise<readonly string[]> {
    const call = "purgeCache";
    return this.#session.run(call, () => {
      const part = this.#session.part("cache", call);
      this.#session.requireWriting(call);
      return part.purge(keys);
    });
  }

  /** The directory of what is kept. */
  getCacheDirectory(): string {
    const call = "getCacheDirectory";
    return this.#session.part("cache", call).directory;
  }

  /** What the cache has counted since the connection was opened. */
  getCacheCounters(): CacheCounters {
    const call = "getCacheCounters";
    return this.#session.part("cache", call).counters();
  }

  /**
   * Closes the connection: its streams are aborted, guests that were started with `autodestroy` are stopped, an open
   * change of interfaces is rolled back. Closing it again does nothing.
   */
  close(): Promise<void> {
    return this.#closed ??= this.#close();
  }

  /** Closes the connection at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    const { driver, life } = this.#session;
    this.#session.close();
    try {
      await life.end();
    } catch (thrown) {
      throw normaliseError(thrown, { call: "virConnectClose", driver: driver.driver });
    } finally {
      await this.#release();
    }
  }

  async #closeDriver(): Promise<void> {
    this.#events.end();
    await this.#session.driver[Symbol.asyncDispose]();
  }
}

function readOptions({ allowStale }: ReadOptions, signal: AbortSignal | undefined): ReadOptions {
  return { ...(allowStale === undefined ? {} : { allowStale }), ...(signal && { signal }) };
}
