/**
 * The link to a server: opened at once, kept alive, opened again by itself when it broke.
 *
 * A call that was under way when the link broke fails, for nobody knows whether it was carried out; the next one opens
 * the link again. While somebody wants events it is opened again in the background, too.
 *
 * @module
 */

import { backoffDelay } from "../../base/backoff.ts";
import { type Log, silentLog } from "../../base/log.ts";
import type { Host } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { ClientStream } from "../../wire/libvirt/client/client_stream.ts";
import type { ServerEvent } from "../../wire/libvirt/client/client.ts";
import type { ProcedureArguments, ProcedureName, ProcedureReply } from "../../wire/libvirt/mod.ts";
import type { CallOptions } from "../contract.ts";
import { type OpenServer, openServer } from "./open_server.ts";
import type { RemoteTarget } from "./parse_target.ts";

/** Milliseconds of silence after which a server is asked whether it is there. */
const PING_AFTER_MS = 5_000;
/** Questions without an answer after which it is not. */
const MAX_PINGS = 5;

/** Who wants to know of events, and of links that broke and came back. */
export interface LinkListener {
  /** Asks a server that was just opened for events. */
  begin(server: OpenServer): Promise<void>;
  /** An event. */
  take(event: ServerEvent): void;
  /** The link was away: events may be missing. */
  missed(reason: string): void;
}

/** What a link is made from. */
export interface LinkOptions {
  readonly host: Host;
  readonly target: RemoteTarget;
  readonly readOnly: boolean;
  /** @default {silentLog} */
  readonly log?: Log;
}

/** A link that is or can be open. */
export class Link implements AsyncDisposable {
  readonly #options: LinkOptions;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  #server: OpenServer | undefined;
  #opening: Promise<OpenServer> | undefined;
  #listener: LinkListener | undefined;
  #breaks = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
  }

  /** Opens the link where it is not; throws what is in the way. */
  async open({ signal }: CallOptions = {}): Promise<OpenServer> {
    if (this.#stopping.signal.aborted) throw closed();
    if (this.#server !== undefined) return this.#server;
    this.#opening ??= this.#open(signal).finally(() => {
      this.#opening = undefined;
    });
    return await this.#opening;
  }

  /** Calls a procedure. */
  async call<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: CallOptions = {},
  ): Promise<ProcedureReply<N>> {
    const { client } = this.#server ?? await this.open(options);
    return await client.call(name, args, options);
  }

  /** Calls a procedure that opens a stream. */
  async stream<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: CallOptions = {},
  ): Promise<{ readonly reply: ProcedureReply<N>; readonly stream: ClientStream }> {
    const { client } = await this.open(options);
    return await client.open(name, args, options);
  }

  /** Keeps the link open from now on, and tells of events. */
  async listen(listener: LinkListener): Promise<void> {
    this.#listener = listener;
    await listener.begin(await this.open());
  }

  /** Lets the link be closed until it is used. */
  ignore(): void {
    this.#listener = undefined;
  }

  /** Closes the link for good. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort(closed());
    const server = this.#server ?? await this.#opening?.catch(() => undefined);
    this.#server = undefined;
    if (server === undefined) return;
    // A server that is asked to close it answers at once, or is gone.
    const answered = new AbortController();
    const late = this.#options.host.clock.sleep(1_000, { signal: answered.signal }).catch(() => {});
    await Promise.race([server.client.call("CONNECT_CLOSE", {}).catch(() => {}), late]);
    answered.abort();
    await server[Symbol.asyncDispose]();
  }

  async #open(signal: AbortSignal | undefined): Promise<OpenServer> {
    const { host, target, readOnly } = this.#options;
    const signals = [this.#stopping.signal, ...(signal === undefined ? [] : [signal])];
    const server = await openServer(target, {
      host,
      readOnly,
      signal: AbortSignal.any(signals),
      onEvent: (event) => this.#listener?.take(event),
    });
    this.#server = server;
    void server.client.closed.then((reason) => this.#broke(server, reason));
    if (server.knowsKeepalive) void this.#keepAlive(server);
    if (this.#breaks > 0) await this.#listener?.begin(server);
    return server;
  }

  async #broke(server: OpenServer, reason: VirtError): Promise<void> {
    if (this.#server !== server) return;
    this.#server = undefined;
    this.#breaks += 1;
    if (this.#stopping.signal.aborted) return;
    this.#log.warn("The link to the server broke", { uri: server.uri, reason: reason.message });
    await server[Symbol.asyncDispose]();
    if (this.#listener !== undefined) await this.#comeBack(reason.message);
  }

  async #comeBack(reason: string): Promise<void> {
    const { signal } = this.#stopping;
    for (let attempt = 1; !signal.aborted && this.#listener !== undefined; attempt++) {
      try {
        await this.open();
        this.#log.info("The link to the server is back");
        this.#listener?.missed(reason);
        return;
      } catch (error) {
        this.#log.debug("The server does not answer yet", { reason: String(error) });
      }
      const wait = backoffDelay(attempt, { firstMs: 250, mostMs: 30_000 });
      await this.#options.host.clock.sleep(wait, { signal }).catch(() => {});
    }
  }

  async #keepAlive(server: OpenServer): Promise<void> {
    const { signal } = this.#stopping;
    let pings = 0;
    let seen = server.client.packetsReceived;
    while (this.#server === server && !signal.aborted) {
      await this.#options.host.clock.sleep(PING_AFTER_MS, { signal }).catch(() => {});
      const now = server.client.packetsReceived;
      pings = now === seen ? pings + 1 : 0;
      seen = now;
      if (this.#server !== server || signal.aborted) return;
      if (pings > MAX_PINGS) {
        return server.client.giveUp(
          new VirtError("VIR_ERR_RPC", "client socket is closed: connection closed due to keepalive timeout", {
            domain: "VIR_FROM_RPC",
          }),
        );
      }
      if (pings > 0) server.client.ping();
    }
  }
}

function closed(): VirtError {
  return new VirtError("VIR_ERR_INVALID_CONN", "the connection to the server was closed", {
    domain: "VIR_FROM_REMOTE",
  });
}
