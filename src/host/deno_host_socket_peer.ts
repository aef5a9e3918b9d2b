/**
 * Who is at the other end of a unix socket: the kernel's own word, `SO_PEERCRED` (unix(7)).
 *
 * @module
 */

import type { SocketPeer } from "./host.ts";

const SOL_SOCKET = 1;
const SO_PEERCRED = 17;
/** `struct ucred`: three integers. */
const UCRED_BYTES = 12;

/** The peer of a socket; undefined where foreign functions are not permitted, or the socket is no unix socket. */
export function readSocketPeer(fd: number): SocketPeer | undefined {
  if (Deno.build.os !== "linux" || !Number.isInteger(fd) || fd < 0) return undefined;
  const credentials = new DataView(new ArrayBuffer(UCRED_BYTES));
  const length = new Uint32Array([UCRED_BYTES]);
  const status = callGetsockopt(fd, credentials, length);
  if (status !== 0 || length[0] !== UCRED_BYTES) return undefined;
  const [pid, uid, gid] = [0, 4, 8].map((at) => credentials.getUint32(at, true)) as [number, number, number];
  // A socket that nobody ever connected to has no peer.
  return pid === 0 ? undefined : { pid, uid, gid };
}

function callGetsockopt(fd: number, value: DataView<ArrayBuffer>, length: Uint32Array<ArrayBuffer>): number {
  try {
    const library = Deno.dlopen("libc.so.6", {
      getsockopt: { parameters: ["i32", "i32", "i32", "buffer", "buffer"], result: "i32" },
    });
    try {
      return library.symbols.getsockopt(fd, SOL_SOCKET, SO_PEERCRED, value, length);
    } finally {
      library.close();
    }
  } catch {
    return -1;
  }
}
