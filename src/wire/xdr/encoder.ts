/**
 * Writing XDR (RFC 4506) into one buffer that grows, and is kept from message to message.
 *
 * @module
 */

import { type Integer64, isInt64, isUint64 } from "../../base/integer64.ts";
import { unencodable } from "./failure.ts";

const INITIAL_BYTES = 4096;
/** A buffer that one large message grew beyond this is not kept. */
const KEPT_BYTES = 1024 * 1024;
/** Below this, a loop over the characters is faster than the runtime's encoder. */
const SHORT_TEXT = 48;
const TWO_TO_32 = 4294967296;

const utf8 = new TextEncoder();

/** Appends values; `bytes()` is what was written since the last `reset()`. */
export class XdrEncoder {
  #bytes = new Uint8Array(INITIAL_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** Bytes it may hold at most; what would go beyond is refused before memory is taken for it. */
  limit = Infinity;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** What was written: a view that the next write may change. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets everything after the first `length` bytes. */
  truncate(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  /** Begins again, with the same memory unless it has become large. */
  reset(): void {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#replace(INITIAL_BYTES);
  }

  /** Writes four bytes over what is at `at`: a length that is known only afterwards. */
  patchU32(at: number, value: number): void {
    this.#view.setUint32(at, value);
  }

  /** A signed number of 32 bits. */
  putI32(value: number): void {
    if ((value | 0) !== value) throw unencodable(`${value} is no signed number of 32 bits`);
    const at = this.#grow(4);
    this.#view.setInt32(at, value);
  }

  /** An unsigned number of 32 bits. */
  putU32(value: number): void {
    if ((value >>> 0) !== value) throw unencodable(`${value} is no unsigned number of 32 bits`);
    const at = this.#grow(4);
    this.#view.setUint32(at, value);
  }

  /** A signed number of 64 bits. */
  putI64(value: Integer64): void {
    if (!isInt64(value)) throw unencodable(`${value} is no signed number of 64 bits`);
    if (typeof value === "number") return this.#putSafe(value);
    const at = this.#grow(8);
    this.#view.setBigInt64(at, value);
  }

  /** An unsigned number of 64 bits. */
  putU64(value: Integer64): void {
    if (!isUint64(value)) throw unencodable(`${value} is no unsigned number of 64 bits`);
    if (typeof value === "number") return this.#putSafe(value);
    const at = this.#grow(8);
    this.#view.setBigUint64(at, value);
  }

  #putSafe(value: number): void {
    const at = this.#grow(8);
    this.#view.setInt32(at, Math.floor(value / TWO_TO_32));
    this.#view.setUint32(at + 4, value >>> 0);
  }

  /** A floating-point number of 64 bits. */
  putF64(value: number): void {
    const at = this.#grow(8);
    this.#view.setFloat64(at, value);
  }

  /** Bytes as they are, with neither length nor padding. */
  putRaw(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** Bytes filled up with zeros to a multiple of four. */
  putPadded(bytes: Uint8Array): void {
    this.putRaw(bytes);
    this.#pad(bytes.length);
  }

  /** A text of at most `max` bytes of UTF-8, after its length. */
  putText(text: string, max: number): void {
    if (typeof text !== "string") throw unencodable(`a ${typeof text} where there is always a text`);
    // UTF-8 has at least as many bytes as the text has units.
    if (text.length > max) throw unencodable(`a text of ${text.length} characters for limit ${max}`);
    if (text.length > SHORT_TEXT || !this.#putAscii(text)) this.#putUtf8(text, max);
  }

  #putAscii(text: string): boolean {
    const begin = this.#length;
    let at = this.#grow(4 + text.length);
    this.#view.setUint32(at, text.length);
    at += 4;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0 || code > 0x7f) {
        this.#length = begin;
        return false;
      }
      this.#bytes[at + index] = code;
    }
    this.#pad(text.length);
    return true;
  }

  #putUtf8(text: string, max: number): void {
    // A program in C would see it end there.
    if (text.includes("\0")) throw unencodable("a text with a NUL inside");
    const bytes = utf8.encode(text);
    if (bytes.length > max) throw unencodable(`a text of ${bytes.length} bytes for limit ${max}`);
    this.putU32(bytes.length);
    this.putPadded(bytes);
  }

  #pad(length: number): void {
    const missing = -length & 3;
    if (missing === 0) return;
    const at = this.#grow(missing);
    this.#bytes.fill(0, at, at + missing);
  }

  /** Where the next bytes go; ask before touching the buffer, which growing replaces. */
  #grow(count: number): number {
    const at = this.#length;
    const length = at + count;
    if (length > this.limit) throw unencodable(`a message of more than ${this.limit} bytes`);
    if (length > this.#bytes.length) this.#replace(Math.max(length, this.#bytes.length * 2));
    this.#length = length;
    return at;
  }

  #replace(size: number): void {
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}
