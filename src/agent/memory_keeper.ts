/**
 * Gives memory back when the agent has nothing to do: an idle agent should be small, whatever it has done before.
 *
 * @module
 */

import type { Host } from "../host/host.ts";

/** Milliseconds without work after which the agent counts as idle. */
const QUIET_MS = 1_500;
/** Milliseconds until what was collected is free, as the engine lets go of buffers beside its work. */
const SETTLE_MS = 500;
/** Milliseconds between two times, so that steady callers do not pay for it. */
const GAP_MS = 30_000;

/** What a keeper needs. */
export interface MemoryKeeperOptions {
  readonly host: Host;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Whether something is at work now. */
  readonly isBusy: () => boolean;
}

/** Waits for quiet. */
export class MemoryKeeper {
  readonly #host: Host;
  readonly #signal: AbortSignal;
  readonly #isBusy: () => boolean;
  #lastWork = 0;
  #notBefore = 0;
  #waiting: Promise<void> | undefined;

  /** Does nothing until work is noted. */
  constructor({ host, signal, isBusy }: MemoryKeeperOptions) {
    this.#host = host;
    this.#signal = signal;
    this.#isBusy = isBusy;
  }

  /** Says that work was done just now; after much of it the memory is worth giving back soon. */
  noteWork(options: { readonly much?: boolean } = {}): void {
    this.#lastWork = this.#host.clock.monotonic();
    if (options.much) this.#notBefore = 0;
    this.#waiting ??= this.#wait().finally(() => this.#waiting = undefined);
  }

  /** Waits until nothing waits for quiet any more. */
  async stopped(): Promise<void> {
    await this.#waiting;
  }

  async #wait(): Promise<void> {
    const { clock, native } = this.#host;
    while (!this.#signal.aborted) {
      if (this.#isBusy()) this.#lastWork = clock.monotonic();
      const left = Math.max(this.#lastWork + QUIET_MS, this.#notBefore) - clock.monotonic();
      if (left <= 0) {
        this.#notBefore = clock.monotonic() + GAP_MS;
        native.releaseMemory();
        await clock.sleep(SETTLE_MS, { signal: this.#signal }).catch(() => {});
        return native.releaseMemory();
      }
      await clock.sleep(left, { signal: this.#signal }).catch(() => {});
    }
  }
}
