/**
 * What carries a client's bytes: the door is handed one for each client, and knows nothing else of sockets.
 *
 * @module
 */

import type { Identity } from "../api/access.ts";

/** A way to one client. */
export interface Transport {
  /** The next bytes, good until it is called again; undefined at the end. Little is read ahead of a call. */
  read(): Promise<Uint8Array | undefined>;
  /** Resolves when the bytes have left; until then they must not change. Called once at a time. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends both directions at once; a read that waits gives undefined. */
  close(): void;
}

/** Who is at the other end, as far as the transport knows. */
export interface Peer {
  /** What a policy is asked with. */
  readonly identity: Identity;
  /** The account of the process at the other end of a unix socket. */
  readonly process?: PeerProcess;
  /** Whether nobody else can read what is carried. */
  readonly secure: boolean;
}

/** The process at the other end of a unix socket, as the kernel vouches for it. */
export interface PeerProcess {
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
}
