/**
 * The listen calls of the HTTP door: a unix socket, and loopback TCP for callers with the token.
 *
 * @module
 */

import type { Agent } from "../agent/agent.ts";
import { type Log, silentLog } from "../base/log.ts";
import { publishSocket, type SocketOptions } from "../host/publish_socket.ts";
import { type App, createApp } from "./create_app.ts";
import { HttpMetrics } from "./http_metrics.ts";

export type { SocketOptions };

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
      const app = createApp({ agent, version, log, metrics });
      stops.push(
        await publishSocket(agent.host, socket, (path) => {
          const server = Deno.serve({ path, onListen() {} }, app.fetch);
          return Promise.resolve(() => close(server));
        }),
      );
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
