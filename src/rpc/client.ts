/**
 * What handlers see of the client that calls.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import type { Authentication } from "./auth/authentication.ts";
import type { EventRegistrations } from "./events/registrations.ts";
import type { ClientStreams } from "./streams.ts";
import type { Peer } from "./transport.ts";

/** A client of the door. */
export interface Client {
  readonly peer: Peer;
  readonly authentication: Authentication;
  readonly streams: ClientStreams;
  readonly events: EventRegistrations;
  /** What it has opened. Throws `VIR_ERR_INTERNAL_ERROR` before. */
  readonly connection: Connection;
  /** Throws where nothing is open, and gives what is. */
  requireOpen(): Connection;
  /** Opens what a URI names. Throws where something is open already. */
  open(uri: string | undefined, options: { readonly readOnly: boolean }): Promise<void>;
  /** Ends everything when what was said so far has left. */
  hangUp(): void;
  /** The client answers pings. */
  answersPings(): void;
  /** Another identity takes the place of what the transport knows, said by one who may say so. */
  actAs(identity: Peer["identity"]): void;
  /** Whether it wants to be told that the hypervisor is out of reach. */
  wantsCloseEvent: boolean;
}
