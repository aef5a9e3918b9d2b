/**
 * What waits to be written: everything of one turn leaves in one write.
 *
 * @module
 */

import { XdrEncoder } from "../../xdr/mod.ts";

/** Messages on their way to the other side. */
export class Outbox {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #onFailure: (cause: unknown) => void;
  readonly #encoder = new XdrEncoder();
  #flushing: Promise<void> | undefined;

  constructor(writable: WritableStream<Uint8Array>, onFailure: (cause: unknown) => void) {
    this.#writer = writable.getWriter();
    this.#writer.closed.catch(() => {});
    this.#onFailure = onFailure;
  }

  /** Appends a message; it leaves at the end of this turn. Throws what `write` throws, and then sends nothing of it. */
  put(write: (to: XdrEncoder) => void): void {
    write(this.#encoder);
    this.#flushing ??= this.#flush();
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
  }

  /** Lets go of the other side. */
  async close(): Promise<void> {
    await this.drained();
    await this.#writer.close().catch(() => {});
  }

  async #flush(): Promise<void> {
    // Later messages of the same turn join.
    await Promise.resolve();
    try {
      while (this.#encoder.length > 0) {
        const bytes = this.#encoder.bytes().slice();
        this.#encoder.reset();
        await this.#writer.write(bytes);
      }
    } catch (cause) {
      this.#encoder.reset();
      this.#onFailure(cause);
    } finally {
      this.#flushing = undefined;
    }
  }
}
