/**
 * The listen calls of libvirt's door: unix sockets, sockets of systemd, loopback TCP, TLS.
 *
 * @module
 */

import { createServer, type Server, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Identity } from "../api/access.ts";
import { type Log, silentLog } from "../base/log.ts";
import type { Host, SocketPeer } from "../host/host.ts";
import { publishSocket, type SocketOptions } from "../host/publish_socket.ts";
import type { AuthenticationMethod } from "./auth/authentication.ts";
import type { OpenConnection } from "./client_session.ts";
import { Lobby, type LobbyLimits } from "./lobby.ts";
import { matchesName } from "./match_name.ts";
import type { InheritedSocket } from "./parse_listen_fds.ts";
import { identityOf, provenReadPeer } from "./serve_peer.ts";
import { socketTransport } from "./serve_socket.ts";
import {
  createTlsServer,
  distinguishedName,
  proveClientsNeedCertificates,
  type TlsIdentity,
  welcome,
} from "./serve_tls.ts";
import type { ServeClient } from "./serve_client.ts";
import type { Peer } from "./transport.ts";

/** What clients of one listener have to prove. */
interface Guarded {
  readonly authentication: AuthenticationMethod;
}

/** A unix socket of the door. */
export interface UnixListener extends SocketOptions, Guarded {
  /** When true its clients may only read. @default {false} */
  readonly readOnly?: boolean;
}

/** A TCP address of the door. */
export interface TcpListener extends Guarded {
  readonly hostname: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A TLS address of the door. */
export interface TlsListener extends TcpListener {
  readonly identity: TlsIdentity;
  /** Patterns of the distinguished names that may come in; left out, everyone the authority knows. */
  readonly allowedNames?: readonly string[];
}

/** Where the door is, and what is behind it. */
export interface ServeOptions {
  readonly host: Host;
  readonly open: OpenConnection;
  /** @default {silentLog} */
  readonly log?: Log;
  readonly limits?: LobbyLimits;
  readonly unix?: readonly UnixListener[];
  readonly inherited?: readonly (InheritedSocket & Guarded)[];
  readonly tcp?: TcpListener;
  readonly tls?: TlsListener;
}

/** A door that is open. */
export interface RpcServer extends AsyncDisposable {
  /** Where it listens: paths, and addresses with their ports. */
  readonly places: readonly string[];
  /** Clients that are there now. */
  readonly clients: number;
  /** Lets nobody in any more, and ends the clients. Stopping again does nothing. */
  stop(): Promise<void>;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Opens the door. Throws where it cannot listen, or not as it was asked to. */
export async function serveRpc(options: ServeOptions): Promise<RpcServer> {
  const door = new Door(options);
  try {
    await door.listen();
  } catch (error) {
    await door.stop();
    throw error;
  }
  return door;
}

class Door implements RpcServer {
  readonly places: string[] = [];
  readonly #options: ServeOptions;
  readonly #log: Log;
  readonly #lobby: Lobby;
  /** All that clients need; most hosts have none for most of the time, and save the memory. */
  #serveClient: Promise<ServeClient> | undefined;
  readonly #stops: (() => Promise<void>)[] = [];
  readonly #ending = new AbortController();
  readonly #sessions = new Set<Promise<void>>();
  #readPeer: ((socket: Socket) => SocketPeer | undefined) | undefined;

  constructor(options: ServeOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#lobby = new Lobby(options.limits);
  }

  get clients(): number {
    return this.#lobby.size;
  }

  async listen(): Promise<void> {
    const { host, unix = [], inherited = [], tcp, tls } = this.#options;
    if (unix.length + inherited.length > 0) this.#readPeer = await this.#proveReadPeer();
    for (const listener of unix) await this.#listenUnix(host, listener);
    for (const listener of inherited) {
      const server = createServer({ noDelay: true }, (socket) => this.#acceptUnix(socket, listener));
      await this.#start(server, { fd: listener.fd });
      this.places.push(`descriptor ${listener.fd}`);
    }
    if (tcp !== undefined) await this.#listenTcp(tcp);
    if (tls !== undefined) await this.#listenTls(tls);
  }

  async #proveReadPeer(): Promise<((socket: Socket) => SocketPeer | undefined) | undefined> {
    const { host, unix = [], inherited = [] } = this.#options;
    const read = await provenReadPeer(host).catch(() => undefined);
    if (read !== undefined) return read;
    if ([...unix, ...inherited].some(({ authentication }) => authentication.kind === "polkit")) {
      throw new Error(
        "Cannot ask polkit about clients: who they are is not known here; choose another way of authentication",
      );
    }
    this.#log.warn("Clients of unix sockets stay unknown: access rests on the modes of the sockets");
    return undefined;
  }

