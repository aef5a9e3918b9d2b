/**
 * What serves clients: the sessions with the table of all procedures. It is loaded when the first client comes.
 *
 * @module
 */

import { serveClient, type SessionOptions } from "./client_session.ts";
import { createDispatchTable } from "./dispatch_table.ts";
import { handlers } from "./handlers/mod.ts";

/** Serves one client until it leaves or the signal is aborted. */
export type ServeClient = (client: Omit<SessionOptions, "table">, signal: AbortSignal) => Promise<void>;

/** Gives what serves clients; all of them share one table. */
export function createServeClient(): ServeClient {
  const table = createDispatchTable(handlers);
  return (client, signal) => serveClient({ ...client, table }, signal);
}
