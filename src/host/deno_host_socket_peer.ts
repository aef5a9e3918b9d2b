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

type Getsockopt = (fd: number, value: DataView<ArrayBuffer>, length: Uint32Array<ArrayBuffer>) => number;

/**
 * Gives the function that reads the peer of a socket; undefined comes from it where foreign functions are not permitted,
 * or the socket is no unix socket. The C library is looked at once: every look leaves some memory behind.
 */
export function socketPeerReader(): (fd: number) => SocketPeer | undefined {
  let loaded: { readonly getsockopt: Getsockopt | undefined } | undefined;
  return (fd) => {
    if (!Number.isInteger(fd) || fd < 0) return undefined;
    const { getsockopt } = loaded ??= { getsockopt: loadGetsockopt() };
    const credentials = new DataView(new ArrayBuffer(UCRED_BYTES));
    const length = new Uint32Array([UCRED_BYTES]);
    if (getsockopt?.(fd, credentials, length) !== 0 || length[0] !== UCRED_BYTES) return undefined;
    const [pid, uid, gid] = [0, 4, 8].map((at) => credentials.getUint32(at, true)) as [number, number, number];
    // A socket that nobody ever connected to has no peer.
    return pid === 0 ? undefined : { pid, uid, gid };
  };
}

function loadGetsockopt(): Getsockopt | undefined {
  if (Deno.build.os !== "linux") return undefined;
  try {
    // Only the address is taken: the process itself keeps its C library loaded.
    const library = Deno.dlopen("libc.so.6", { getsockopt: { type: "pointer" } });
    const address = library.symbols.getsockopt as Deno.PointerObject<never>;
    library.close();
    const getsockopt = new Deno.UnsafeFnPointer(address, {
      parameters: ["i32", "i32", "i32", "buffer", "buffer"],
      result: "i32",
    });
    return (fd, value, length) => getsockopt.call(fd, SOL_SOCKET, SO_PEERCRED, value, length);
  } catch {
    return undefined;
  }
}
