/**
 * One hypervisor under watch: its connection, what is known of its emulators, and the probe that runs behind it.
 *
 * @module
 */

import { Counter, Histogram } from "../base/metrics.ts";
import type { Log } from "../base/log.ts";
import type { Connection } from "../api/connection.ts";
import type { EmulatorState, ProbeOptions } from "../drivers/contract.ts";
import type { Clock } from "../host/host.ts";

/** Seconds; a probe takes from tens of milliseconds to its deadline. */
const PROBE_BOUNDS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8] as const;

/** `probing` until everything was looked at once, `ready` from then on. */
export type WatchState = "probing" | "ready";

/** What a watch needs. */
export interface WatchOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly log: Log;
  /** Called at the end of every look; `probed` says whether programs were asked. */
  readonly onSettled?: (probed: boolean) => void;
}

/** A hypervisor under watch. */
export class Watch {
  readonly connection: Connection;
  /** Its canonical URI. */
  readonly uri: string;
  /** How long probes took, in seconds. */
  readonly durations: Histogram = new Histogram(PROBE_BOUNDS);
  /** Probes by outcome: `ready`, `failed`. */
  readonly probes: Counter = new Counter();
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #onSettled: ((probed: boolean) => void) | undefined;
  readonly #stopping = new AbortController();
  readonly #firstLook: Promise<void>;
  #state: WatchState = "probing";
  #checkedAt: number | undefined;
  #problem: Error | undefined;
  #round: Promise<void> | undefined;

  /** Begins to watch: looks at what is kept, and probes what is missing. */
  constructor({ connection, clock, log, onSettled }: WatchOptions) {
    this.connection = connection;
    this.uri = connection.getUri();
    this.#clock = clock;
    this.#log = log;
    this.#onSettled = onSettled;
    this.#firstLook = this.#look();
  }

  /** Whether everything has been looked at once. */
  get state(): WatchState {
    return this.#state;
  }

  /** Whether a probe runs now. */
  get probing(): boolean {
    return this.#round !== undefined;
  }

  /** Milliseconds since 1970 at the end of the last look, where there was one. */
  get checkedAt(): number | undefined {
    return this.#checkedAt;
  }

  /** Why the last look could not be finished. */
  get problem(): Error | undefined {
    return this.#problem;
  }

  /** What is known of each emulator now; nothing where this hypervisor has none. */
  async emulators(options: { readonly signal?: AbortSignal } = {}): Promise<readonly EmulatorState[]> {
    if (!this.connection.supports("emulators")) return [];
    return await this.connection.listEmulators({ ...options, allowStale: true });
  }

  /** Waits for the first look, which reads what is kept and probes nothing. */
  known(): Promise<void> {
    return this.#firstLook;
  }

  /** Waits until everything was looked at once, for at most so many milliseconds; says whether it was. */
  async settled(waitMs: number, options: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
    await this.#firstLook;
    if (this.#state === "probing") await this.idle(waitMs, options);
    return this.#state === "ready";
  }

  /** Waits until no probe runs, for at most so many milliseconds; says whether that is so. */
  async idle(waitMs: number, options: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
    const round = this.#round;
    if (round === undefined || waitMs <= 0) return round === undefined;
    const giveUp = new AbortController();
    const signal = options.signal === undefined ? giveUp.signal : AbortSignal.any([giveUp.signal, options.signal]);
    const late = this.#clock.sleep(waitMs, { signal }).catch(() => {});
    await Promise.race([round, late]);
    giveUp.abort();
    await late;
    return this.#round !== round;
  }

  /** Probes what is not valid, or everything with `force`, after the round that runs now. Does not wait for it. */
  refresh(options: Omit<ProbeOptions, "signal"> = {}): void {
    if (this.#stopping.signal.aborted || !this.connection.supports("emulators")) return;
    const before = this.#round;
    const round = Promise.resolve(before).then(() => this.#probe(options)).finally(() => {
      if (this.#round === round) this.#round = undefined;
    });
    this.#round = round;
  }

  /** Looks whether what is known is still valid, and probes what is not; does nothing while a probe runs. */
  async revalidate(): Promise<void> {
    if (this.probing || this.#stopping.signal.aborted) return;
    await this.#look();
  }

  /** Ends the probe that runs, and closes the connection. */
  async stop(): Promise<void> {
    this.#stopping.abort(new DOMException("The agent stops", "AbortError"));
    await this.#firstLook;
    await this.#round;
    await this.connection.close();
  }

  async #look(): Promise<void> {
    try {
      const states = await this.emulators({ signal: this.#stopping.signal });
      const now = this.#clock.now();
      if (states.some((state) => needsProbe(state, now))) this.refresh({ allowStale: true });
      else this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #probe(options: Omit<ProbeOptions, "signal">): Promise<void> {
    const signal = this.#stopping.signal;
    try {
      for await (const state of this.connection.probe({ ...options, signal })) this.#count(state);
      this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }

  #count(state: EmulatorState): void {
    if (state.cached) return;
    this.probes.add({ outcome: state.state });
    if (state.durationMs !== undefined) this.durations.observe(state.durationMs / 1000);
    const { path, reason, durationMs, error } = state;
    const fields = { path, ...(reason === undefined ? {} : { reason }), ...(durationMs ? { durationMs } : {}) };
    if (error === undefined) this.#log.debug("Probed an emulator", fields);
    else this.#log.warn("Cannot probe an emulator", { ...fields, step: error.step, error: error.message });
  }

  #settle(): void {
    this.#state = "ready";
    this.#problem = undefined;
    this.#checkedAt = this.#clock.now();
    this.#onSettled?.(this.probing);
  }

  /** A look that failed is over too: what is known is served, with the problem beside it. */
  #fail(thrown: unknown): void {
    if (this.#stopping.signal.aborted) return;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#log.error("Cannot look at the emulators", { uri: this.uri, error: error.message });
    this.#settle();
    this.#problem = error;
  }
}

/** A failure without a time to try again is of a file that is no program: probing it cannot help. */
function needsProbe({ state, retryAt }: EmulatorState, now: number): boolean {
  if (state === "failed") return retryAt !== undefined && Date.parse(retryAt) <= now;
  return state !== "ready";
}
