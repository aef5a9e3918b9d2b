/**
 * What waits to be sent to one client: messages are put one behind the other, and those of one turn leave in one write.
 *
 * While one buffer is being written, the other fills. Nobody but this client waits for it.
 *
 * @module
 */

import { XdrEncoder } from "../wire/xdr/mod.ts";

/** Bytes that may wait before the client counts as one that does not listen. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;

/** How an outbox sends and what it does at its limit. */
export interface OutboxOptions {
  write(bytes: Uint8Array): Promise<void>;
  /** Called once when nothing can be sent any more: the client is gone, or too much waits for it. */
  onFailure(reason: Error): void;
  /** @default {32 MiB} */
  readonly limit?: number;
}

/** Messages on their way to one client. */
export class Outbox {
  readonly #options: OutboxOptions;
  #filling = new XdrEncoder();
  #sending = new XdrEncoder();
  #busy = false;
  #scheduled = false;
  #failed = false;
  #waiters: { readonly below: number; readonly resolve: () => void }[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Where the next message is appended; {@linkcode Outbox.flush} or {@linkcode Outbox.schedule} sends it. */
  get encoder(): XdrEncoder {
    return this.#filling;
  }

  /** Bytes that have not left yet. */
  get waiting(): number {
    return this.#filling.length + this.#sending.length;
  }

  /** Sends what was appended when this turn is over. */
  schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.flush();
    });
  }

  /** Sends what was appended. */
  flush(): void {
    if (this.#failed) return this.#filling.reset();
    if (this.waiting > (this.#options.limit ?? MAX_WAITING_BYTES)) {
      // A message of any size may leave alone: only what piles up is too much.
      if (this.#busy) return this.#fail(new Error(`${this.waiting} bytes wait for a client that does not read`));
    }
    if (this.#busy || this.#filling.length === 0) return;
    this.#busy = true;
    [this.#filling, this.#sending] = [this.#sending, this.#filling];
    this.#options.write(this.#sending.bytes()).then(this.#sent, (error) => this.#fail(error));
  }

  readonly #sent = (): void => {
    this.#busy = false;
    this.#sending.reset();
    this.flush();
    if (this.#waiters.length > 0) this.#wake();
  };

  /** Resolves when fewer than so many bytes wait, or nothing is sent any more. */
  drained(below: number): Promise<void> {
    if (this.#failed || this.waiting < below) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ below, resolve }));
  }

  /** Forgets what waits, and lets nobody wait any more. */
  close(): void {
    this.#failed = true;
    this.#filling.reset();
    this.#wake();
  }

  #wake(): void {
    const { waiting } = this;
    const ready = this.#waiters.filter(({ below }) => this.#failed || waiting < below);
    this.#waiters = this.#waiters.filter((waiter) => !ready.includes(waiter));
    for (const { resolve } of ready) resolve();
  }

  #fail(reason: Error): void {
    if (this.#failed) return;
    this.close();
    this.#options.onFailure(reason);
  }
}
