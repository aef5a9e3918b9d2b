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
import type { DriverId } from "../model/driver_id.ts";
import { VirtError } from "../model/error.ts";
import { errorDomainOf } from "../model/error_domain.ts";
import { checkDomainCapabilitiesQuery, checkProbeOptions } from "./check_arguments.ts";
import { normaliseError } from "./normalise_error.ts";

/** The parts a hypervisor can have; each is whole or absent. */
export type PartName = "capabilities" | "emulators" | "cache";

/** Every part, in the order the support matrix lists them. */
export const PART_NAMES = ["capabilities", "emulators", "cache"] as const satisfies readonly PartName[];

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
  /** Whether the connection may only read. */
  readonly readOnly: boolean;
  readonly #driver: DriverConnection;
  #closed = false;

  /**
   * Wraps what a driver opened; callers use `open`.
   *
   * @internal
   */
  constructor(driver: DriverConnection, options: { readonly readOnly?: boolean } = {}) {
    this.#driver = driver;
    this.readOnly = options.readOnly ?? false;
  }

  /** Which driver carries out the calls. For people and logs; ask {@linkcode Connection.supports} for facts. */
  getDriver(): DriverId {
    return this.#use("virConnectGetDriver").driver;
  }

  /** The name libvirt gives the hypervisor: `QEMU`, `TEST`. */
  getType(): string {
    return this.#use("virConnectGetType").type;
  }

  /** The canonical URI: `qemu:///system`. */
  getUri(): string {
    return this.#use("virConnectGetURI").uri;
  }

  /** Whether the driver offers a part at all. */
  supports(part: PartName): boolean {
    return this.#use("supports")[part] !== undefined;
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
  getCapabilities(options?: ReadOptions): Promise<CapabilitiesDocument> {
    const call = "virConnectGetCapabilities";
    return this.#run(call, (driver) => this.#part(driver, "capabilities", call).host(options));
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
    options?: ReadOptions,
  ): Promise<DomainCapabilitiesDocument> {
    const call = "virConnectGetDomainCapabilities";
    return this.#run(call, (driver) => {
      const part = this.#part(driver, "capabilities", call);
      checkDomainCapabilitiesQuery(query);
      return part.domain(query, options);
    });
  }

  /** What is known of each emulator now, without waiting for a probe. */
  listEmulators(options?: ReadOptions): Promise<readonly EmulatorState[]> {
    const call = "listEmulators";
    return this.#run(call, (driver) => this.#part(driver, "emulators", call).list(options));
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
    const driver = this.#use(call);
    const part = this.#part(driver, "emulators", call);
    checkProbeOptions(options);
    if (options.force) this.#requireWriting(driver, call);
    try {
      yield* part.probe(options);
    } catch (thrown) {
      throw normaliseError(thrown, { call, driver: driver.driver });
    }
  }

  /** Everything that is kept of this hypervisor, sorted by key, without probing. */
  listCache(): Promise<readonly CacheEntryState[]> {
    const call = "listCache";
    return this.#run(call, (driver) => this.#part(driver, "cache", call).listEntries());
  }

  /** The kept document of a key (for emulators, the path of the binary) as it is in its file, where there is one. */
  showCache(key: string): Promise<string | undefined> {
    const call = "showCache";
    return this.#run(call, (driver) => this.#part(driver, "cache", call).show(key));
  }

  /** Whether what is kept of a key may be used now, and the first reason for which it may not. */
  whyCached(key: string): Promise<CacheEntryState> {
    const call = "whyCached";
    return this.#run(call, (driver) => this.#part(driver, "cache", call).why(key));
  }

  /** Forgets what is kept of these keys, or everything, and gives the keys that were forgotten. */
  purgeCache(keys?: readonly string[]): Promise<readonly string[]> {
    const call = "purgeCache";
    return this.#run(call, (driver) => {
      const part = this.#part(driver, "cache", call);
      this.#requireWriting(driver, call);
      return part.purge(keys);
    });
  }

  /** The directory of what is kept. */
  getCacheDirectory(): string {
    const call = "getCacheDirectory";
    return this.#part(this.#use(call), "cache", call).directory;
  }

  /** What the cache has counted since the connection was opened. */
  getCacheCounters(): CacheCounters {
    const call = "getCacheCounters";
    return this.#part(this.#use(call), "cache", call).counters();
  }

  /** Closes the connection. Closing it again does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#driver[Symbol.asyncDispose]();
  }

  /** Closes the connection at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #use(call: string): DriverConnection {
    if (!this.#closed) return this.#driver;
    throw new VirtError("VIR_ERR_INVALID_CONN", call, { hint: "The connection was closed: open it again" });
  }

  #part<P extends PartName>(driver: DriverConnection, name: P, call: string): NonNullable<
    DriverConnection[P]
  > {
    const part = driver[name];
    if (part !== undefined) return part;
    throw new VirtError("VIR_ERR_NO_SUPPORT", call, { domain: errorDomainOf(driver.driver), step: call });
  }

  #requireWriting(driver: DriverConnection, call: string): void {
    if (!this.readOnly) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents ${call}`, {
      domain: errorDomainOf(driver.driver),
      step: call,
      hint: "Open the connection for reading and writing",
    });
  }

  async #run<T>(call: string, work: (driver: DriverConnection) => Promise<T>): Promise<T> {
    const driver = this.#use(call);
    try {
      return await work(driver);
    } catch (thrown) {
      throw normaliseError(thrown, { call, driver: driver.driver });
    }
  }
}
