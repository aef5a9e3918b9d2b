/**
 * Putting a unix socket in its place: it is bound under another name, given its mode, and renamed, so that nobody meets
 * it half made. What an earlier run left behind is replaced only when nobody answers there.
 *
 * @module
 */

import type { Host } from "./host.ts";

/** A unix socket. */
export interface SocketOptions {
  /** Absolute path; its directory is made where it is missing, closed to others unless the socket is open to them. */
  readonly path: string;
  /** @default {0o600} */
  readonly mode?: number;
  /** Number of the group it is given to. */
  readonly gid?: number;
}

/** sun_path holds 108 bytes with the closing zero (unix(7)); the other name is four longer. */
const MAX_SOCKET_PATH = 103;

/**
 * Lets `listen` bind the socket, and puts it in its place. Gives the function that removes it and stops to listen.
 *
 * Throws where a socket is in use, its path is not a socket or too long.
 */
export async function publishSocket(
  host: Host,
  { path, mode = 0o600, gid }: SocketOptions,
  listen: (path: string) => Promise<() => Promise<void>>,
): Promise<() => Promise<void>> {
  const fresh = `${path}.new`;
  if (new TextEncoder().encode(path).length > MAX_SOCKET_PATH) {
    throw new Error(`The socket path "${path}" is longer than ${MAX_SOCKET_PATH} bytes: choose a shorter one`);
  }
  const directoryMode = (mode & 0o077) === 0 ? 0o700 : 0o755;
  await host.files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/", { mode: directoryMode });
  await requireFree(host, path);
  await requireFree(host, fresh);
  await host.files.remove(fresh);
  const close = await listen(fresh);
  try {
    await host.files.changeMode(fresh, mode);
    if (gid !== undefined) await host.files.changeOwner(fresh, host.env.uid, gid);
    const bound = await host.files.lstat(fresh);
    await host.files.rename(fresh, path);
    return async () => {
      const now = await host.files.lstat(path);
      if (now !== undefined && now.ino === bound?.ino && now.dev === bound.dev) await host.files.remove(path);
      await close();
    };
  } catch (error) {
    await close();
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
  if (await answers(host, path)) {
    throw new Error(`Cannot listen on "${path}": another program answers there; stop it or choose another path`);
  }
}

async function answers(host: Host, path: string): Promise<boolean> {
  try {
    await using _connection = await host.net.connectUnix(path);
    return true;
  } catch (error) {
    if (error instanceof Error && (error.name === "ConnectionRefused" || error.name === "NotFound")) return false;
    throw error;
  }
}
