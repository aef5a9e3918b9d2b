/**
 * A socket of `node:net` or `node:tls` as a transport: the runtime's own connections say nothing of who is at the other
 * end, and cannot be inherited from systemd.
 *
 * @module
 */

import type { Socket } from "node:net";
import type { Transport } from "./transport.ts";

/** Bytes that may lie here before nothing more is taken from the kernel: to stop and start again costs a call dearly. */
const READ_AHEAD_BYTES = 256 * 1024;

/** The transport of a socket, which must not have been read from. */
export function socketTransport(socket: Socket): Transport {
  const chunks: Uint8Array[] = [];
  let waiting = 0;
  let ended = false;
  let wake: (() => void) | undefined;
  const stir = (): void => {
    wake?.();
    wake = undefined;
  };
  const end = (): void => {
    ended = true;
    stir();
  };
  socket.on("data", (chunk: Uint8Array) => {
    chunks.push(chunk);
    waiting += chunk.length;
    if (waiting > READ_AHEAD_BYTES) socket.pause();
    stir();
  });
  socket.on("end", end);
  socket.on("close", end);
  socket.on("error", end);
  return {
    async read(): Promise<Uint8Array | undefined> {
      if (chunks.length === 0 && !ended) await new Promise<void>((resolve) => wake = resolve);
      const chunk = chunks.shift();
      waiting -= chunk?.length ?? 0;
      if (waiting <= READ_AHEAD_BYTES && socket.isPaused()) socket.resume();
      return chunk;
    },
    write(bytes): Promise<void> {
      return new Promise((resolve, reject) => socket.write(bytes, (error) => error ? reject(error) : resolve()));
    },
    close(): void {
      end();
      socket.destroy();
    },
  };
}
