/**
 * Cutting what a monitor prints into messages. QEMU prints each message on a line of its own or, with `pretty=on`,
 * from a line that is just `{` to the next that is just `}`. Neither way has a line feed inside a string, so line feeds
 * are all that has to be looked for, and a message of a megabyte costs one search of its bytes.
 *
 * @module
 */

import { QmpBrokenError } from "./broken.ts";

/** Bytes that one message may have. The largest known, the schema of QEMU 10, has under one million. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const EXCERPT_BYTES = 80;

/** Takes bytes as they come, gives whole messages. */
export class QmpFramer {
  readonly #limit: number;
  /** The line that has not ended yet, in the pieces that it came in. */
  #line: Uint8Array[] = [];
  /** The lines so far of a message that a lone `{` began. */
  #pretty: Uint8Array[] | undefined;
  #bytes = 0;

  constructor(options: { readonly maxMessageBytes?: number } = {}) {
    this.#limit = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
  }

  /** True where the bytes so far end inside a message. */
  get midMessage(): boolean {
    return this.#bytes > 0;
  }

  /**
   * The messages that end in this chunk. Throws {@linkcode QmpBrokenError} at the first byte that cannot begin a
   * message, for one that is too long, and for one that is not UTF-8; there is no going on after that.
   */
  *push(chunk: Uint8Array): Generator<string, void, undefined> {
    let begin = 0;
    while (begin < chunk.length) {
      const end = chunk.indexOf(LINE_FEED, begin);
      this.#add(chunk.subarray(begin, end === -1 ? chunk.length : end));
      if (end === -1) return;
      begin = end + 1;
      const message = this.#endLine();
      if (message !== undefined) yield decode(message);
    }
  }

  #add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    const first = piece[0];
    // Said at once: what floods us with garbage may never print a line feed.
    if (this.#bytes === 0 && first !== OPEN && first !== CARRIAGE_RETURN) throw garbage(piece);
    this.#line.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes > this.#limit) {
      throw new QmpBrokenError("too-long", `QEMU sent a message of more than ${this.#limit} bytes`);
    }
  }

  #endLine(): Uint8Array | undefined {
    const line = withoutReturn(join(this.#line));
    this.#line = [];
    if (this.#pretty !== undefined) return this.#endPrettyLine(this.#pretty, line);
    if (line.length === 1 && line[0] === OPEN) {
      this.#pretty = [line];
      return undefined;
    }
    this.#bytes = 0;
    if (line.length === 0) return undefined;
    if (line[0] !== OPEN || line.at(-1) !== CLOSE) throw garbage(line);
    return line;
  }

  #endPrettyLine(lines: Uint8Array[], line: Uint8Array): Uint8Array | undefined {
    lines.push(line);
    // What is nested is indented, so only the message's own brace stands alone.
    if (line.length !== 1 || line[0] !== CLOSE) return undefined;
    this.#pretty = undefined;
    this.#bytes = 0;
    return join(lines);
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}

function decode(message: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(message);
  } catch (cause) {
    throw new QmpBrokenError("garbage", `QEMU sent text that is not UTF-8: ${excerpt(message)}`, { cause });
  }
}

function garbage(bytes: Uint8Array): QmpBrokenError {
  return new QmpBrokenError("garbage", `Expected a QMP message, got ${excerpt(bytes)}`);
}

function excerpt(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES));
  return JSON.stringify(bytes.length > EXCERPT_BYTES ? `${text}…` : text);
}
