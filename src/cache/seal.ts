/**
 * A checksum as the last line of a file, so that a file that was cut short or altered is known for what it is.
 *
 * @module
 */

import { sha256HexOf } from "../base/sha256.ts";

/** Writes the checksum of all before it as a line: `<!-- sha256:… -->`. */
export type Trailer = (checksum: string) => string;

const LINE_END = 0x0a;

/** The text with its checksum behind it. */
export async function seal(text: string, trailer: Trailer): Promise<string> {
  const body = text.endsWith("\n") ? text : `${text}\n`;
  return `${body}${trailer(await sha256HexOf(body))}\n`;
}

/** The text in front of a checksum that fits it. Throws when the file was not sealed so, or is not what was sealed. */
export async function unseal(bytes: Uint8Array, trailer: Trailer): Promise<string> {
  const end = bytes.length - 1;
  if (bytes[end] !== LINE_END) throw new Error("Cannot use the file: it does not end with a checksum line");
  const start = bytes.lastIndexOf(LINE_END, end - 1) + 1;
  if (start === 0) throw new Error("Cannot use the file: it holds no more than one line");
  const body = bytes.slice(0, start);
  const expected = new TextEncoder().encode(`${trailer(await sha256HexOf(body))}\n`);
  const found = bytes.subarray(start);
  if (found.length !== expected.length || !found.every((byte, at) => byte === expected[at])) {
    throw new Error("Cannot use the file: its checksum does not fit its content");
  }
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
}
