/**
 * What is in the payload of any message, for those who look at all of them: tracing, logging, tests.
 *
 * @module
 */

import { type Codec, undecodable, XdrDecoder } from "../xdr/mod.ts";
import { remoteError } from "./error_struct.ts";
import type { Message, MessageHeader } from "./message.ts";
import { findEventProcedure, findProcedure } from "./procedures/table.ts";
import { streamHole } from "./stream.ts";

/** The name of a message's procedure, or `undefined` where the table has none. */
export function procedureName({ program, procedure, type }: MessageHeader): string | undefined {
  return (type === "event" ? findEventProcedure : findProcedure)(program, procedure)?.name;
}

/**
 * The codec of a message's payload; `undefined` where the procedure is unknown or the payload is plain bytes or nothing,
 * as in most packets of streams.
 */
export function payloadCodec(message: Message): Codec<unknown> | undefined {
  const { program, procedure, type, status, payload } = message;
  switch (type) {
    case "call":
      return findProcedure(program, procedure)?.arguments;
    case "reply":
      return status === "error" ? remoteError : findProcedure(program, procedure)?.reply;
    case "event":
      return findEventProcedure(program, procedure)?.message;
    case "stream":
      return status === "error" && payload.length > 0 ? remoteError : undefined;
    case "hole":
      return status === "continue" ? streamHole : undefined;
  }
}

/** Reads a payload of which nothing may be left. */
export function readPayload<T>(codec: Codec<T>, payload: Uint8Array): T {
  const decoder = new XdrDecoder(payload);
  const value = codec.decode(decoder);
  if (decoder.remaining > 0) throw undecodable(`${decoder.remaining} bytes are left over`);
  return value;
}
