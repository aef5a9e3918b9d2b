/**
 * The programs that share one connection, and what bounds their messages (facts of libvirt's `virnetprotocol.x` and
 * of each program's own `*_protocol.x`, release 9.0).
 *
 * @module
 */

/** The number of each program; every one of them is at version 1. */
export const PROGRAMS = {
  remote: 0x20008086,
  qemu: 0x20008087,
  lxc: 0x00068000,
  keepalive: 0x6b656570,
  admin: 0x06900690,
} as const;

/** The name of a program. */
export type ProgramName = keyof typeof PROGRAMS;

/** The version of every program. */
export const PROGRAM_VERSION = 1;

/** Bytes of a message before its payload: its length and the six fields of its header. */
export const HEADER_BYTES = 28;

/** Bytes a message may have, its length field not counted. */
export const MAX_BODY_BYTES = 33554432;

/** Bytes a message may have altogether. */
export const MAX_MESSAGE_BYTES = MAX_BODY_BYTES + 4;

/** File descriptors that may go with a message. */
export const MAX_DESCRIPTORS = 32;

/** Bytes of data in one stream packet, so that the oldest clients take it. */
export const STREAM_CHUNK_BYTES = 262120;

/** The name of the program with this number, or `undefined` where we know none. */
export function programName(number: number): ProgramName | undefined {
  const names = Object.keys(PROGRAMS) as ProgramName[];
  return names.find((name) => PROGRAMS[name] === number);
}
