/**
 * Codecs made of codecs: lists, what may be absent, named fields, and alternatives.
 *
 * @module
 */

import type { Arms, Codec, Fields, Infer, Struct } from "./codec.ts";
import type { XdrDecoder } from "./decoder.ts";
import type { XdrEncoder } from "./encoder.ts";
import { tooMany, undecodable, unencodable } from "./failure.ts";

/** `type name<max>`: a count and so many items. */
export function array<T>(item: Codec<T>, max: number): Codec<readonly T[]> {
  const things = `${item.noun ?? "item"}s`;
  return {
    shape: { kind: "array", item, max },
    encode(to, value): void {
      if (value.length > max) throw tooMany(things, value.length, max);
      to.putU32(value.length);
      for (const one of value) item.encode(to, one);
    },
    decode(from): readonly T[] {
      const items: T[] = [];
      // Grows with what is really there: a count alone takes no memory.
      for (let left = from.takeCount(max, things); left > 0; left--) items.push(item.decode(from));
      return items;
    },
  };
}

/** `type *name`: a value, or nothing. */
export function optional<T>(item: Codec<T>): Codec<T | undefined> {
  return {
    shape: { kind: "optional", item },
    encode(to, value): void {
      to.putU32(value === undefined ? 0 : 1);
      if (value !== undefined) item.encode(to, value);
    },
    // Everything but 0 is true, as in C: go-libvirt says 16777216.
    decode: (from) => from.takeU32() === 0 ? undefined : item.decode(from),
  };
}

/** `struct`: fields one after the other. */
export function struct<const F extends Fields>(fields: F, options: { readonly noun?: string } = {}): Codec<Struct<F>> {
  const members = lazyMembers(fields);
  return {
    shape: { kind: "struct", fields },
    ...options,
    encode: (to, value) => encodeMembers(to, members(), value),
    decode: (from) => decodeMembers(from, members()) as Struct<F>,
  };
}

/** The values of a union: its head's fields, the name of the arm as `type`, and the arm's `value`. */
export type Union<H extends Fields, A extends Arms> = {
  readonly [Name in keyof A]: Struct<H> & { readonly type: Name; readonly value: Infer<A[Name][1]> };
}[keyof A];

/** `union switch (int)`, with the fields that stand before it. */
export function union<const H extends Fields, const A extends Arms>(
  head: H,
  arms: A,
  options: { readonly noun?: string } = {},
): Codec<Union<H, A>> {
  const members = lazyMembers(head);
  const byNumber = new Map(Object.entries(arms).map(([type, [number, codec]]) => [number, { type, codec }]));
  return {
    shape: { kind: "union", head, arms },
    ...options,
    encode(to, value): void {
      const arm = arms[value.type];
      if (arm === undefined) throw unencodable(`the union has no "${String(value.type)}"`);
      encodeMembers(to, members(), value);
      to.putI32(arm[0]);
      arm[1].encode(to, value.value);
    },
    decode(from): Union<H, A> {
      const value = decodeMembers(from, members());
      const number = from.takeI32();
      const arm = byNumber.get(number);
      if (arm === undefined) throw undecodable(`the union has no ${number}, before byte ${from.position}`);
      value["type"] = arm.type;
      value["value"] = arm.codec.decode(from);
      return value as Union<H, A>;
    },
  };
}

type Members = readonly (readonly [name: string, codec: Codec<unknown>])[];

// Most of the table is never used by one process, so its rows are taken apart at their first use.
function lazyMembers(fields: Fields): () => Members {
  let members: Members | undefined;
  return () => members ??= Object.entries(fields);
}

function encodeMembers(to: XdrEncoder, members: Members, value: Readonly<Record<string, unknown>>): void {
  for (let index = 0; index < members.length; index++) {
    const [name, codec] = members[index]!;
    codec.encode(to, value[name]);
  }
}

function decodeMembers(from: XdrDecoder, members: Members): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (let index = 0; index < members.length; index++) {
    const [name, codec] = members[index]!;
    value[name] = codec.decode(from);
  }
  return value;
}
