/**
 * Reading XDR (RFC 4506) out of bytes that somebody else sent: every length is checked before it is believed.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { undecodable } from "./failure.ts";

/** Below this, a loop over the bytes is faster than the runtime's decoder. */
const SHORT_TEXT = 32;
const TWO_TO_32 = 4294967296;
/** Upper halves from here on make numbers that are not exact. */
const UNSAFE_UPPER_HALF = 0x200000;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Takes values from the front of bytes. */
export class XdrDecoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  /** Reads these bytes, which must not change meanwhile. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#at;
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** A signed number of 32 bits. */
  takeI32(): number {
    return this.#view.getInt32(this.#skip(4));
  }

  /** An unsigned number of 32 bits. */
  takeU32(): number {
    return this.#view.getUint32(this.#skip(4));
  }

  /** A signed number of 64 bits. */
  takeI64(): Integer64 {
    const at = this.#skip(8);
    const upper = this.#view.getInt32(at);
    if (upper < UNSAFE_UPPER_HALF && upper >= -UNSAFE_UPPER_HALF) {
      const value = upper * TWO_TO_32 + this.#view.getUint32(at + 4);
      if (value >= Number.MIN_SAFE_INTEGER) return value;
    }
    return this.#view.getBigInt64(at);
  }

  /** An unsigned number of 64 bits. */
  takeU64(): Integer64 {
    const at = this.#skip(8);
    const upper = this.#view.getUint32(at);
    if (upper < UNSAFE_UPPER_HALF) return upper * TWO_TO_32 + this.#view.getUint32(at + 4);
    return this.#view.getBigUint64(at);
  }

  /** A floating-point number of 64 bits. */
  takeF64(): number {
    return this.#view.getFloat64(this.#skip(8));
  }

  /** A count or length of at most `max`. */
  takeCount(max: number, of: string): number {
    const count = this.takeU32();
    if (count > max) throw undecodable(`${count} ${of} for limit ${max}, before byte ${this.#at}`);
    return count;
  }

  /** Bytes that were filled up to a multiple of four: a view of what is read. */
  takePadded(length: number): Uint8Array {
    const at = this.#skip(length);
    this.#skip(-length & 3);
    return this.#bytes.subarray(at, at + length);
  }

  /** A text of at most `max` bytes of UTF-8, after its length. */
  takeText(max: number): string {
    const length = this.takeCount(max, "bytes of text");
    const bytes = this.#bytes;
    const begin = this.#skip(length);
    this.#skip(-length & 3);
    if (length > SHORT_TEXT) return decodeText(bytes.subarray(begin, begin + length));
    let text = "";
    for (let at = begin; at < begin + length; at++) {
      const code = bytes[at]!;
      if (code === 0 || code > 0x7f) return decodeText(bytes.subarray(begin, begin + length));
      text += String.fromCharCode(code);
    }
    return text;
  }

  #skip(count: number): number {
    const at = this.#at;
    if (count > this.#bytes.length - at) {
      throw undecodable(`${count} bytes are needed at byte ${at} of ${this.#bytes.length}`);
    }
    this.#at = at + count;
    return at;
  }
}

/** The text that bytes of UTF-8 are; damaged ones, and ones with a NUL inside, are refused. */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw undecodable(`a text of ${bytes.length} bytes is not UTF-8`);
  }
  // A program in C would see it end there, and check another text than it uses.
  if (text.includes("\0")) throw undecodable("a text with a NUL inside");
  return text;
}
