/**
 * The QMP client: commands go out in the order of the calls without waiting for answers, answers find their call by id.
 *
 * QEMU reads its monitor a byte at a time, so commands are written without any space; and it runs them in order, so the
 * first one without an answer is the one to suspect when QEMU dies.
 *
 * @module
 */

import { QmpBrokenError } from "./broken.ts";
import { QmpFramer } from "./framer.ts";
import { parseMessage, type QmpEvent, type QmpGreeting, type QmpMessage } from "./parse_message.ts";
import { QmpError, type QmpSession } from "./session.ts";

/** The two byte streams of a monitor: a child's pipes, or the halves of a socket. */
export interface QmpStreams {
  /** What QEMU reads. */
  readonly stdin: WritableStream<Uint8Array>;
  /** What QEMU prints. */
  readonly stdout: ReadableStream<Uint8Array>;
}

/** A command and its arguments. */
export interface QmpCommand {
  readonly command: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** How to talk. */
export interface QmpClientOptions {
  /** Ends the conversation when it fires: a deadline, or a caller who does not want to know any more. */
  readonly signal?: AbortSignal;
  /** @default {67108864} */
  readonly maxMessageBytes?: number;
  /** Is told of every event; what it throws breaks the session. */
  readonly onEvent?: (event: QmpEvent) => void;
}

interface PendingCommand extends QmpCommand {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A conversation with one monitor. Capabilities are negotiated by the client itself, ahead of the first command, which
 * may be given before the greeting has come.
 */
export class QmpClient implements QmpSession, AsyncDisposable {
  /** What QEMU said first, once it has taken our answer to it. Fails when the session breaks before. */
  readonly greeting: Promise<QmpGreeting>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #framer: QmpFramer;
  readonly #onEvent: (event: QmpEvent) => void;
  readonly #pending = new Map<number, PendingCommand>();
  readonly #reading: Promise<void>;
  readonly #release: () => void;
  #greeting: QmpGreeting | undefined;
  #unsent: string[] = [];
  #nextId = 0;
  #writeFailure: unknown;
  #broken: QmpBrokenError | undefined;

  constructor(streams: QmpStreams, options: QmpClientOptions = {}) {
    this.#writer = streams.stdin.getWriter();
    this.#reader = streams.stdout.getReader();
    // A pipe that breaks is told by the end of the other direction.
    this.#writer.closed.catch(() => {});
    this.#framer = new QmpFramer(options);
    this.#onEvent = options.onEvent ?? ignoreEvent;
    const abort = (): void => this.#break(abortError(options.signal?.reason));
    options.signal?.addEventListener("abort", abort, { once: true });
    this.#release = () => options.signal?.removeEventListener("abort", abort);
    this.greeting = this.execute("qmp_capabilities").then(() => this.#requireGreeting());
    this.greeting.catch(() => {});
    this.#reading = this.#read();
    if (options.signal?.aborted === true) abort();
  }

  /** The commands that have no answer yet, oldest first: those that were outstanding when a session broke. */
  get unanswered(): readonly QmpCommand[] {
    return [...this.#pending.values()].map(({ command, args }) => args === undefined ? { command } : { command, args });
  }

  /** True once QEMU has greeted. */
  get greeted(): boolean {
    return this.#greeting !== undefined;
  }

  /** Throws {@linkcode QmpBrokenError} when the session is broken or breaks before the answer. */
  execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#pending.set(id, { command, ...args !== undefined && { args }, resolve, reject });
    this.#send(`${JSON.stringify({ execute: command, ...args !== undefined && { arguments: args }, id })}\n`);
    return promise;
  }

  /** Ends the conversation; what has no answer fails. The streams are cancelled, whatever state they are in. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#break(new QmpBrokenError("aborted", "The QMP session was closed"));
    await this.#reading;
    await this.#writer.abort().catch(() => {});
  }

  /** Commands that are given in one turn leave in one write. */
  #send(line: string): void {
    this.#unsent.push(line);
    if (this.#unsent.length > 1) return;
    queueMicrotask(() => {
      const bytes = new TextEncoder().encode(this.#unsent.join(""));
      this.#unsent = [];
      if (this.#broken !== undefined) return;
      this.#writer.write(bytes).catch((error) => this.#writeFailure ??= error);
    });
  }

  async #read(): Promise<void> {
    try {
      while (this.#broken === undefined) {
        const { done, value } = await this.#reader.read();
        if (done) throw this.#closedError();
        for (const text of this.#framer.push(value)) this.#take(parseMessage(text));
      }
    } catch (error) {
      this.#break(asBroken(error));
    }
    await this.#reader.cancel().catch(() => {});
  }

  #take(message: QmpMessage): void {
    if (this.#broken !== undefined) return;
    if (message.type === "event") return this.#onEvent(message.event);
    if (message.type === "greeting") {
      this.#greeting = message.greeting;
      return;
    }
    const pending = typeof message.id === "number" ? this.#pending.get(message.id) : undefined;
    if (pending === undefined || typeof message.id !== "number") {
      const what = message.type === "error" ? `: ${message.description}` : "";
      throw new QmpBrokenError("protocol", `QEMU answered what it was not asked${what}`);
    }
    this.#pending.delete(message.id);
    if (message.type === "return") return pending.resolve(message.value);
    pending.reject(new QmpError(pending.command, message.errorClass, message.description));
  }

  #requireGreeting(): QmpGreeting {
    if (this.#greeting !== undefined) return this.#greeting;
    const error = new QmpBrokenError("protocol", "QEMU answered before it greeted");
    this.#break(error);
    throw error;
  }

  #closedError(): QmpBrokenError {
    const where = this.#framer.midMessage
      ? "in the middle of a message"
      : this.#greeting === undefined
      ? "before its greeting"
      : "before it had answered everything";
    return new QmpBrokenError("closed", `QEMU closed the monitor ${where}`, {
      ...this.#writeFailure !== undefined && { cause: this.#writeFailure },
    });
  }

  /** Keeps what is pending in the map, so that it can be asked for afterwards. */
  #break(error: QmpBrokenError): void {
    if (this.#broken !== undefined) return;
    this.#broken = error;
    this.#release();
    for (const { reject } of this.#pending.values()) reject(error);
    // Wakes the reading loop where it waits for more.
    this.#reader.cancel().catch(() => {});
  }
}

function ignoreEvent(): void {}

function abortError(reason: unknown): QmpBrokenError {
  const why = reason instanceof Error ? reason.message : "it was aborted";
  return new QmpBrokenError("aborted", `The QMP session was ended: ${why}`, { cause: reason });
}

function asBroken(error: unknown): QmpBrokenError {
  if (error instanceof QmpBrokenError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new QmpBrokenError("closed", `Cannot read from the monitor: ${why}`, { cause: error });
}
