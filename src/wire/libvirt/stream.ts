/**
 * The packets of a stream: they carry the number and serial of the call that opened it, in both directions.
 *
 * A sender says that its data has ended by a packet without bytes; the client then finishes with "ok", which the server
 * answers with "ok" or an error. A client gives up with "error", which the server answers with "ok".
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { VirtError } from "../../model/error.ts";
import { XdrDecoder } from "../xdr/decoder.ts";
import type { XdrEncoder } from "../xdr/encoder.ts";
import { i64, struct, u32, undecodable } from "../xdr/mod.ts";
import { type RemoteError, remoteError } from "./error_struct.ts";
import type { Message, MessageHeader } from "./message.ts";
import { HEADER_BYTES, MAX_MESSAGE_BYTES } from "./programs.ts";
import { type CallHeader, writeMessage } from "./write_message.ts";

/** A stretch of zeros that is not sent (`virNetStreamHole`). */
export const streamHole = struct({ length: i64, flags: u32 });

/** What a packet of a stream says. */
export type StreamPacket =
  /** Data; none of it at its end. The bytes are a view of the message. */
  | { readonly kind: "data"; readonly bytes: Uint8Array }
  | { readonly kind: "hole"; readonly length: Integer64 }
  /** The client is done, or the server says that it is, too. */
  | { readonly kind: "finish" }
  /** The client gives up. */
  | { readonly kind: "abort" }
  /** The server gives up. */
  | { readonly kind: "error"; readonly error: RemoteError };

/** Reads a message of type "stream" or "hole". */
export function parseStreamPacket(message: Message): StreamPacket {
  const { type, status, payload } = message;
  if (status === "ok") return { kind: "finish" };
  if (status === "error") {
    if (payload.length === 0) return { kind: "abort" };
    return { kind: "error", error: remoteError.decode(new XdrDecoder(payload)) };
  }
  if (type !== "hole") return { kind: "data", bytes: payload };
  const { length } = streamHole.decode(new XdrDecoder(payload));
  if (length < 0) throw undecodable(`a hole of ${length} bytes`);
  return { kind: "hole", length };
}

/** Appends data; none of it says that there will be no more. */
export function writeStreamData(to: XdrEncoder, call: CallHeader, bytes: Uint8Array): void {
  const room = MAX_MESSAGE_BYTES - HEADER_BYTES;
  if (bytes.length > room) {
    throw new VirtError(
      "VIR_ERR_RPC",
      `Stream data too long to send (${bytes.length} bytes needed, ${room} bytes available)`,
      { domain: "VIR_FROM_RPC" },
    );
  }
  writeMessage(to, headerOf(call, { status: "continue" }), () => to.putRaw(bytes));
}

/** Appends a hole; only a stream that was opened as sparse takes it. */
export function writeStreamHole(to: XdrEncoder, call: CallHeader, length: Integer64): void {
  const header = headerOf(call, { type: "hole", status: "continue" });
  writeMessage(to, header, () => streamHole.encode(to, { length, flags: 0 }));
}

/** Appends the end of the stream, or the agreement to it. */
export function writeStreamFinish(to: XdrEncoder, call: CallHeader): void {
  writeMessage(to, headerOf(call, { status: "ok" }));
}

/** Appends that the client gives up. */
export function writeStreamAbort(to: XdrEncoder, call: CallHeader): void {
  writeMessage(to, headerOf(call, { status: "error" }));
}

/** Appends that the server gives up, and why. */
export function writeStreamError(to: XdrEncoder, call: CallHeader, error: RemoteError): void {
  writeMessage(to, headerOf(call, { status: "error" }), () => remoteError.encode(to, error));
}

type Kind = Partial<Pick<MessageHeader, "type">> & Pick<MessageHeader, "status">;

function headerOf({ program, version, procedure, serial }: CallHeader, kind: Kind): MessageHeader {
  return { program, version, procedure, serial, type: "stream", ...kind };
}
