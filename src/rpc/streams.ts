/**
 * The streams of one client, by the serial of the call that opened each.
 *
 * @module
 */

import type { Message } from "../wire/libvirt/mod.ts";
import type { Call } from "./call.ts";
import type { Outbox } from "./outbox.ts";
import { type Flow, ServerStream } from "./server_stream.ts";

/** Milliseconds that a flow may take nothing of what the client sends before its stream is given up. */
const PATIENCE_MS = 60_000;

/** The streams of one client. */
export class ClientStreams {
  readonly #outbox: Outbox;
  readonly #bySerial = new Map<number, ServerStream>();
  #ended = false;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** Lets a stream begin with the reply to a call. */
  begin(call: Call, flow: Flow, options: { readonly sparse?: boolean } = {}): void {
    if (this.#ended) return void flow.abort("the client is gone").catch(() => {});
    const { header, serial } = call;
    const stream: ServerStream = new ServerStream({
      call: header,
      flow,
      outbox: this.#outbox,
      sparse: options.sparse ?? false,
      onEnd: () => {
        if (this.#bySerial.get(serial) === stream) this.#bySerial.delete(serial);
      },
    });
    this.#bySerial.get(serial)?.fail(call.invalid("the serial was used again"));
    this.#bySerial.set(serial, stream);
    call.afterReply(() => stream.start());
  }

  /** Takes a packet; one of a stream that is over is nobody's, and forgotten. */
  receive(message: Message): void {
    this.#bySerial.get(message.serial)?.receive(message);
  }

  /** Whether one of them has as much of the client as it may have. */
  get full(): boolean {
    if (this.#bySerial.size === 0) return false;
    return this.#bySerial.values().some((stream) => stream.full);
  }

  /** Waits until none is full; gives up those that take nothing. */
  async room(): Promise<void> {
    for (const stream of this.#bySerial.values()) {
      if (!stream.full) continue;
      const timer = setTimeout(() => stream.fail(new Error("The other end of the stream takes no data")), PATIENCE_MS);
      try {
        await stream.room();
      } finally {
        clearTimeout(timer);
      }
    }
  }

  /** Ends all of them with the connection. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#bySerial.values()].map((stream) => stream.end("the client is gone")));
  }
}
