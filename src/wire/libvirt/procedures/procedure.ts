/**
 * What a row of the table says, and the short words it is said with.
 *
 * @module
 */

import { array, type Codec, type Fields, opaque, type Struct, struct } from "../../xdr/mod.ts";
import { type TypedParameter, typedParameter } from "../objects.ts";
import type { ProgramName } from "../programs.ts";

/** What a row may say besides its number and its fields. */
export interface ProcedureOptions {
  /** The program it belongs to. @default {"remote"} */
  readonly program?: ProgramName;
  /** High: it never waits for a hypervisor, so that it is answered while others wait. @default {"low"} */
  readonly priority?: "high";
  /** A stream begins with its reply: to the server, to the client, or both ways. */
  readonly stream?: "upload" | "download" | "bidirectional";
  /** File descriptors go with the call, with the reply, or with both. */
  readonly descriptors?: "to-server" | "to-client" | "both";
  /** It changes something, or shows what only who may change things may see: read-only connections are refused. */
  readonly writes?: true;
  /** With one of these bits in `flags`, read-only connections are refused. */
  readonly writesWithFlags?: number;
}

/** A procedure that is called and replies. */
export interface Procedure<A, R> extends ProcedureOptions {
  readonly program: ProgramName;
  readonly number: number;
  readonly arguments: Codec<A>;
  readonly reply: Codec<R>;
}

/** A message that a server sends by itself. */
export interface EventProcedure<M> {
  readonly program: ProgramName;
  readonly number: number;
  readonly message: Codec<M>;
}

/** What a reply is; one without fields is nothing. */
export type Reply<R extends Fields> = keyof R extends never ? void : Struct<R>;

/** A row: its number, its arguments, its reply, and what is special about it. */
// deno-lint-ignore house/few-parameters -- it is a row of a table, read in columns
export function p<A extends Fields, R extends Fields>(
  number: number,
  args: A,
  reply: R,
  options: ProcedureOptions = {},
): Procedure<Struct<A>, Reply<R>> {
  return {
    program: "remote",
    ...options,
    number,
    arguments: struct(args),
    reply: struct(reply) as Codec<unknown> as Codec<Reply<R>>,
  };
}

/** A row of an event. */
export function event<M extends Fields>(
  number: number,
  message: M,
  options: { readonly program?: ProgramName } = {},
): EventProcedure<Struct<M>> {
  return { program: "remote", ...options, number, message: struct(message) };
}

/** As many of these as most lists may hold. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return array(item, 16384);
}

/** Typed parameters. */
export function parameters(max: number): Codec<readonly TypedParameter[]> {
  return array(typedParameter, max);
}

/** Which CPUs: a bit for each, the first in the lowest bit of the first byte. */
export const cpumap: Codec<Uint8Array> = opaque(2048);

/** Several CPU maps of one length, one behind the other. */
export const cpumaps: Codec<Uint8Array> = opaque(8388608);

/** What two hosts tell each other of a migration; its content is theirs. */
export const cookie: Codec<Uint8Array> = opaque(4194304);
