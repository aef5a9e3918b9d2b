/**
 * Putting messages into an encoder, one behind the other, so that those of one turn leave in one write.
 *
 * @module
 */

import type { Codec } from "../xdr/codec.ts";
import type { XdrEncoder } from "../xdr/encoder.ts";
import { type RemoteError, remoteError } from "./error_struct.ts";
import { type MessageHeader, statusNumber, typeNumber } from "./message.ts";
import { MAX_MESSAGE_BYTES, PROGRAM_VERSION } from "./programs.ts";

/**
 * Appends a message whose payload `write` appends. Where that fails, the encoder is left as it was, so that another
 * message, which says so, can take its place.
 */
export function writeMessage(to: XdrEncoder, header: MessageHeader, write?: (to: XdrEncoder) => void): void {
  const begin = to.length;
  to.limit = begin + MAX_MESSAGE_BYTES;
  try {
    // The length is known only afterwards.
    to.putU32(0);
    to.putU32(header.program);
    to.putU32(header.version);
    to.putI32(header.procedure);
    to.putU32(typeNumber(header));
    to.putU32(header.serial);
    to.putU32(statusNumber(header.status));
    if (header.descriptors !== undefined) to.putU32(header.descriptors);
    write?.(to);
    to.patchU32(begin, to.length - begin);
  } catch (error) {
    to.truncate(begin);
    throw error;
  } finally {
    to.limit = Infinity;
  }
}

/** Which call a message belongs to. */
export type CallHeader = Pick<MessageHeader, "program" | "version" | "procedure" | "serial">;

/** A value and how it is written. */
export interface Body<T> {
  readonly codec: Codec<T>;
  readonly value: T;
  /** How many file descriptors the transport sends behind the message. */
  readonly descriptors?: number | undefined;
}

/** Appends a call. */
export function writeCall<T>(to: XdrEncoder, call: CallHeader, { codec, value, descriptors }: Body<T>): void {
  writeMessage(to, { ...headerOf(call), type: "call", status: "ok", descriptors }, () => codec.encode(to, value));
}

/** Appends the reply to a call. */
export function writeReply<T>(to: XdrEncoder, call: CallHeader, { codec, value, descriptors }: Body<T>): void {
  writeMessage(to, { ...headerOf(call), type: "reply", status: "ok", descriptors }, () => codec.encode(to, value));
}

/** Appends the refusal of a call. */
export function writeErrorReply(to: XdrEncoder, call: CallHeader, error: RemoteError): void {
  writeMessage(to, { ...headerOf(call), type: "reply", status: "error" }, () => remoteError.encode(to, error));
}

/** Appends an event: nobody's call, so its serial is 0. */
export function writeEvent<T>(
  to: XdrEncoder,
  event: Pick<MessageHeader, "program" | "procedure">,
  { codec, value }: Body<T>,
): void {
  const call = { program: event.program, version: PROGRAM_VERSION, procedure: event.procedure, serial: 0 };
  writeMessage(to, { ...call, type: "event", status: "ok" }, () => codec.encode(to, value));
}

// What is handed in is often the whole message of the call.
function headerOf({ program, version, procedure, serial }: CallHeader): CallHeader {
  return { program, version, procedure, serial };
}
