/**
 * Streams: flags and what can happen on one (`libvirt-stream.h`, release 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Flags of a new stream. */
export const STREAM_FLAGS = {
  nonblock: 0x1,
} as const satisfies BitTable;

/** Flags of a new stream. */
export type StreamFlags = FlagsOf<typeof STREAM_FLAGS>;

/** Flags of `virStreamRecvFlags`. */
export const STREAM_RECEIVE_FLAGS = {
  stopAtHole: 0x1,
} as const satisfies BitTable;

/** Flags of `virStreamRecvFlags`. */
export type StreamReceiveFlags = FlagsOf<typeof STREAM_RECEIVE_FLAGS>;

/** What a watcher of a stream can wait for. */
export const STREAM_EVENTS = {
  readable: 0x1,
  writable: 0x2,
  error: 0x4,
  hangup: 0x8,
} as const satisfies BitTable;

/** What a watcher of a stream can wait for. */
export type StreamEvents = FlagsOf<typeof STREAM_EVENTS>;
