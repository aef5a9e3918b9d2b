/**
 * The host role: opens the hypervisors of this machine, learns what they can do in the background, and keeps that
 * knowledge fresh until it is stopped.
 *
 * It answers from the first moment on; what is not known yet says `probing`.
 *
 * @module
 */

import { detectDrivers, type DetectedDriver } from "../api/detect_drivers.ts";
import type { HypervisorPool } from "../api/hypervisor_pool.ts";
import { openWith } from "../api/open.ts";
import { type Log, silentLog } from "../base/log.ts";
import type { Driver, DriverSettings, ProbeOptions } from "../drivers/contract.ts";
import type { Host } from "../host/host.ts";
import { VirtError } from "../model/error.ts";
import { MemoryKeeper } from "./memory_keeper.ts";
import { Watch, type WatchState } from "./watch.ts";

/** What an agent is made from. */
export interface AgentOptions {
  readonly host: Host;
  readonly drivers: readonly Driver[];
  /** @default {silentLog} */
  readonly log?: Log;
  /** What a person has configured for the drivers. */
  readonly settings?: DriverSettings;
  /** The only hypervisor to watch; left out, every one that is at home here. */
  readonly uri?: string;
  /** Hypervisors that other parts of the program use, too. @default {the agent has its own} */
  readonly pool?: HypervisorPool;
  /** Milliseconds between two looks at whether what is known is still valid; 0 for never. @default {60000} */
  readonly revalidateMs?: number;
}

const REVALIDATE_MS = 60_000;

/**
 * Starts an agent. It opens its hypervisors and probes them in the background; the call returns at once.
 *
 * Stop it with {@linkcode Agent.stop}, on SIGTERM too.
 */
export function startAgent(options: AgentOptions): Agent {
  return new Agent(options);
}

/** The host role, running. */
export class Agent implements AsyncDisposable {
  readonly host: Host;
  /** Milliseconds since 1970 at which it was started. */
  readonly startedAt: number;
  readonly #options: AgentOptions;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  readonly #memory: MemoryKeeper;
  readonly #opened: Promise<void>;
  readonly #freshness: Promise<void>;
  /** By the URI each was opened with. */
  #watched: ReadonlyMap<string, Watch> = new Map();
  #problem: Error | undefined;

