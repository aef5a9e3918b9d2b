/**
 * Noticing that a client is gone though nobody said so: one who is silent is pinged, and one who stays silent is left.
 *
 * @module
 */

import type { Clock } from "../host/host.ts";

/** How patient to be; libvirt's daemon is as patient as the defaults. */
export interface KeepaliveOptions {
  readonly clock: Clock;
  /** Milliseconds of silence before a ping. @default {5000} */
  readonly intervalMs?: number;
  /** Pings without an answer. @default {5} */
  readonly count?: number;
  /** Sends a ping. */
  ping(): void;
  /** Whether the client is listened to now: it cannot answer while it is made to wait. */
  listening(): boolean;
  /** Called once when it is gone. */
  onDead(): void;
}

/** Watches over one client. */
export class Keepalive {
  readonly #options: KeepaliveOptions;
  readonly #end = new AbortController();
  #started = false;
  #heard = false;

  constructor(options: KeepaliveOptions) {
    this.#options = options;
  }

  /** Something arrived. */
  heard(): void {
    this.#heard = true;
  }

  /** Begins to watch; beginning again does nothing. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#watch();
  }

  /** Watches no more. */
  stop(): void {
    this.#started = true;
    this.#end.abort();
  }

  async #watch(): Promise<void> {
    const { clock, intervalMs = 5_000, count = 5, ping, listening, onDead } = this.#options;
    const { signal } = this.#end;
    for (let unanswered = 0;;) {
      this.#heard = false;
      try {
        await clock.sleep(intervalMs, { signal });
      } catch {
        return;
      }
      if (signal.aborted) return;
      if (this.#heard || !listening()) unanswered = 0;
      else if (unanswered >= count) return onDead();
      else {
        unanswered++;
        ping();
      }
    }
  }
}
