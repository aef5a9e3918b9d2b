/**
 * The file of a saved guest: libvirt's test hypervisor writes a magic text, a length, and the document.
 *
 * @module
 */

import { failure } from "./errors.ts";

/** The text that such a file begins with, and the byte that ends it. */
const MAGIC = "TestGuestMagic\0";
const LENGTH_BYTES = 4;

/** The longest document that is read from a file, in bytes. */
const MAX_LENGTH = 8192;

/** The file's bytes. */
export function buildSaveImage(xml: string): Uint8Array {
  const magic = new TextEncoder().encode(MAGIC);
  const text = new TextEncoder().encode(xml);
  const image = new Uint8Array(magic.length + LENGTH_BYTES + text.length);
  image.set(magic);
  new DataView(image.buffer).setInt32(magic.length, text.length, true);
  image.set(text, magic.length + LENGTH_BYTES);
  return image;
}

/** What a dump holds: it has a head and nothing else. */
export function buildDump(): Uint8Array {
  return new TextEncoder().encode(MAGIC);
}

/**
 * The document in a file.
 *
 * @throws VirtError in libvirt's words; `path` is for them
 */
export function parseSaveImage(image: Uint8Array, path: string): string {
  const magic = new TextEncoder().encode(MAGIC);
  if (image.length < magic.length) throw incomplete(`incomplete save header in '${path}'`);
  if (magic.some((byte, at) => image[at] !== byte)) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "mismatched header magic", { hint: `${path} is no saved domain` });
  }
  const start = magic.length + LENGTH_BYTES;
  if (image.length < start) throw incomplete(`failed to read metadata length in '${path}'`);
  const length = new DataView(image.buffer, image.byteOffset).getInt32(magic.length, true);
  if (length < 1 || length > MAX_LENGTH) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "length of metadata out of range");
  }
  if (image.length < start + length) throw incomplete(`incomplete metadata in '${path}'`);
  return new TextDecoder().decode(image.subarray(start, start + length));
}

function incomplete(detail: string): Error {
  return failure("VIR_ERR_SYSTEM_ERROR", detail, { hint: "The file is cut short: save the domain again" });
}
