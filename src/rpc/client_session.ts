/**
 * The session of one client: messages in, answers out, in any order; limits in both directions; an orderly end.
 *
 * Nothing here waits for another client, and one that does not read is not read from.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import type { Log } from "../base/log.ts";
import type { Clock } from "../host/host.ts";
import { VirtError } from "../model/error.ts";
import {
  eventProcedures,
  findProcedure,
  functionName,
  keepaliveKind,
  type Message,
  MessageFramer,
  PROGRAM_VERSION,
  PROGRAMS,
  writeErrorReply,
  writeEvent,
  writeKeepalive,
  writeReply,
} from "../wire/libvirt/mod.ts";
import { XdrDecoder } from "../wire/xdr/mod.ts";
import { Authentication, type AuthenticationMethod } from "./auth/authentication.ts";
import { Call } from "./call.ts";
import type { Client } from "./client.ts";
import { type DispatchTable, type Entry, errorDomainOfCall } from "./dispatch_table.ts";
import { connectionError, errorOnWire, rpcError, toVirtError } from "./error_reply.ts";
import { EventRegistrations } from "./events/registrations.ts";
import { Keepalive } from "./keepalive.ts";
import { Outbox } from "./outbox.ts";
import { ClientStreams } from "./streams.ts";
import type { Peer, Transport } from "./transport.ts";

/** Opens what a URI names for one client; the machine's own hypervisor where it names none. */
export type OpenConnection = (
  uri: string | undefined,
  options: { readonly readOnly: boolean; readonly identity: Peer["identity"]; readonly signal: AbortSignal },
) => Promise<Connection>;

/** What a session is for and with. */
export interface SessionOptions {
  readonly transport: Transport;
  readonly peer: Peer;
  readonly table: DispatchTable;
  readonly open: OpenConnection;
  readonly authentication: AuthenticationMethod;
  /** Whether the listener lets nobody change anything. */
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once when the client has proved who it is. */
  onAuthenticated?(): void;
}

/** Calls of one client that are worked on at the same time: as many as libvirt's daemon allows. */
const MAX_CALLS = 5;
/** Bytes that may wait for the client before nothing more is read from it. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** Milliseconds in which a client has to prove who it is. */
const AUTHENTICATION_MS = 60_000;

/** Serves one client until it is gone; resolves when everything of it has ended. */
export async function serveClient(options: SessionOptions, signal: AbortSignal): Promise<void> {
  await new ClientSession(options).run(signal);
}

/** The error for a procedure without a handler: libvirt's daemon knows it, or does not. */
function unanswered(program: number, procedure: number): VirtError {
  const name = findProcedure(program, procedure)?.name;
  const called = name === undefined ? undefined : functionName(name);
  if (called === undefined) return rpcError(`unknown procedure: ${procedure}`);
  return new VirtError("VIR_ERR_NO_SUPPORT", called, { domain: errorDomainOfCall(called) });
}

class ClientSession implements Client {
  readonly peer: Peer;
  readonly authentication: Authentication;
  readonly events: EventRegistrations;
  readonly streams: ClientStreams;
  wantsCloseEvent = false;
  readonly #options: SessionOptions;
  readonly #outbox: Outbox;
  readonly #framer = new MessageFramer();
  readonly #keepalive: Keepalive;
  readonly #ending = new AbortController();
  /** Mutable, for a trusted client may speak for another. */
  readonly #identity: Record<string, string | number | bigint>;
  #connection: Connection | undefined;
  #known = false;
  #opening = false;
  #calls = 0;
  #onCallEnd: (() => void) | undefined;
  #paused = false;
  #hangingUp = false;

