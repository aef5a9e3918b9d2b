/**
 * One stream of a client: data in one direction or both, until either side says that it is done.
 *
 * @module
 */

import type { VirtError } from "../../../model/error.ts";
import type { StreamPacket } from "../stream.ts";
import { type ReceivedChunk, ReceiveQueue } from "./receive_stream.ts";

/** What a stream needs of the conversation it is part of. */
export interface StreamPort {
  /** Sends a packet and waits until it has left. */
  sendData(bytes: Uint8Array): Promise<void>;
  sendHole(length: number): Promise<void>;
  sendFinish(): Promise<void>;
  sendAbort(): Promise<void>;
  /** The reader has taken something: the socket may be read again. */
  roomAgain(): void;
  /** The stream is over, and its number may be forgotten. */
  forget(): void;
}

/** Bytes of received data that may wait for a reader. */
const RECEIVE_LIMIT = 4 * 1024 * 1024;

/** The client's end of a stream. */
export class ClientStream {
  readonly readable: ReadableStream<ReceivedChunk>;
  readonly writable: WritableStream<ReceivedChunk>;
  readonly #port: StreamPort;
  readonly #received: ReceiveQueue;
  readonly #over = Promise.withResolvers<void>();
  #state: "open" | "finishing" | "closed" = "open";

  constructor(port: StreamPort) {
    this.#port = port;
    this.#over.promise.catch(() => {});
    this.#received = new ReceiveQueue({
      limit: RECEIVE_LIMIT,
      onRoom: () => port.roomAgain(),
      onCancel: () => void this.abort().catch(() => {}),
    });
    this.readable = this.#received.readable;
    this.writable = new WritableStream<ReceivedChunk>({
      write: (chunk) => chunk instanceof Uint8Array ? port.sendData(chunk) : port.sendHole(chunk.hole),
      close: () => this.finish(),
      abort: () => this.abort(),
    });
  }

  /** Whether its reader is so far behind that the socket should rest. */
  get full(): boolean {
    return this.#received.full;
  }

  /** Says that nothing more will be sent, and resolves when the server agrees that all is well. */
  async finish(): Promise<void> {
    if (this.#state === "open") {
      this.#state = "finishing";
      await this.#port.sendFinish();
    }
    return await this.#over.promise;
  }

  /** Gives up; resolves when the server has taken note. */
  async abort(): Promise<void> {
    if (this.#state === "closed") return;
    const wasOpen = this.#state === "open";
    this.#state = "finishing";
    if (wasOpen) await this.#port.sendAbort();
    await this.#over.promise;
  }

  /** Takes a packet of the server. */
  take(packet: StreamPacket): void {
    switch (packet.kind) {
      case "data":
        if (packet.bytes.length > 0) this.#received.data(packet.bytes);
        else this.#received.end();
        return;
      case "hole":
        return this.#received.hole(packet.length);
      case "finish":
      case "abort":
        return this.#close();
    }
  }

  /** Ends it: the server, or the whole conversation, has failed. */
  fail(error: VirtError): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#received.fail(error);
    this.#over.reject(error);
    this.#port.forget();
  }

  #close(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#received.end();
    this.#over.resolve();
    this.#port.forget();
  }
}
