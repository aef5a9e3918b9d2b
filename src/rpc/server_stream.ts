/**
 * One stream of a client: packets to and from a flow of bytes of the API.
 *
 * To the client one packet is on its way at a time; from the client so many bytes wait for the flow, and no more is
 * read. A stream is over with the client's word, "finish" or "abort", or with an error of ours.
 *
 * @module
 */

import type { StreamChunk } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import {
  type CallHeader,
  type Message,
  parseStreamPacket,
  STREAM_CHUNK_BYTES,
  writeStreamData,
  writeStreamError,
  writeStreamFinish,
  writeStreamHole,
} from "../wire/libvirt/mod.ts";
import { errorOnWire } from "./error_reply.ts";
import type { Outbox } from "./outbox.ts";

/** A flow of bytes; the API's streams are such. */
export interface Flow {
  readonly readable?: ReadableStream<StreamChunk>;
  readonly writable?: WritableStream<StreamChunk>;
  finish(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}

/** What a stream is made of. */
export interface ServerStreamOptions {
  readonly call: CallHeader;
  readonly flow: Flow;
  readonly outbox: Outbox;
  /** Whether holes go as holes. */
  readonly sparse: boolean;
  /** Called when it is over. */
  onEnd(): void;
}

/** Bytes of a client that may wait for the flow. */
const ENOUGH_WAITING = 4 * STREAM_CHUNK_BYTES;
/** Bytes that may wait for the client before the next packet is made. */
const ENOUGH_SENT = 2 * STREAM_CHUNK_BYTES;

/** One stream of a client. */
export class ServerStream {
  readonly #options: ServerStreamOptions;
  readonly #reader: ReadableStreamDefaultReader<StreamChunk> | undefined;
  readonly #writer: WritableStreamDefaultWriter<StreamChunk> | undefined;
  #waiting = 0;
  #over = false;
  #onRoom: (() => void)[] = [];

  constructor(options: ServerStreamOptions) {
    this.#options = options;
    this.#reader = options.flow.readable?.getReader();
    this.#writer = options.flow.writable?.getWriter();
    // A failure is told once, by the write or the read that meets it.
    this.#reader?.closed.catch(() => {});
    this.#writer?.closed.catch(() => {});
  }

  /** Whether so much of the client waits that no more should be read. */
  get full(): boolean {
    return this.#waiting >= ENOUGH_WAITING;
  }

  /** Resolves when it is not full any more. */
  room(): Promise<void> {
    return this.full ? new Promise((resolve) => this.#onRoom.push(resolve)) : Promise.resolve();
  }

  /** Begins to send: the reply to its call is on its way. */
  start(): void {
    if (this.#reader !== undefined && !this.#over) void this.#pump(this.#reader);
  }

  /** Takes a packet of the client. */
  receive(message: Message): void {
    if (this.#over) return;
    try {
      const packet = parseStreamPacket(message);
      switch (packet.kind) {
        case "data":
          return this.#take(packet.bytes.slice());
        case "hole":
          return this.#take({ hole: Number(packet.length) });
        case "finish":
          return void this.#finish();
        case "abort":
        case "error":
          return void this.#abort();
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends it with the connection, without a word to the client. */
  async end(reason: unknown): Promise<void> {
    if (this.#over) return;
    this.#close();
    await this.#options.flow.abort(reason).catch(() => {});
  }

  /** Ends it, and tells the client why. */
  fail(error: unknown): void {
    if (this.#over) return;
    this.#close();
    const { outbox, call, flow } = this.#options;
    writeStreamError(outbox.encoder, call, errorOnWire(error));
    outbox.schedule();
    flow.abort(error).catch(() => {});
  }

  #take(chunk: StreamChunk): void {
    if (chunk instanceof Uint8Array && chunk.length === 0) return;
    if (this.#writer === undefined) throw refused("stream is not writable");
    if (!(chunk instanceof Uint8Array) && !this.#options.sparse) throw refused("Unexpected stream hole");
    const size = chunk instanceof Uint8Array ? chunk.length : 1;
    this.#waiting += size;
    this.#writer.write(chunk).then(() => this.#taken(size), (error) => this.fail(error));
  }

  #taken(size: number): void {
    this.#waiting -= size;
    if (!this.full) this.#letGo();
  }

  #letGo(): void {
    for (const resolve of this.#onRoom.splice(0)) resolve();
  }

  async #pump(reader: ReadableStreamDefaultReader<StreamChunk>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (this.#over) return;
        if (done) break;
        if (value instanceof Uint8Array) await this.#send(value);
        else await this.#sendHole(value.hole);
      }
      const { outbox, call } = this.#options;
      if (this.#over) return;
      writeStreamData(outbox.encoder, call, new Uint8Array());
      outbox.schedule();
    } catch (error) {
      this.fail(error);
    }
  }

  async #send(bytes: Uint8Array): Promise<void> {
    const { outbox, call } = this.#options;
    for (let at = 0; at < bytes.length; at += STREAM_CHUNK_BYTES) {
      await outbox.drained(ENOUGH_SENT);
      if (this.#over) return;
      writeStreamData(outbox.encoder, call, bytes.subarray(at, at + STREAM_CHUNK_BYTES));
      outbox.schedule();
    }
  }

  async #sendHole(length: number): Promise<void> {
    const { outbox, call, sparse } = this.#options;
    if (!sparse) {
      const zeros = new Uint8Array(Math.min(length, STREAM_CHUNK_BYTES));
      for (let left = length; left > 0 && !this.#over; left -= zeros.length) {
        await this.#send(zeros.subarray(0, Math.min(left, zeros.length)));
      }
      return;
    }
    await outbox.drained(ENOUGH_SENT);
    if (this.#over) return;
    writeStreamHole(outbox.encoder, call, length);
    outbox.schedule();
  }

  async #finish(): Promise<void> {
    try {
      // What the client sent arrives before the end is agreed to.
      await this.#writer?.close();
      if (this.#over) return;
      this.#close();
      await this.#options.flow.finish();
      this.#agree();
    } catch (error) {
      if (!this.#over) return this.fail(error);
      const { outbox, call } = this.#options;
      writeStreamError(outbox.encoder, call, errorOnWire(error));
      outbox.schedule();
    }
  }

  async #abort(): Promise<void> {
    this.#close();
    await this.#options.flow.abort("the client gave up").catch(() => {});
    this.#agree();
  }

  #agree(): void {
    const { outbox, call } = this.#options;
    writeStreamFinish(outbox.encoder, call);
    outbox.schedule();
  }

  #close(): void {
    this.#over = true;
    this.#waiting = 0;
    this.#letGo();
    this.#options.onEnd();
    this.#reader?.cancel().catch(() => {});
  }
}

function refused(text: string): VirtError {
  return new VirtError("VIR_ERR_OPERATION_INVALID", text, { domain: "VIR_FROM_STREAMS" });
}