  constructor(options: SessionOptions) {
    const { transport, peer, authentication, readOnly, clock } = options;
    this.#options = options;
    this.peer = peer;
    this.#identity = { ...peer.identity };
    this.authentication = new Authentication(authentication, { peer, readOnly });
    this.#noteAuthentication();
    this.#outbox = new Outbox({
      write: (bytes) => transport.write(bytes),
      onFailure: (reason) => this.#drop(reason.message),
    });
    this.events = new EventRegistrations(this.#outbox);
    this.streams = new ClientStreams(this.#outbox);
    this.#keepalive = new Keepalive({
      clock,
      ping: () => {
        writeKeepalive(this.#outbox.encoder, "ping");
        this.#outbox.schedule();
      },
      listening: () => !this.#paused,
      onDead: () => this.#drop("the client answers no pings"),
    });
  }

  get connection(): Connection {
    return this.requireOpen();
  }

  requireOpen(): Connection {
    if (this.#connection === undefined) throw connectionError("hypervisor connection not open");
    return this.#connection;
  }

  async open(uri: string | undefined, { readOnly }: { readonly readOnly: boolean }): Promise<void> {
    if (this.#connection !== undefined || this.#opening) throw connectionError("connection already open");
    this.#opening = true;
    const { signal } = this.#ending;
    try {
      const opened = await this.#options.open(uri, {
        readOnly: readOnly || this.#options.readOnly,
        identity: this.#identity,
        signal,
      });
      if (signal.aborted) await opened.close();
      else this.#use(opened);
    } finally {
      this.#opening = false;
    }
  }

  #use(opened: Connection): void {
    this.#connection = opened;
    opened.lost.then(() => {
      if (!this.wantsCloseEvent || this.#connection !== opened) return;
      const { program, number, message } = eventProcedures.CONNECT_EVENT_CONNECTION_CLOSED;
      const event = { program: PROGRAMS[program], procedure: number };
      writeEvent(this.#outbox.encoder, event, { codec: message, value: { reason: 0 } });
      this.#outbox.schedule();
    });
  }

  hangUp(): void {
    this.#hangingUp = true;
  }

  /** Lets the client in once it has proved who it is. */
  #noteAuthentication(): void {
    if (this.#known || !this.authentication.done) return;
    this.#known = true;
    const { user } = this.authentication;
    if (user !== undefined) this.#identity["sasl-user-name"] = user;
    this.#options.onAuthenticated?.();
  }

  async #awaitAuthentication(): Promise<void> {
    if (this.#known) return;
    await this.#options.clock.sleep(AUTHENTICATION_MS, { signal: this.#ending.signal }).catch(() => {});
    if (!this.#known) this.#drop("it did not say who it is");
  }

  answersPings(): void {
    this.#keepalive.start();
  }

  actAs(identity: Peer["identity"]): void {
    for (const name of Object.keys(this.#identity)) delete this.#identity[name];
    Object.assign(this.#identity, identity);
  }

  async run(signal: AbortSignal): Promise<void> {
    const stop = (): void => this.#drop("the door is closed");
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    void this.#awaitAuthentication();
    try {
      await this.#read();
    } catch (error) {
      // Bytes that are no message, or a connection that broke: there is nobody to tell.
      this.#options.log.debug("A client was left", { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      signal.removeEventListener("abort", stop);
      await this.#end();
    }
  }

  async #read(): Promise<void> {
    const { transport } = this.#options;
    while (!this.#ending.signal.aborted) {
      const chunk = await transport.read();
      if (chunk === undefined) return;
      this.#keepalive.heard();
      for (const message of this.#framer.push(chunk)) {
        this.#receive(message);
        if (this.#hangingUp) {
          this.#outbox.flush();
          return await this.#outbox.drained(1);
        }
        if (this.#mustWait()) await this.#wait();
      }
      this.#outbox.flush();
    }
  }

  #mustWait(): boolean {
    return this.#calls >= MAX_CALLS || this.#outbox.waiting > MAX_UNREAD_BYTES || this.streams.full;
  }

  async #wait(): Promise<void> {
    this.#paused = true;
    this.#outbox.flush();
    while (this.#mustWait() && !this.#ending.signal.aborted) {
      if (this.#calls >= MAX_CALLS) await new Promise<void>((resolve) => this.#onCallEnd = resolve);
      else if (this.streams.full) await this.streams.room();
      else await this.#outbox.drained(MAX_UNREAD_BYTES);
    }
    this.#paused = false;
  }

  #receive(message: Message): void {
    switch (message.type) {
      case "call":
        return this.#receiveCall(message);
      case "stream":
      case "hole":
        return this.streams.receive(message);
      case "event":
        if (keepaliveKind(message) === "ping") writeKeepalive(this.#outbox.encoder, "pong");
        return;
      case "reply":
        // Nobody asked the client anything.
        return;
    }
  }

  #receiveCall(message: Message): void {
    let entry: Entry;
    let result: unknown;
    let call: Call;
    try {
      entry = this.#entryOf(message);
      const args = entry.row.arguments.decode(new XdrDecoder(message.payload));
      if (entry.needsConnection) this.requireOpen();
      this.#requireWriting(entry, args);
      call = new Call(this, entry, message.serial);
      result = entry.handle(call, args);
    } catch (error) {
      return this.#refuse(message, error);
    }
    if (!(result instanceof Promise)) return this.#answer(call, result);
    this.#calls++;
    result.then(
      (value) => {
        this.#answer(call, value);
        this.#callEnded();
      },
      (error) => {
        this.#refuse(call.header, error);
        this.#callEnded();
      },
    );
  }

  #entryOf({ program, version, procedure, status, descriptors }: Message): Entry {
    const entries = version === PROGRAM_VERSION ? this.#options.table.get(program) : undefined;
    if (entries === undefined) throw rpcError(`Cannot find program ${program} version ${version}`);
    if (status !== "ok") throw rpcError(`Unexpected message status ${status === "error" ? 1 : 2}`);
    const entry = entries.get(procedure);
    if (entry === undefined) throw unanswered(program, procedure);
    if (!this.authentication.done && !entry.name.startsWith("AUTH_")) throw rpcError("authentication required");
    if (descriptors !== undefined && descriptors > 0) {
      throw new VirtError("VIR_ERR_ARGUMENT_UNSUPPORTED", `${entry.function}: file descriptors cannot be received`, {
        domain: "VIR_FROM_RPC",
      });
    }
    return entry;
  }

  #requireWriting({ row, writes, function: name, errorDomain }: Entry, args: unknown): void {
    if (this.#connection?.readOnly !== true) return;
    const { flags = 0 } = args as { readonly flags?: number };
    if (!writes && (flags & (row.writesWithFlags ?? 0)) === 0) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents ${name}`, { domain: errorDomain });
  }

  #answer(call: Call, value: unknown): void {
    const outbox = this.#outbox;
    this.#noteAuthentication();
    try {
      writeReply(outbox.encoder, call.header, { codec: call.entry.row.reply, value: value ?? {} });
    } catch (error) {
      return this.#refuse(call.header, error);
    }
    call.replied();
    outbox.schedule();
  }

  #refuse(header: Call["header"], thrown: unknown): void {
    const error = toVirtError(thrown);
    if (!(thrown instanceof VirtError)) {
      this.#options.log.error("A call failed in an unforeseen way", {
        procedure: header.procedure,
        reason: error.message,
      });
    }
    writeErrorReply(this.#outbox.encoder, header, errorOnWire(error));
    this.#outbox.schedule();
  }

  #callEnded(): void {
    this.#calls--;
    const resume = this.#onCallEnd;
    this.#onCallEnd = undefined;
    resume?.();
  }

  #drop(reason: string): void {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort(new Error(reason));
    this.#options.log.debug("A client is left", { reason });
    this.#onCallEnd?.();
    this.#outbox.close();
    this.#options.transport.close();
  }

  async #end(): Promise<void> {
    this.#keepalive.stop();
    this.events.end();
    this.#drop("it is gone");
    await this.streams.end();
    // A call that is still worked on holds what it needs; nobody waits for its answer.
    await this.#connection?.close().catch((error) => {
      this.#options.log.warn("A connection could not be closed", { reason: String(error) });
    });
  }
}
