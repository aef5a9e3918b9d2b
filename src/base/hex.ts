/**
 * Bytes as text.
 *
 * @module
 */

/** Lower-case hexadecimal digits of the bytes. */
export function toHex(bytes: Uint8Array | ArrayBuffer): string {
  let text = "";
  for (const byte of bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)) {
    text += byte.toString(16).padStart(2, "0");
  }
  return text;
}
