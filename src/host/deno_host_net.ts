/**
 * Connections of this machine: unix sockets and TCP by the runtime; TLS by its `node:tls`, which alone can leave a
 * server's certificate unchecked where a person asked for that.
 *
 * @module
 */

import type { ByteConnection, Net, NetAddress, TlsTrust } from "./host.ts";

/** The network of this machine. */
export function denoNet(): Net {
  return { connectUnix, connectTcp, connectTls };
}

async function connectUnix(path: string, { signal }: { signal?: AbortSignal } = {}): Promise<ByteConnection> {
  signal?.throwIfAborted();
  try {
    return overConn(await Deno.connect({ transport: "unix", path }));
  } catch (error) {
    throw placed(error, `"${path}"`);
  }
}

async function connectTcp(
  { host, port }: NetAddress,
  { signal }: { signal?: AbortSignal } = {},
): Promise<ByteConnection> {
  try {
    const conn = await Deno.connect({ hostname: host, port, ...(signal === undefined ? {} : { signal }) });
    conn.setNoDelay();
    return overConn(conn);
  } catch (error) {
    throw placed(error, `${host}, port ${port}`);
  }
}

async function connectTls(
  { host, port }: NetAddress,
  { ca, identity, serverName = host, verify = true }: TlsTrust,
  { signal }: { signal?: AbortSignal } = {},
): Promise<ByteConnection> {
  signal?.throwIfAborted();
  const [{ connect }, { Duplex }] = await Promise.all([import("node:tls"), import("node:stream")]);
  const socket = connect({
    host,
    port,
    rejectUnauthorized: verify,
    // An address is no name that may be told to a server (RFC 6066).
    ...(/^[\d.]+$|:/.test(serverName) ? {} : { servername: serverName }),
    ...(ca === undefined ? {} : { ca }),
    ...(identity === undefined ? {} : { cert: identity.certificate, key: identity.key }),
  });
  const ready = Promise.withResolvers<void>();
  const abort = (): void => ready.reject(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  socket.once("secureConnect", () => ready.resolve());
  socket.once("error", (error) => ready.reject(error));
  try {
    await ready.promise;
  } catch (error) {
    socket.destroy();
    throw placed(error, `${host}, port ${port}`);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  const { readable, writable } = Duplex.toWeb(socket) as unknown as ByteConnection;
  return {
    readable,
    writable,
    [Symbol.asyncDispose](): Promise<void> {
      socket.destroy();
      return Promise.resolve();
    },
  };
}

function overConn(conn: Deno.Conn): ByteConnection {
  return {
    readable: conn.readable,
    writable: conn.writable,
    [Symbol.asyncDispose](): Promise<void> {
      try {
        conn.close();
      } catch (error) {
        // Both of its streams were closed, and it with them.
        if (!(error instanceof Deno.errors.BadResource)) return Promise.reject(error);
      }
      return Promise.resolve();
    },
  };
}

/** The same error, with the place in its text. */
function placed(error: unknown, place: string): unknown {
  if (!(error instanceof Error)) return error;
  error.message = `Cannot connect to ${place}: ${error.message}`;
  return error;
}
