/**
 * A conversation with a libvirt server: calls in any number at once, events, streams, and the answers to its pings.
 *
 * It knows neither sockets nor domains: it is handed two streams of bytes, and says what it was told.
 *
 * @module
 */

import { VirtError } from "../../../model/error.ts";
import { XdrDecoder, XdrEncoder } from "../../xdr/mod.ts";
import { fromRemoteError, remoteError } from "../error_struct.ts";
import { MessageFramer } from "../framer.ts";
import { keepaliveKind, writeKeepalive } from "../keepalive.ts";
import type { Message } from "../message.ts";
import { readPayload } from "../payload.ts";
import { findEventProcedure, type FoundEvent } from "../procedures/table.ts";
import { type ProcedureArguments, type ProcedureName, type ProcedureReply, procedures } from "../procedures/table.ts";
import { functionName } from "../procedures/function_name.ts";
import { PROGRAM_VERSION, PROGRAMS, STREAM_CHUNK_BYTES } from "../programs.ts";
import { parseStreamPacket, writeStreamAbort, writeStreamData, writeStreamFinish, writeStreamHole } from "../stream.ts";
import { type CallHeader, writeCall } from "../write_message.ts";
import { ClientStream } from "./client_stream.ts";
import { Outbox } from "./outbox.ts";

/** The two directions of a way to a server. */
export interface ByteStreams {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

/** What the server said without being asked. */
export interface ServerEvent {
  readonly name: FoundEvent["name"];
  readonly message: unknown;
}

/** How to talk. */
export interface ClientOptions {
  /** Is told of every event; returns at once and throws nothing. */
  readonly onEvent?: (event: ServerEvent) => void;
}

/** A call that has no answer yet. */
interface Waiting {
  readonly name: ProcedureName;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A conversation with one server. */
export class LibvirtClient implements AsyncDisposable {
  /** Resolves when the conversation is over, with the reason. */
  readonly closed: Promise<VirtError>;
  readonly #onEvent: (event: ServerEvent) => void;
  readonly #outbox: Outbox;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #streams = new Map<number, ClientStream>();
  readonly #over = Promise.withResolvers<VirtError>();
  #room = Promise.withResolvers<void>();
  #serial = 0;
  #failure: VirtError | undefined;
  #packetsReceived = 0;

  constructor(streams: ByteStreams, options: ClientOptions = {}) {
    this.#onEvent = options.onEvent ?? (() => {});
    this.#reader = streams.readable.getReader();
    this.#outbox = new Outbox(streams.writable, (cause) => this.#fail(broken("Cannot write data", cause)));
    this.closed = this.#over.promise;
    void this.#read();
  }

  /** How many messages have come so far: whoever pings compares. */
  get packetsReceived(): number {
    return this.#packetsReceived;
  }

  /** Calls a procedure. Throws the server's error, or why it can no longer be reached. */
  async call<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<ProcedureReply<N>> {
    return await this.#send(name, args, options).reply;
  }

  /** Calls a procedure that opens a stream. */
  async open<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<{ readonly reply: ProcedureReply<N>; readonly stream: ClientStream }> {
    const { header, reply } = this.#send(name, args, options);
    // Its packets may come with the same bytes as the reply does.
    const stream = this.#addStream(header);
    try {
      return { reply: await reply, stream };
    } catch (error) {
      this.#streams.delete(header.serial);
      throw error;
    }
  }

  /** Asks whether the server is there; anything that comes afterwards says so. */
  ping(): void {
    if (this.#failure === undefined) this.#outbox.put((to) => writeKeepalive(to, "ping"));
  }

  /** Ends the conversation. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#fail(broken("the connection was closed"));
    await this.#outbox.close();
    await this.#reader.cancel().catch(() => {});
  }

  /** Ends the conversation because of something only the caller knows, as a ping without an answer. */
  giveUp(error: VirtError): void {
    this.#fail(error);
  }

  #send<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    { signal }: { readonly signal?: AbortSignal },
  ): { readonly header: CallHeader; readonly reply: Promise<ProcedureReply<N>> } {
    signal?.throwIfAborted();
    if (this.#failure !== undefined) throw this.#failure;
    const row = procedures[name];
    const serial = this.#nextSerial();
    const header = { program: PROGRAMS[row.program], version: PROGRAM_VERSION, procedure: row.number, serial };
    this.#outbox.put((to) => writeCall(to, header, { codec: row.arguments as never, value: args }));
    const { promise, resolve, reject } = Promise.withResolvers<ProcedureReply<N>>();
    // A caller who gives up leaves its place to the answer that will come.
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const settle = (): void => signal?.removeEventListener("abort", abort);
    this.#waiting.set(serial, {
      name,
      resolve: (value) => (settle(), resolve(value as ProcedureReply<N>)),
      reject: (error) => (settle(), reject(error)),
    });
    return { header, reply: promise };
  }

