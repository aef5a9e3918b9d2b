/**
 * Whether somebody serves a unix socket.
 *
 * @module
 */

import type { SocketState } from "./doctor/finding.ts";

/** Tries to connect to the socket and hangs up. */
export async function unixSocketState(path: string): Promise<SocketState> {
  try {
    (await Deno.connect({ transport: "unix", path })).close();
    return "serving";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "absent";
    if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable) return "denied";
    return "refused";
  }
}
