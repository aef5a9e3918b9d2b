/**
 * A message: what its header says, and its payload, still as bytes.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { HEADER_BYTES, MAX_DESCRIPTORS } from "./programs.ts";

/** What a message is. On the wire 0 call, 1 reply, 2 event, 3 stream, 6 hole; 4 and 5 are 0 and 1 with descriptors. */
export type MessageType = "call" | "reply" | "event" | "stream" | "hole";

/** How it went. On the wire 0, 1, 2; "continue" is for stream data. */
export type MessageStatus = "ok" | "error" | "continue";

/** What stands before the payload. */
export interface MessageHeader {
  /** The program's number: {@linkcode PROGRAMS}. */
  readonly program: number;
  readonly version: number;
  readonly procedure: number;
  readonly type: MessageType;
  /** Chosen by the caller of a call; its reply and its stream copy it; 0 for events. */
  readonly serial: number;
  readonly status: MessageStatus;
  /** How many file descriptors follow; undefined for the types that cannot carry any. */
  readonly descriptors?: number | undefined;
}

/** A whole message. Its payload is a view: who keeps it beyond the framer's next step takes a copy. */
export interface Message extends MessageHeader {
  readonly payload: Uint8Array;
}

/** The types by their number on the wire, and whether a count of descriptors follows the header. */
const TYPES = [
  { type: "call", carries: false },
  { type: "reply", carries: false },
  { type: "event", carries: false },
  { type: "stream", carries: false },
  { type: "call", carries: true },
  { type: "reply", carries: true },
  { type: "hole", carries: false },
] as const satisfies readonly { readonly type: MessageType; readonly carries: boolean }[];

const STATUSES = ["ok", "error", "continue"] as const satisfies readonly MessageStatus[];

/** The number of a message's type on the wire. */
export function typeNumber({ type, descriptors }: MessageHeader): number {
  return TYPES.findIndex((row) => row.type === type && row.carries === (descriptors !== undefined));
}

/** The number of a status on the wire. */
export function statusNumber(status: MessageStatus): number {
  return STATUSES.indexOf(status);
}

/** Reads one whole message, its length field included. */
export function parseMessage(bytes: Uint8Array): Message {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES) throw broken("Unable to decode message header");
  const row = TYPES[view.getUint32(16)];
  const status = STATUSES[view.getUint32(24)];
  if (row === undefined || status === undefined) throw broken("Unable to decode message header");
  return {
    program: view.getUint32(4),
    version: view.getUint32(8),
    procedure: view.getInt32(12),
    type: row.type,
    serial: view.getUint32(20),
    status,
    descriptors: row.carries ? readDescriptors(view) : undefined,
    payload: bytes.subarray(row.carries ? HEADER_BYTES + 4 : HEADER_BYTES),
  };
}

function readDescriptors(view: DataView): number {
  if (view.byteLength < HEADER_BYTES + 4) throw broken("Unable to decode number of FDs");
  const count = view.getUint32(HEADER_BYTES);
  if (count > MAX_DESCRIPTORS) throw broken(`Received too many FDs ${count}, expected ${MAX_DESCRIPTORS} maximum`);
  return count;
}

/** What ends a connection: after bytes that are no message, nothing that follows can be trusted. */
export function broken(detail: string): VirtError {
  return new VirtError("VIR_ERR_RPC", detail, { domain: "VIR_FROM_RPC" });
}
