/**
 * Texts: the ordinary ones, those that C keeps in a `char` array, and UUIDs.
 *
 * @module
 */

import { toHex } from "../../base/hex.ts";
import type { Codec } from "./codec.ts";
import { charWords, charWordsFixed } from "./bytes.ts";
import { optional } from "./compound.ts";
import { decodeText } from "./decoder.ts";
import { unencodable } from "./failure.ts";

/** Bytes a text may have: `REMOTE_STRING_MAX` and `VIR_NET_MESSAGE_STRING_MAX` of libvirt's protocol. */
export const MAX_TEXT_BYTES = 4194304;

const UUID_BYTES = 16;
const UUID_CHARACTERS = 36;
/** Bytes of a UUID before which its text has a dash. */
const DASHED: ReadonlySet<number> = new Set([4, 6, 8, 10]);
const DASH = 0x2d;

const utf8 = new TextEncoder();

/** A text that is there. */
export const str: Codec<string> = {
  shape: { kind: "text", maxBytes: MAX_TEXT_BYTES },
  noun: "string",
  encode: (to, value) => to.putText(value, MAX_TEXT_BYTES),
  decode: (from) => from.takeText(MAX_TEXT_BYTES),
};

/** A text that may be absent. */
export const optStr: Codec<string | undefined> = optional(str);

/** Sixteen bytes, as text with four dashes. */
export const uuid: Codec<string> = {
  shape: { kind: "uuid" },
  encode: (to, value) => to.putRaw(parseUuid(value)),
  decode(from): string {
    const digits = toHex(from.takePadded(UUID_BYTES));
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-` +
      digits.slice(20);
  },
};

// Most messages name a domain, so this is by hand: a pattern takes three times as long.
function parseUuid(text: string): Uint8Array {
  const bytes = new Uint8Array(UUID_BYTES);
  let valid = text.length === UUID_CHARACTERS;
  for (let index = 0, at = 0; index < UUID_BYTES && valid; index++) {
    if (DASHED.has(index)) valid = text.charCodeAt(at++) === DASH;
    const upper = digitOf(text.charCodeAt(at++));
    const lower = digitOf(text.charCodeAt(at++));
    valid &&= upper < 16 && lower < 16;
    bytes[index] = upper << 4 | lower;
  }
  if (!valid) throw unencodable(`"${text}" is no UUID`);
  return bytes;
}

/** The value of a hexadecimal digit; 16 or more for everything else. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x57 : 16;
}

/** A text in a `char name<max>`: a word for each byte, its final NUL among them. */
export function charText(max: number): Codec<string> {
  const words = charWords(max);
  return {
    shape: { kind: "text", maxBytes: max - 1 },
    encode: (to, value) => words.encode(to, withNul(value, max)),
    decode: (from) => untilNul(words.decode(from)),
  };
}

/** A text in a `char name[length]`: a word for each byte, NULs behind it. */
export function charTextFixed(length: number): Codec<string> {
  const words = charWordsFixed(length);
  return {
    shape: { kind: "text", maxBytes: length - 1 },
    encode(to, value): void {
      const bytes = new Uint8Array(length);
      bytes.set(withNul(value, length));
      words.encode(to, bytes);
    },
    decode: (from) => untilNul(words.decode(from)),
  };
}

function withNul(text: string, max: number): Uint8Array {
  const bytes = utf8.encode(`${text}\0`);
  if (bytes.length > max) throw unencodable(`a text of ${bytes.length} bytes for limit ${max}`);
  if (bytes.indexOf(0) < bytes.length - 1) throw unencodable("a text with a NUL inside");
  return bytes;
}

function untilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeText(end === -1 ? bytes : bytes.subarray(0, end));
}
