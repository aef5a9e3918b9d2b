/**
 * Who is at the other end of a socket that was accepted.
 *
 * The runtime does not tell the file descriptor of a socket but in a field that nobody promises, so what is read through
 * it is proved at the start: where the proof fails, nobody is known, and access rests on the modes of the sockets.
 *
 * @module
 */

import { createServer, type Socket } from "node:net";
import type { Identity } from "../api/access.ts";
import type { Host, SocketPeer } from "../host/host.ts";
import { publishSocket } from "../host/publish_socket.ts";

/** Reads who is at the other end of a unix socket; undefined where that cannot be known. */
export type ReadPeer = (socket: Socket) => SocketPeer | undefined;

/** Gives the way to read peers, where it tells the truth about this process itself. */
export async function provenReadPeer(host: Host): Promise<ReadPeer | undefined> {
  const read: ReadPeer = (socket) => {
    const { fd } = (socket as unknown as { readonly _handle?: { readonly fd?: number } })._handle ?? {};
    return fd === undefined ? undefined : host.native.socketPeer(fd);
  };
  const directory = await host.files.makeTempDirectory({ prefix: "innkeeper-peer-" });
  const accepted = Promise.withResolvers<SocketPeer | undefined>();
  const server = createServer((socket) => {
    accepted.resolve(read(socket));
    socket.destroy();
  });
  try {
    const close = await publishSocket(
      host,
      { path: `${directory}/socket` },
      (path) =>
        new Promise((resolve, reject) => {
          server.once("error", reject);
          server.listen(path, () => resolve(() => new Promise((closed) => server.close(() => closed()))));
        }),
    );
    try {
      await using _connection = await host.net.connectUnix(`${directory}/socket`);
      const peer = await accepted.promise;
      return peer?.pid === host.env.pid && peer.uid === host.env.uid && peer.gid === host.env.gid ? read : undefined;
    } finally {
      await close();
    }
  } finally {
    await host.files.remove(directory, { recursive: true });
  }
}

/** What a policy is asked with about such a peer. */
export function identityOf({ pid, uid, gid }: SocketPeer): Identity {
  return { "unix-user-id": uid, "unix-group-id": gid, "process-id": pid };
}
