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

/** Waits for quiet. */
export class MemoryKeeper {
  readonly #host: Host;
  readonly #signal: AbortSignal;
  #lastWork = 0;
  #notBefore = 0;
  #waiting: Promise<void> | undefined;

  /** `signal` ends the waiting. */
  constructor(host: Host, signal: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
  }

  /** Says that work was done just now. */
  noteWork(): void {
    this.#lastWork = this.#host.clock.monotonic();
    this.#waiting ??= this.#wait().finally(() => this.#waiting = undefined);
  }

  /** Waits until nothing waits for quiet any more. */
  async stopped(): Promise<void> {
    await this.#waiting;
  }

  async #wait(): Promise<void> {
    const { clock, native } = this.#host;
    while (!this.#signal.aborted) {
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
