/**
 * The listen calls of the HTTP door: a unix socket, and loopback TCP for callers with the token.
 *
 * A socket is bound under another name, given its mode, and renamed, so that nobody meets it half made. What an earlier
 * run left behind is replaced only when nobody answers there.
 *
 * @module
 */

import type { Agent } from "../agent/agent.ts";
import { type Log, silentLog } from "../base/log.ts";
import type { Host } from "../host/host.ts";
import { type App, createApp } from "./create_app.ts";
import { HttpMetrics } from "./http_metrics.ts";

/** Where and how to listen. At least one of `socket` and `tcp` is given. */
export interface ServeOptions {
  readonly agent: Agent;
  /** Version of this program. */
  readonly version: string;
  /** @default {silentLog} */
  readonly log?: Log;
  readonly socket?: SocketOptions;
  readonly tcp?: TcpOptions;
}

/** A unix socket. */
export interface SocketOptions {
  /** Absolute path; its directory is made with mode 0700 where it is missing. */
  readonly path: string;
  /** @default {0o600} */
  readonly mode?: number;
  /** Number of the group it is given to. */
  readonly gid?: number;
}

/** Loopback TCP. */
export interface TcpOptions {
  /** `127.0.0.1`, `::1` or `localhost`. */
  readonly hostname: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The bearer token that callers need; 16 characters at least. */
  readonly token: string;
}

/** What listens. */
export interface HttpServer extends AsyncDisposable {
  /** Path of the unix socket. */
  readonly socket?: string;
  /** The address of the page: `http://127.0.0.1:8642/`. */
  readonly url?: string;
  /** Takes no more requests, lets those that run end, and removes the socket. Stopping again does nothing. */
  stop(): Promise<void>;
}

/** sun_path holds 108 bytes with the closing zero (unix(7)); the other name is four longer. */
const MAX_SOCKET_PATH = 103;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
/** Milliseconds that running requests have to end. */
const PATIENCE_MS = 2_000;

/**
 * Starts to listen.
 *
 * Throws where a socket is in use, its path is not a socket or too long, or the address is not loopback.
 */
export async function serveHttp(options: ServeOptions): Promise<HttpServer> {
  const { agent, version, log = silentLog, socket, tcp } = options;
  const metrics = new HttpMetrics();
  if (socket === undefined && tcp === undefined) throw new Error("Nothing to listen on: give a socket or an address");
  if (tcp !== undefined) requireLoopback(tcp.hostname);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((one) => one()));
  };
  try {
    if (socket !== undefined) {
      stops.push(await listenUnix(createApp({ agent, version, log, metrics }), agent.host, socket));
    }
    const url = tcp && listenTcp(createApp({ agent, version, log, metrics, token: tcp.token }), tcp, stops);
    return {
      ...(socket === undefined ? {} : { socket: socket.path }),
      ...(url === undefined ? {} : { url }),
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listenUnix(
  app: App,
  host: Host,
  { path, mode = 0o600, gid }: SocketOptions,
): Promise<() => Promise<void>> {
  const fresh = `${path}.new`;
  if (new TextEncoder().encode(path).length > MAX_SOCKET_PATH) {
    throw new Error(`The socket path "${path}" is longer than ${MAX_SOCKET_PATH} bytes: choose a shorter one`);
  }
  await host.files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/", { mode: 0o700 });
  await requireFree(host, path);
  await requireFree(host, fresh);
  await host.files.remove(fresh);
  const server = Deno.serve({ path: fresh, onListen() {} }, app.fetch);
  try {
    await host.files.changeMode(fresh, mode);
    if (gid !== undefined) await host.files.changeOwner(fresh, host.env.uid, gid);
    const bound = await host.files.lstat(fresh);
    await host.files.rename(fresh, path);
    return async () => {
      const now = await host.files.lstat(path);
      if (now !== undefined && now.ino === bound?.ino && now.dev === bound.dev) await host.files.remove(path);
      await close(server);
    };
  } catch (error) {
    await close(server);
    await host.files.remove(fresh);
    throw error;
  }
}

/** Throws where something other than an abandoned socket is at the path. */
async function requireFree(host: Host, path: string): Promise<void> {
  const stat = await host.files.lstat(path);
  if (stat === undefined) return;
  if (stat.kind !== "socket") {
    throw new Error(`Cannot listen on "${path}": a ${stat.kind} is there; remove it or choose another path`);
  }
  if (await answers(path)) {
    throw new Error(`Cannot listen on "${path}": another program answers there; stop it or choose another path`);
  }
}

async function answers(path: string): Promise<boolean> {
  try {
    const connection = await Deno.connect({ transport: "unix", path });
    connection.close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused || error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function listenTcp(app: App, { hostname, port }: TcpOptions, stops: (() => Promise<void>)[]): string {
  const server = Deno.serve({ hostname, port, onListen() {} }, app.fetch);
  stops.push(() => close(server));
  const { hostname: bound, port: chosen } = server.addr;
  return `http://${bound.includes(":") ? `[${bound}]` : bound}:${chosen}/`;
}

function requireLoopback(hostname: string): void {
  if (LOOPBACK.test(hostname)) return;
  throw new Error(
    `Cannot listen on "${hostname}": only loopback addresses are served; put a server with TLS in front for others`,
  );
}

async function close(server: Deno.HttpServer): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, PATIENCE_MS);
  await Promise.race([server.shutdown(), late.promise]);
  clearTimeout(timer);
}
