/**
 * The part of `@std/crypto` that this program uses, with that package's names, signatures and meaning. Imported as
 * `@std/crypto` only; `.github/decisions/0001-std-adapters.md` says why.
 *
 * One buffer is digested by the runtime, off the main thread. What has to be there at once is computed here, because
 * loading the runtime's `node:crypto` takes longer than a start with a warm cache may.
 *
 * @module
 */

/** The digest algorithm in use here; the real package knows more. */
export type DigestAlgorithm = "SHA-256";

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
      requireKnown(algorithm);
      if (isBufferSource(data)) return await globalThis.crypto.subtle.digest(algorithm, data);
      const hash = new Sha256();
      for await (const chunk of data) hash.update(bytesOf(chunk));
      return hash.digest();
    },
    digestSync(algorithm, data): ArrayBuffer {
      requireKnown(algorithm);
      const hash = new Sha256();
      if (isBufferSource(data)) hash.update(bytesOf(data));
      else for (const chunk of data) hash.update(bytesOf(chunk));
      return hash.digest();
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

function requireKnown(algorithm: string): void {
  if (algorithm === "SHA-256") return;
  throw new DOMException(`Cannot digest with "${algorithm}": only SHA-256 is here`, "NotSupportedError");
}

function isBufferSource(data: unknown): data is BufferSource {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError("Cannot digest the data: a chunk is neither ArrayBuffer nor ArrayBufferView");
}

const BLOCK = 64;
const INITIAL = Int32Array.from(fractionalBits(8, Math.sqrt));
const CONSTANTS = Int32Array.from(fractionalBits(64, Math.cbrt));

/** SHA-256 in pieces (FIPS 180-4, section 6.2). */
class Sha256 {
  readonly #state = INITIAL.slice();
  readonly #schedule = new Int32Array(BLOCK);
  readonly #rest = new Uint8Array(BLOCK);
  #length = 0;

  update(bytes: Uint8Array): void {
    let at = 0;
    const held = this.#length % BLOCK;
    this.#length += bytes.length;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      this.#rest.set(bytes.subarray(0, at), held);
      if (held + at < BLOCK) return;
      this.#mix(this.#rest, 0);
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#mix(bytes, at);
    this.#rest.set(bytes.subarray(at));
  }

  digest(): ArrayBuffer {
    const bits = this.#length * 8;
    // One bit, then zeros up to the last eight bytes of a block, which hold the length.
    const padding = new Uint8Array(BLOCK - (this.#length + 8) % BLOCK + 8);
    padding[0] = 0x80;
    const tail = new DataView(padding.buffer, padding.length - 8);
    tail.setUint32(0, Math.floor(bits / 2 ** 32));
    tail.setUint32(4, bits >>> 0);
    this.update(padding);
    const result = new DataView(new ArrayBuffer(32));
    for (const [index, word] of this.#state.entries()) result.setInt32(index * 4, word);
    return result.buffer;
  }

  #mix(bytes: Uint8Array, start: number): void {
    const words = this.#schedule;
    const state = this.#state;
    const constants = CONSTANTS;
    for (let i = 0, at = start; i < 16; i++, at += 4) {
      words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    }
    for (let i = 16; i < 64; i++) {
      const early = words[i - 15]!;
      const late = words[i - 2]!;
      const small0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
      const small1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
      words[i] = words[i - 16]! + small0 + words[i - 7]! + small1;
    }
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i++) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + big1 + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    // A typed array keeps the low 32 bits of what is put into it.
    state[0]! += a;
    state[1]! += b;
    state[2]! += c;
    state[3]! += d;
    state[4]! += e;
    state[5]! += f;
    state[6]! += g;
    state[7]! += h;
  }
}

/** The first 32 bits behind the point of the roots of the first primes: the constants of SHA-256, as it defines them. */
function fractionalBits(count: number, root: (prime: number) => number): number[] {
  const bits: number[] = [];
  for (let candidate = 2; bits.length < count; candidate++) {
    if (isPrime(candidate)) bits.push((root(candidate) % 1) * 2 ** 32);
  }
  return bits;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}
