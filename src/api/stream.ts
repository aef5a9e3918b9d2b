/**
 * Bytes that flow between a caller and a hypervisor: consoles, screenshots, volumes.
 *
 * @module
 */

import type { DriverStream, StreamChunk } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import type { Session } from "./session.ts";

/** The most bytes that are read at once where the caller named no other limit. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A flow of bytes, in one direction or both. Whoever opened it ends it: {@linkcode Stream.finish} where everything was
 * right, {@linkcode Stream.abort} otherwise. What is still open is aborted when the connection closes.
 */
export class Stream implements AsyncDisposable {
  /** From the hypervisor; absent where nothing comes from there. It ends where the data end. */
  readonly readable?: ReadableStream<StreamChunk>;
  /** To the hypervisor; absent where nothing goes there. */
  readonly writable?: WritableStream<StreamChunk>;
  readonly #session: Session;
  readonly #flow: DriverStream;
  #ended = false;

  /** @internal */
  constructor(session: Session, flow: DriverStream) {
    this.#session = session;
    this.#flow = flow;
    if (flow.readable !== undefined) this.readable = flow.readable;
    if (flow.writable !== undefined) this.writable = flow.writable;
    session.life.add(this, () => flow.abort("the connection was closed"));
  }

  /** All bytes until the end, holes as zeros. Throws `VIR_ERR_OVERFLOW` where they are more than `maxBytes`. */
  async readAll(options: { readonly maxBytes?: number } = {}): Promise<Uint8Array> {
    const maxBytes = options.maxBytes ?? MAX_BYTES;
    if (this.readable === undefined) throw new VirtError("VIR_ERR_OPERATION_INVALID", "this stream only takes data");
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.readable) {
      size += chunk instanceof Uint8Array ? chunk.length : chunk.hole;
      if (size > maxBytes) throw new VirtError("VIR_ERR_OVERFLOW", `the stream holds more than ${maxBytes} bytes`);
      chunks.push(chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk.hole));
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  /** Resolves when everything that was written has arrived; throws what went wrong since (`virStreamFinish`). */
  async finish(): Promise<void> {
    this.#end();
    await this.#session.run("virStreamFinish", () => this.#flow.finish());
  }

  /** Ends the flow at once, without a promise about what has arrived (`virStreamAbort`). */
  async abort(reason?: unknown): Promise<void> {
    this.#end();
    await this.#session.run("virStreamAbort", () => this.#flow.abort(reason));
  }

  /** Aborts what was not finished at the end of an `await using` block. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#ended) await this.abort();
  }

  #end(): void {
    this.#ended = true;
    this.#session.life.forget(this);
  }
}
