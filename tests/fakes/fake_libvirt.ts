/**
 * A libvirt server in memory: it answers the procedures that a test names, and refuses the rest as a real one does.
 *
 * @module
 */

import type { ByteConnection } from "../../src/host/host.ts";
import { VirtError } from "../../src/model/error.ts";
import {
  type EventMessage,
  type EventProcedureName,
  eventProcedures,
  findProcedure,
  MessageFramer,
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureReply,
  PROGRAMS,
  readPayload,
  toRemoteError,
  writeErrorReply,
  writeEvent,
  writeReply,
} from "../../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../../src/wire/xdr/mod.ts";

/** What the server answers: a reply, or an error that is thrown. */
export type FakeAnswers = {
  readonly [N in ProcedureName]?: (args: ProcedureArguments<N>) => ProcedureReply<N> | Promise<ProcedureReply<N>>;
};

/** What every client asks before anything else. */
const OPENING: FakeAnswers = {
  AUTH_LIST: () => ({ types: [0] }),
  CONNECT_OPEN: () => {},
  CONNECT_CLOSE: () => {},
  CONNECT_SUPPORTS_FEATURE: () => ({ supported: 1 }),
  CONNECT_GET_URI: () => ({ uri: "test:///default" }),
  CONNECT_GET_TYPE: () => ({ type: "TEST" }),
};

/** A server whose `serve` takes connections, as `FakeNet.listen` hands them out. */
export class FakeLibvirt {
  readonly #answers: FakeAnswers;
  readonly #writers = new Set<WritableStreamDefaultWriter<Uint8Array>>();
  /** The procedures that were called, in order. */
  readonly calls: ProcedureName[] = [];

  constructor(answers: FakeAnswers = {}) {
    this.#answers = { ...OPENING, ...answers };
  }

  /** Serves one client. */
  readonly serve = ({ readable, writable }: ByteConnection): void => {
    const writer = writable.getWriter();
    this.#writers.add(writer);
    void this.#read(readable, writer).catch(() => {}).finally(() => this.#writers.delete(writer));
  };

  /** Tells every client of something. */
  async tell<N extends EventProcedureName>(name: N, message: EventMessage<N>): Promise<void> {
    const to = new XdrEncoder();
    const row = eventProcedures[name];
    const event = { program: PROGRAMS[row.program], procedure: row.number };
    writeEvent(to, event, { codec: row.message as never, value: message });
    for (const writer of this.#writers) await writer.write(to.bytes().slice());
  }

  /** Lets go of every client without a word. */
  async drop(): Promise<void> {
    for (const writer of [...this.#writers]) await writer.close().catch(() => {});
    this.#writers.clear();
  }

  async #read(readable: ReadableStream<Uint8Array>, writer: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
    const framer = new MessageFramer();
    for await (const chunk of readable) {
      for (const message of framer.push(chunk)) {
        const row = findProcedure(message.program, message.procedure);
        if (row === undefined || message.type !== "call") continue;
        this.calls.push(row.name);
        const { program, version, procedure, serial } = message;
        const args = readPayload(row.arguments, message.payload);
        const to = new XdrEncoder();
        try {
          const answer = this.#answers[row.name] as ((args: unknown) => unknown) | undefined;
          if (answer === undefined) throw unknownProcedure(procedure);
          writeReply(to, { program, version, procedure, serial }, { codec: row.reply, value: await answer(args) });
        } catch (error) {
          if (!(error instanceof VirtError)) throw error;
          writeErrorReply(to, { program, version, procedure, serial }, toRemoteError(error));
        }
        await writer.write(to.bytes().slice());
      }
    }
  }
}

function unknownProcedure(number: number): VirtError {
  return new VirtError("VIR_ERR_RPC", `unknown procedure: ${number}`, { domain: "VIR_FROM_RPC" });
}
