/**
 * What is in volumes: pages of memory, and nothing where nothing was written.
 *
 * @module
 */

import { failure } from "./errors.ts";

/** Bytes of a page. */
export const PAGE = 64 * 1024;

/** The most that all volumes of a hypervisor hold together, unless it is said otherwise: 1 GiB. */
const LIMIT = 1024 * 1024 * 1024;

/** A part of a volume: bytes, or a hole. */
export interface VolumePiece {
  /** Bytes. */
  readonly length: bigint;
  /** Undefined: all of them are zero. */
  readonly data?: Uint8Array;
}

/** The content of one volume. */
export interface VolumeBytes {
  /** Bytes that are kept. */
  readonly stored: number;
  /** Puts bytes at a place. */
  write(offset: bigint, data: Uint8Array): void;
  /** Makes a hole. */
  punch(offset: bigint, length: bigint): void;
  /** The piece at a place, of one page at most, or up to where the next data are. */
  read(offset: bigint, length: bigint): VolumePiece;
  /** Forgets everything. */
  clear(): void;
  /** Takes what another volume holds in its first bytes. */
  copy(other: VolumeBytes, length: bigint): void;
}

/** Where the content of volumes is kept. */
export interface VolumeMemory {
  /** A volume that holds nothing. */
  create(): VolumeBytes;
}

/** Memory for the volumes of one hypervisor, of so many bytes. */
export function createVolumeMemory(limit = LIMIT): VolumeMemory {
  const budget: Budget = { limit, used: 0 };
  return { create: () => new SparseBytes(budget) };
}

/** What all volumes share, in bytes. */
interface Budget {
  readonly limit: number;
  used: number;
}

class SparseBytes implements VolumeBytes {
  readonly #budget: Budget;
  /** By number, in no order. */
  readonly #pages = new Map<bigint, Uint8Array>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get stored(): number {
    return this.#pages.size * PAGE;
  }

  write(offset: bigint, data: Uint8Array): void {
    let at = offset;
    for (let done = 0; done < data.length;) {
      const [page, start] = placeOf(at);
      const piece = data.subarray(done, done + PAGE - start);
      this.#page(page).set(piece, start);
      done += piece.length;
      at += BigInt(piece.length);
    }
  }

  punch(offset: bigint, length: bigint): void {
    const end = offset + length;
    for (const [page, bytes] of this.#pages) {
      const first = page * BigInt(PAGE);
      if (first >= end || first + BigInt(PAGE) <= offset) continue;
      const from = offset > first ? Number(offset - first) : 0;
      const to = end < first + BigInt(PAGE) ? Number(end - first) : PAGE;
      if (from === 0 && to === PAGE) this.#drop(page);
      else bytes.fill(0, from, to);
    }
  }

  read(offset: bigint, length: bigint): VolumePiece {
    const [page, start] = placeOf(offset);
    const bytes = this.#pages.get(page);
    if (bytes !== undefined) {
      const data = bytes.slice(start, start + Number(length < BigInt(PAGE - start) ? length : BigInt(PAGE - start)));
      return { length: BigInt(data.length), data };
    }
    let next = offset + length;
    for (const number of this.#pages.keys()) {
      const first = number * BigInt(PAGE);
      if (first > offset && first < next) next = first;
    }
    return { length: next - offset };
  }

  clear(): void {
    for (const page of [...this.#pages.keys()]) this.#drop(page);
  }

  copy(other: VolumeBytes, length: bigint): void {
    for (let offset = 0n; offset < length;) {
      const piece = other.read(offset, length - offset);
      if (piece.data !== undefined) this.write(offset, piece.data);
      offset += piece.length;
    }
  }

  #page(number: bigint): Uint8Array {
    const found = this.#pages.get(number);
    if (found !== undefined) return found;
    const { limit, used } = this.#budget;
    if (used + PAGE > limit) {
      throw failure("VIR_ERR_OPERATION_FAILED", `all volumes of a hypervisor in memory hold ${limit} bytes at most`, {
        domain: "VIR_FROM_STORAGE",
        hint: "Delete or wipe a volume first, or send holes instead of zeros",
      });
    }
    this.#budget.used += PAGE;
    const page = new Uint8Array(PAGE);
    this.#pages.set(number, page);
    return page;
  }

  #drop(number: bigint): void {
    if (this.#pages.delete(number)) this.#budget.used -= PAGE;
  }
}

/** The page and the place in it. */
function placeOf(offset: bigint): readonly [page: bigint, start: number] {
  return [offset / BigInt(PAGE), Number(offset % BigInt(PAGE))];
}
