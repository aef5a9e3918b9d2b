/**
 * A network in memory: who listens where, and nobody else.
 *
 * @module
 */

import type { ByteConnection, Net, NetAddress } from "../../src/host/host.ts";

/** Serves one connection. */
export type FakeServer = (connection: ByteConnection) => void;

/** Connections to servers that a test has put in their places: a socket's path, or `host:port`. */
export class FakeNet implements Net {
  readonly #servers = new Map<string, FakeServer>();
  /** Every place somebody tried to connect to. */
  readonly attempts: string[] = [];

  /** Lets a server listen. */
  listen(place: string, server: FakeServer): void {
    this.#servers.set(place, server);
  }

  /** Takes a server away; those who are connected stay so. */
  close(place: string): void {
    this.#servers.delete(place);
  }

  connectUnix(path: string): Promise<ByteConnection> {
    return this.#connect(path);
  }

  connectTcp({ host, port }: NetAddress): Promise<ByteConnection> {
    return this.#connect(`${host}:${port}`);
  }

  connectTls({ host, port }: NetAddress): Promise<ByteConnection> {
    return this.#connect(`${host}:${port}`);
  }

  #connect(place: string): Promise<ByteConnection> {
    this.attempts.push(place);
    const server = this.#servers.get(place);
    if (server === undefined) {
      return Promise.reject(new Deno.errors.ConnectionRefused(`Connection refused: nobody listens at "${place}"`));
    }
    const [ours, theirs] = connectionPair();
    server(theirs);
    return Promise.resolve(ours);
  }
}

/** The two ends of a connection. */
export function connectionPair(): readonly [ByteConnection, ByteConnection] {
  const [there, back] = [new TransformStream<Uint8Array>(), new TransformStream<Uint8Array>()];
  return [end(back.readable, there.writable), end(there.readable, back.writable)];
}

function end(readable: ReadableStream<Uint8Array>, writable: WritableStream<Uint8Array>): ByteConnection {
  return {
    readable,
    writable,
    async [Symbol.asyncDispose](): Promise<void> {
      if (!writable.locked) await writable.abort().catch(() => {});
      if (!readable.locked) await readable.cancel().catch(() => {});
    },
  };
}