  #nextSerial(): number {
    const serial = this.#serial;
    this.#serial = (serial + 1) >>> 0;
    return serial;
  }

  #addStream(header: CallHeader): ClientStream {
    const send = (write: (to: XdrEncoder) => void): Promise<void> => {
      if (this.#failure !== undefined) return Promise.reject(this.#failure);
      this.#outbox.put(write);
      return this.#outbox.drained();
    };
    const stream = new ClientStream({
      sendData: async (bytes) => {
        for (let at = 0; at < bytes.length; at += STREAM_CHUNK_BYTES) {
          const piece = bytes.subarray(at, at + STREAM_CHUNK_BYTES);
          await send((to) => writeStreamData(to, header, piece));
        }
      },
      sendHole: (length) => send((to) => writeStreamHole(to, header, length)),
      sendFinish: () => send((to) => writeStreamFinish(to, header)),
      sendAbort: () => send((to) => writeStreamAbort(to, header)),
      roomAgain: () => this.#room.resolve(),
      forget: () => this.#streams.delete(header.serial),
    });
    this.#streams.set(header.serial, stream);
    return stream;
  }

  async #read(): Promise<void> {
    const framer = new MessageFramer();
    try {
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done) throw broken("the server closed the connection");
        for (const message of framer.push(value)) this.#take(message);
        await this.#waitForReaders();
      }
    } catch (error) {
      this.#fail(error instanceof VirtError ? error : broken("Cannot read data", error));
    }
  }

  /** One socket carries everything: while a stream's reader is far behind, it is left alone. */
  async #waitForReaders(): Promise<void> {
    while ([...this.#streams.values()].some((stream) => stream.full)) {
      this.#room = Promise.withResolvers<void>();
      await this.#room.promise;
    }
  }

  #take(message: Message): void {
    this.#packetsReceived += 1;
    switch (message.type) {
      case "reply":
        return this.#takeReply(message);
      case "event":
        return this.#takeEvent(message);
      case "stream":
      case "hole":
        return this.#takePacket(message);
      case "call":
        throw broken("the server sent a call");
    }
  }

  #takeReply({ serial, status, payload }: Message): void {
    const waiting = this.#waiting.get(serial);
    if (waiting === undefined) return;
    this.#waiting.delete(serial);
    try {
      if (status === "error") waiting.reject(errorOf(waiting.name, payload));
      else waiting.resolve(readPayload(procedures[waiting.name].reply as never, payload));
    } catch (error) {
      waiting.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #takeEvent(message: Message): void {
    const kind = keepaliveKind(message);
    if (kind === "ping") this.#outbox.put((to) => writeKeepalive(to, "pong"));
    if (kind !== undefined) return;
    const row = findEventProcedure(message.program, message.procedure);
    // A server that is newer than this program may tell of things nobody here knows.
    if (row === undefined) return;
    this.#onEvent({ name: row.name, message: readPayload(row.message, message.payload) });
  }

  #takePacket(message: Message): void {
    const stream = this.#streams.get(message.serial);
    if (stream === undefined) return;
    const packet = parseStreamPacket(message);
    if (packet.kind === "error") stream.fail(fromRemoteError(packet.error));
    else stream.take(packet);
  }

  #fail(error: VirtError): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
    this.#waiting.clear();
    for (const stream of [...this.#streams.values()]) stream.fail(error);
    this.#streams.clear();
    this.#room.resolve();
    this.#over.resolve(error);
  }
}

/** The error of a reply; a server that never heard of a procedure does not support it, which callers can handle. */
function errorOf(name: ProcedureName, payload: Uint8Array): VirtError {
  const error = fromRemoteError(remoteError.decode(new XdrDecoder(payload)));
  if (error.code !== "VIR_ERR_RPC" || !error.message.startsWith("unknown procedure")) return error;
  return new VirtError("VIR_ERR_NO_SUPPORT", functionName(name) ?? name, { domain: error.domain, cause: error });
}

function broken(detail: string, cause?: unknown): VirtError {
  return new VirtError("VIR_ERR_RPC", cause instanceof Error ? `${detail}: ${cause.message}` : detail, {
    domain: "VIR_FROM_RPC",
    hint: "Look whether the server is running, and connect again",
    ...(cause === undefined ? {} : { cause }),
  });
}
