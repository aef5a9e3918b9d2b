/**
 * The keepalive program: a ping that the other side answers at once. Only who said that it knows it is pinged.
 *
 * @module
 */

import type { XdrEncoder } from "../xdr/encoder.ts";
import type { MessageHeader } from "./message.ts";
import { keepaliveEvents } from "./procedures/keepalive.ts";
import { PROGRAM_VERSION, PROGRAMS } from "./programs.ts";
import { writeMessage } from "./write_message.ts";

const PROCEDURES = {
  ping: keepaliveEvents.KEEPALIVE_PING.number,
  pong: keepaliveEvents.KEEPALIVE_PONG.number,
};

/** What a keepalive message is; undefined for messages that are none. */
export function keepaliveKind(header: MessageHeader): "ping" | "pong" | undefined {
  if (header.program !== PROGRAMS.keepalive || header.type !== "event") return undefined;
  if (header.procedure === PROCEDURES.ping) return "ping";
  return header.procedure === PROCEDURES.pong ? "pong" : undefined;
}

/** Appends a keepalive message. */
export function writeKeepalive(to: XdrEncoder, kind: "ping" | "pong"): void {
  writeMessage(to, {
    program: PROGRAMS.keepalive,
    version: PROGRAM_VERSION,
    procedure: PROCEDURES[kind],
    type: "event",
    serial: 0,
    status: "ok",
  });
}
