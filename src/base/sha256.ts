/**
 * SHA-256 of what is at hand.
 *
 * @module
 */

import { crypto } from "@std/crypto";
import { toHex } from "./hex.ts";

/** SHA-256 of a text or of bytes, in lower-case hexadecimal digits. */
export function sha256Hex(data: string | Uint8Array<ArrayBuffer>): string {
  return toHex(crypto.subtle.digestSync("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data));
}

/** As {@linkcode sha256Hex}, off the main thread: for more than a few kilobytes. */
export async function sha256HexOf(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(await crypto.subtle.digest("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data));
}