  /** Starts; callers use {@linkcode startAgent}. */
  constructor(options: AgentOptions) {
    this.host = options.host;
    this.startedAt = options.host.clock.now();
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#memory = new MemoryKeeper({
      host: options.host,
      signal: this.#stopping.signal,
      isBusy: () => this.openWatches().some(({ probing }) => probing),
    });
    this.#opened = this.#open();
    this.#freshness = this.#keepFresh();
  }

  /** `ready` once every hypervisor was looked at, and none could not be opened. */
  get state(): WatchState {
    const watches = this.openWatches();
    return watches.length > 0 && watches.every(({ state }) => state === "ready") ? "ready" : "probing";
  }

  /** Why no hypervisor could be opened, where that is so. */
  get problem(): Error | undefined {
    return this.#problem;
  }

  /** The hypervisors under watch, the default one first. */
  async watches(): Promise<readonly Watch[]> {
    await this.#opened;
    return this.openWatches();
  }

  /** Waits until what is kept was looked at once; what is missing may still be probed. */
  async known(): Promise<void> {
    const watches = await this.watches();
    await Promise.all(watches.map((watch) => watch.known()));
  }

  /** Those that are open by now, without waiting. */
  openWatches(): readonly Watch[] {
    return [...this.#watched.values()];
  }

  /**
   * The hypervisor with this URI, or the default one.
   *
   * Throws {@linkcode VirtError} with `VIR_ERR_NO_CONNECT` where it is not watched.
   */
  async watch(uri?: string): Promise<Watch> {
    const watches = await this.watches();
    const found = uri === undefined ? watches[0] : watches.find((watch) => watch.uri === uri);
    if (found !== undefined) return found;
    throw new VirtError("VIR_ERR_NO_CONNECT", uri ?? "this machine", {
      step: "virConnectOpen",
      hint: watches.length === 0
        ? `Run "innkeeper doctor" to see why`
        : `The hypervisors watched here are ${watches.map((watch) => watch.uri).join(", ")}`,
      cause: this.#problem,
    });
  }

  /** What each built-in driver finds on this machine now. */
  detect(options: { readonly signal?: AbortSignal } = {}): Promise<readonly DetectedDriver[]> {
    return detectDrivers(this.#options.drivers, this.host, options);
  }

  /** Probes again what is no longer valid, or everything with `force`, in the background. */
  async refresh(options: Omit<ProbeOptions, "signal"> & { readonly uri?: string } = {}): Promise<void> {
    const { uri, ...probe } = options;
    const watches = uri === undefined ? await this.watches() : [await this.watch(uri)];
    for (const watch of watches) watch.refresh(probe);
  }

  /** Waits until everything was looked at once, for at most so many milliseconds; says whether it was. */
  async settled(waitMs: number, options: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
    const watches = await this.watches();
    const settled = await Promise.all(watches.map((watch) => watch.settled(waitMs, options)));
    return settled.length > 0 && settled.every(Boolean);
  }

  /** Says that a door has answered something: the agent is not idle. */
  noteWork(): void {
    this.#memory.noteWork();
  }

  /** Ends what runs, closes the hypervisors, and returns when that is done. Stopping again does nothing. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#freshness;
    await this.#memory.stopped();
    await this.#opened;
    await Promise.all(this.openWatches().map((watch) => watch.stop()));
  }

  /** Stops at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** Opens what is at home and not open yet, and lets go of what is not at home any more. */
  async #open(): Promise<void> {
    try {
      const uris = this.#options.uri ? [this.#options.uri] : await this.#localUris();
      const before = this.#watched;
      const opened = await Promise.all(
        uris.map(async (uri) => [uri, before.get(uri) ?? await this.#openOne(uri)] as const),
      );
      const watched = new Map(opened.flatMap(([uri, watch]) => watch === undefined ? [] : [[uri, watch] as const]));
      if (watched.size > 0 && watched.size === uris.length) this.#problem = undefined;
      this.#watched = watched;
      const left = [...before].filter(([uri]) => !watched.has(uri));
      await Promise.all(left.map(([_, watch]) => watch.stop()));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A hypervisor that cannot be opened is reported, and the others are watched. */
  async #openOne(uri: string): Promise<Watch | undefined> {
    const { host, drivers, settings, pool } = this.#options;
    const signal = this.#stopping.signal;
    try {
      const options = { host, drivers, log: this.#log, signal, ...(settings && { settings }), ...(pool && { pool }) };
      const connection = await openWith(uri, options);
      return new Watch({
        connection,
        clock: host.clock,
        log: this.#log,
        onSettled: (probed) => this.#memory.noteWork({ much: probed }),
      });
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  async #localUris(): Promise<string[]> {
    const found = await this.detect({ signal: this.#stopping.signal });
    const here = found.flatMap(({ driver, detection }) =>
      driver.localUri === undefined || detection.state === "absent"
        ? []
        : [{ driver, uri: driver.localUri(this.host.env) }]
    );
    const atHome = here.filter(({ driver }) => !driver.standIn);
    return (atHome.length > 0 ? atHome : here).map(({ uri }) => uri);
  }

  async #keepFresh(): Promise<void> {
    const { revalidateMs = REVALIDATE_MS } = this.#options;
    const { signal } = this.#stopping;
    if (revalidateMs <= 0) return;
    while (!signal.aborted) {
      await this.host.clock.sleep(revalidateMs, { signal }).catch(() => {});
      if (signal.aborted) return;
      const before = new Set(this.openWatches());
      await this.#open();
      const kept = this.openWatches().filter((watch) => before.has(watch));
      await Promise.all(kept.map((watch) => watch.revalidate()));
    }
  }

  #fail(thrown: unknown): void {
    if (this.#stopping.signal.aborted) return;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    // Said once: the next look on the clock says it again only when it is another problem.
    if (error.message !== this.#problem?.message) this.#log.error("Cannot open a hypervisor", { error: error.message });
    this.#problem = error;
  }
}
