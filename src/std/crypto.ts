/**
 * The part of `@std/crypto` that this program uses, with that package's names, signatures and meaning, over the
 * runtime's own `node:crypto`. Imported as `@std/crypto` only; `.github/decisions/0001-std-adapters.md` says why.
 *
 * @module
 */

import { createHash } from "node:crypto";

/** The digest algorithms in use here; the real package knows more. */
export type DigestAlgorithm = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

/** The digest calls of the real package's `crypto.subtle`. */
export interface StdSubtleCrypto {
  /** Digests one buffer, or a sequence of buffers as if they were one. */
  digest(
    algorithm: DigestAlgorithm,
    data: BufferSource | AsyncIterable<BufferSource> | Iterable<BufferSource>,
  ): Promise<ArrayBuffer>;
  /** As `digest`, at once. */
  digestSync(algorithm: DigestAlgorithm, data: BufferSource | Iterable<BufferSource>): ArrayBuffer;
}

/** The extended crypto object of the real package, as far as it is used here. */
export const crypto: { readonly subtle: StdSubtleCrypto } = {
  subtle: {
    async digest(algorithm, data): Promise<ArrayBuffer> {
      const hash = createHash(nodeName(algorithm));
      if (isBufferSource(data)) hash.update(bytesOf(data));
      else for await (const chunk of data) hash.update(bytesOf(chunk));
      return bufferOf(hash.digest());
    },
    digestSync(algorithm, data): ArrayBuffer {
      const hash = createHash(nodeName(algorithm));
      if (isBufferSource(data)) hash.update(bytesOf(data));
      else for (const chunk of data) hash.update(bytesOf(chunk));
      return bufferOf(hash.digest());
    },
  },
};

/** Compares two byte sequences in a time that depends on their length only. */
export function timingSafeEqual(a: ArrayBufferView | ArrayBuffer, b: ArrayBufferView | ArrayBuffer): boolean {
  const left = bytesOf(a);
  const right = bytesOf(b);
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let i = 0; i < left.length; i++) difference |= left[i]! ^ right[i]!;
  return difference === 0;
}

function nodeName(algorithm: DigestAlgorithm): string {
  return algorithm.toLowerCase().replace("-", "");
}

function isBufferSource(data: unknown): data is BufferSource {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError("Cannot digest the data: a chunk is neither ArrayBuffer nor ArrayBufferView");
}

function bufferOf(digest: Uint8Array): ArrayBuffer {
  return new Uint8Array(digest).buffer;
}
