/**
 * Bytes: packed ones, and those that C keeps in a `char` array, which take a word each.
 *
 * @module
 */

import type { Codec } from "./codec.ts";
import type { XdrDecoder } from "./decoder.ts";
import type { XdrEncoder } from "./encoder.ts";
import { tooMany, undecodable, unencodable } from "./failure.ts";

/** `opaque name<max>`: as many bytes as the value has. */
export function opaque(max: number): Codec<Uint8Array> {
  return {
    shape: { kind: "bytes", min: 0, max },
    encode(to, value): void {
      if (value.length > max) throw tooMany("bytes", value.length, max);
      to.putU32(value.length);
      to.putPadded(value);
    },
    // A copy: the message's memory is used again.
    decode: (from) => from.takePadded(from.takeCount(max, "bytes")).slice(),
  };
}

/** `opaque name[length]`: always so many bytes. */
export function opaqueFixed(length: number): Codec<Uint8Array> {
  return {
    shape: { kind: "bytes", min: length, max: length },
    encode(to, value): void {
      requireLength(value, length);
      to.putPadded(value);
    },
    decode: (from) => from.takePadded(length).slice(),
  };
}

/** `char name<max>`: a word for each byte. */
export function charWords(max: number): Codec<Uint8Array> {
  return {
    shape: { kind: "bytes", min: 0, max },
    encode(to, value): void {
      if (value.length > max) throw tooMany("bytes", value.length, max);
      to.putU32(value.length);
      putWords(to, value);
    },
    decode: (from) => takeWords(from, from.takeCount(max, "bytes")),
  };
}

/** `char name[length]`: always so many words. */
export function charWordsFixed(length: number): Codec<Uint8Array> {
  return {
    shape: { kind: "bytes", min: length, max: length },
    encode(to, value): void {
      requireLength(value, length);
      putWords(to, value);
    },
    decode: (from) => takeWords(from, length),
  };
}

function requireLength(value: Uint8Array, length: number): void {
  if (value.length !== length) throw unencodable(`${value.length} bytes where there are always ${length}`);
}

// A `char` is signed where libvirt mostly runs, so a word is the byte with its sign.
function putWords(to: XdrEncoder, bytes: Uint8Array): void {
  for (const byte of bytes) to.putI32(byte << 24 >> 24);
}

function takeWords(from: XdrDecoder, count: number): Uint8Array {
  if (4 * count > from.remaining) throw undecodable(`${count} words are needed, ${from.remaining} bytes are left`);
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index++) bytes[index] = from.takeU32();
  return bytes;
}
