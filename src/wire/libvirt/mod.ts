/**
 * libvirt's wire protocol: messages, streams, errors, procedures and events, without any I/O.
 *
 * @module
 */

export * from "./objects.ts";
export * from "./programs.ts";
export * from "./events.ts";
export * from "./procedures/table.ts";
export * from "./cpu_maps.ts";
export * from "./references.ts";
export { fromRemoteError, type RemoteError, remoteError, toRemoteError } from "./error_struct.ts";
export { MessageFramer } from "./framer.ts";
export { keepaliveKind, writeKeepalive } from "./keepalive.ts";
export { type Message, type MessageHeader, type MessageStatus, type MessageType, parseMessage } from "./message.ts";
export { payloadCodec, procedureName, readPayload } from "./payload.ts";
export { functionName } from "./procedures/function_name.ts";
export type { EventProcedure, Procedure, ProcedureOptions } from "./procedures/procedure.ts";
export {
  parseStreamPacket,
  streamHole,
  type StreamPacket,
  writeStreamAbort,
  writeStreamData,
  writeStreamError,
  writeStreamFinish,
  writeStreamHole,
} from "./stream.ts";
export {
  type Body,
  type CallHeader,
  writeCall,
  writeErrorReply,
  writeEvent,
  writeMessage,
  writeReply,
} from "./write_message.ts";