  async #listenUnix(host: Host, listener: UnixListener): Promise<void> {
    const server = createServer({ noDelay: true }, (socket) => this.#acceptUnix(socket, listener));
    this.#stops.push(
      await publishSocket(host, listener, async (path) => {
        await listenAt(server, { path });
        return () => closeServer(server);
      }),
    );
    this.places.push(listener.path);
  }

  async #listenTcp(listener: TcpListener): Promise<void> {
    if (!LOOPBACK.test(listener.hostname)) {
      throw new Error(`Cannot listen on "${listener.hostname}" without TLS: only loopback addresses are served so`);
    }
    const server = createServer({ noDelay: true }, (socket) => {
      this.#accept(socket, { peer: { identity: {}, secure: false }, authentication: listener.authentication });
    });
    await this.#start(server, { host: listener.hostname, port: listener.port });
    this.places.push(placeOf(server, listener.hostname));
  }

  async #listenTls(listener: TlsListener): Promise<void> {
    await proveClientsNeedCertificates(listener.identity);
    const server = createTlsServer(listener.identity, (socket) => this.#acceptTls(socket, listener));
    await this.#start(server, { host: listener.hostname, port: listener.port });
    this.places.push(placeOf(server, listener.hostname));
  }

  async #start(server: Server, where: { fd: number } | { host: string; port: number }): Promise<void> {
    await listenAt(server, where);
    this.#stops.push(() => closeServer(server));
  }

  #acceptUnix(socket: Socket, { readOnly, authentication }: Guarded & { readonly readOnly?: boolean }): void {
    const process = this.#readPeer?.(socket);
    const known = process === undefined ? { identity: {} } : { identity: identityOf(process), process };
    this.#accept(socket, { peer: { ...known, secure: true }, authentication, readOnly: readOnly ?? false });
  }

  #acceptTls(socket: TLSSocket, { allowedNames, authentication }: TlsListener): void {
    const name = distinguishedName(socket);
    const allowed = name !== undefined && (allowedNames?.some((pattern) => matchesName(pattern, name)) ?? true);
    if (!socket.authorized || !allowed) {
      this.#log.warn("A client's certificate is not allowed", { name });
      return void socket.destroy();
    }
    welcome(socket);
    const identity: Identity = { "x509-distinguished-name": name };
    this.#accept(socket, { peer: { identity, secure: true }, authentication });
  }

  #accept(
    socket: Socket,
    { peer, authentication, readOnly = false }: Guarded & { readonly peer: Peer; readonly readOnly?: boolean },
  ): void {
    const guest = this.#ending.signal.aborted ? undefined : this.#lobby.enter();
    if (guest === undefined) {
      this.#log.warn("A client was turned away: there are too many", { clients: this.#lobby.size });
      return void socket.destroy();
    }
    const { host, open } = this.#options;
    this.#serveClient ??= import("./serve_client.ts").then(({ createServeClient }) => createServeClient());
    const client = {
      transport: socketTransport(socket),
      peer,
      open,
      authentication,
      readOnly,
      clock: host.clock,
      log: this.#log,
      onAuthenticated: guest.known,
    };
    const session = this.#serveClient.then((serve) => serve(client, this.#ending.signal)).finally(() => {
      guest.leave();
      this.#sessions.delete(session);
    });
    this.#sessions.add(session);
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#stops.splice(0).map((stop) => stop()));
    await Promise.allSettled(this.#sessions);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

type Place = { readonly path: string } | { readonly fd: number } | { readonly host: string; readonly port: number };

function listenAt(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(place, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function placeOf(server: Server, hostname: string): string {
  const { port } = server.address() as { readonly port: number };
  return `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}
