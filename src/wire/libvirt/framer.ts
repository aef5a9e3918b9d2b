/**
 * Cutting what arrives into messages. A message that lies whole in a chunk is a view of it; one that arrives in pieces
 * is put together in a buffer that grows with what really came, whatever length was announced.
 *
 * @module
 */

import { broken, type Message, parseMessage } from "./message.ts";
import { HEADER_BYTES, MAX_BODY_BYTES } from "./programs.ts";

const LENGTH_BYTES = 4;
/** The buffer begins with this, and is kept for the next message unless one outgrew it. */
const KEPT_BYTES = 4096;

/** Takes bytes as they come, gives whole messages. */
export class MessageFramer {
  /** A message that comes in pieces, so far. */
  #pieces = new Uint8Array(KEPT_BYTES);
  #have = 0;
  #need = LENGTH_BYTES;
  /** A message that is there but for the bytes that carry its descriptors: one each. */
  #waiting: Message | undefined;
  #carriers = 0;

  /** True where the bytes so far end inside a message. */
  get midMessage(): boolean {
    return this.#have > 0 || this.#waiting !== undefined;
  }

  /**
   * The messages that end in this chunk. Each is good until the next is asked for, and the chunk must stay unchanged
   * until the last was taken. Throws a `VirtError` at bytes that begin no message: there is no going on after that.
   */
  *push(chunk: Uint8Array): Generator<Message, void, undefined> {
    let at = 0;
    while (at < chunk.length) {
      let message = this.#waiting;
      if (message === undefined) {
        const whole = this.#have === 0 ? wholeMessage(chunk, at) : undefined;
        at += whole?.length ?? this.#collect(chunk, at);
        const bytes = whole ?? this.#collected();
        if (bytes === undefined) continue;
        message = parseMessage(bytes);
        this.#carriers = message.descriptors ?? 0;
      }
      const carriers = Math.min(this.#carriers, chunk.length - at);
      at += carriers;
      this.#carriers -= carriers;
      if (this.#carriers === 0) {
        this.#waiting = undefined;
        yield message;
      } else {
        // This chunk is at its end, and its memory is the caller's.
        this.#waiting ??= { ...message, payload: message.payload.slice() };
      }
    }
  }

  #collect(chunk: Uint8Array, at: number): number {
    const piece = chunk.subarray(at, at + this.#need - this.#have);
    this.#reserve(this.#have + piece.length);
    this.#pieces.set(piece, this.#have);
    this.#have += piece.length;
    return piece.length;
  }

  #collected(): Uint8Array | undefined {
    if (this.#have < this.#need) return undefined;
    if (this.#need === LENGTH_BYTES) {
      this.#need = lengthOf(this.#pieces, 0);
      return undefined;
    }
    const bytes = this.#pieces.subarray(0, this.#need);
    if (this.#pieces.length > KEPT_BYTES) this.#pieces = new Uint8Array(KEPT_BYTES);
    this.#have = 0;
    this.#need = LENGTH_BYTES;
    return bytes;
  }

  #reserve(length: number): void {
    if (length <= this.#pieces.length) return;
    const larger = new Uint8Array(Math.min(this.#need, Math.max(length, 2 * this.#pieces.length)));
    larger.set(this.#pieces.subarray(0, this.#have));
    this.#pieces = larger;
  }
}

function wholeMessage(chunk: Uint8Array, at: number): Uint8Array | undefined {
  if (chunk.length - at < LENGTH_BYTES) return undefined;
  const length = lengthOf(chunk, at);
  return chunk.length - at < length ? undefined : chunk.subarray(at, at + length);
}

function lengthOf(bytes: Uint8Array, at: number): number {
  const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
  if (length < LENGTH_BYTES) {
    throw broken(`packet ${length} bytes received from server too small, want ${LENGTH_BYTES}`);
  }
  if (length < HEADER_BYTES) throw broken("Unable to decode message header");
  const body = length - LENGTH_BYTES;
  if (body > MAX_BODY_BYTES) {
    throw broken(`packet ${body} bytes received from server too large, want ${MAX_BODY_BYTES}`);
  }
  return length;
}
