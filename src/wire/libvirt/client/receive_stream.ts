/**
 * The receiving half of a stream: packets that came wait here for whoever reads.
 *
 * @module
 */

import type { Integer64 } from "../../../base/integer64.ts";

/** Bytes, or so many zeros that were not sent. */
export type ReceivedChunk = Uint8Array | { readonly hole: number };

/** Packets between the socket and a reader. */
export class ReceiveQueue {
  readonly readable: ReadableStream<ReceivedChunk>;
  readonly #onRoom: () => void;
  #controller!: ReadableStreamDefaultController<ReceivedChunk>;
  #ended = false;

  /** `limit` is how many bytes may wait before {@linkcode ReceiveQueue.full}; `onRoom` is called when some were read. */
  constructor({ limit, onRoom, onCancel }: {
    readonly limit: number;
    readonly onRoom: () => void;
    readonly onCancel: () => void;
  }) {
    this.#onRoom = onRoom;
    this.readable = new ReadableStream<ReceivedChunk>({
      start: (controller) => {
        this.#controller = controller;
      },
      pull: () => this.#onRoom(),
      cancel: () => {
        this.#ended = true;
        onCancel();
        this.#onRoom();
      },
    }, { highWaterMark: limit, size: (chunk) => chunk instanceof Uint8Array ? chunk.byteLength : 1 });
  }

  /** Whether the reader is so far behind that no more should be taken from the socket. */
  get full(): boolean {
    return !this.#ended && (this.#controller.desiredSize ?? 0) <= 0;
  }

  /** Takes data; the bytes are copied, for the message they are in will be overwritten. */
  data(bytes: Uint8Array): void {
    if (!this.#ended) this.#controller.enqueue(bytes.slice());
  }

  /** Takes a hole. */
  hole(length: Integer64): void {
    if (!this.#ended) this.#controller.enqueue({ hole: Number(length) });
  }

  /** There is no more. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#controller.close();
  }

  /** There is no more, and that is wrong. */
  fail(error: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#controller.error(error);
  }
}
