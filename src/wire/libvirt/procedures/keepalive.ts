/**
 * The program that asks whether the other side is still there.
 *
 * @module
 */

import { event } from "./procedure.ts";

/** Is anybody there, and yes. */
export const keepaliveEvents = {
  KEEPALIVE_PING: event(1, {}, { program: "keepalive" }),
  KEEPALIVE_PONG: event(2, {}, { program: "keepalive" }),
};
