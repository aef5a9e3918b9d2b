/**
 * The build id of a program: a number the linker made from its content, in a note of the file.
 * Source of the layout: elf(5), and the GNU note type 3.
 *
 * @module
 */

import { toHex } from "../../../base/hex.ts";

const PT_NOTE = 4;
const NT_GNU_BUILD_ID = 3;
/** Files have a dozen program headers; more than this is no file of a linker. */
const MOST_HEADERS = 256;

/** The build id in hexadecimal digits; undefined where the first bytes of the file hold none. */
export function parseBuildId(head: Uint8Array): string | undefined {
  try {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (view.getUint32(0, false) !== 0x7f45_4c46) return undefined;
    return readBuildId(new ElfReader(view, { wide: head[4] === 2, little: head[5] === 1 }));
  } catch (error) {
    // What lies beyond the bytes at hand is not known.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readBuildId(elf: ElfReader): string | undefined {
  const tableAt = elf.address(elf.wide ? 32 : 28);
  const size = elf.half(elf.wide ? 54 : 42);
  const count = Math.min(elf.half(elf.wide ? 56 : 44), MOST_HEADERS);
  for (let header = 0; header < count; header++) {
    const at = tableAt + header * size;
    if (elf.word(at) !== PT_NOTE) continue;
    const start = elf.address(at + (elf.wide ? 8 : 4));
    const found = readNotes(elf, start, start + elf.address(at + (elf.wide ? 32 : 16)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function readNotes(elf: ElfReader, start: number, end: number): string | undefined {
  let at = start;
  while (at + 12 <= end) {
    const nameSize = elf.word(at);
    const valueSize = elf.word(at + 4);
    const valueAt = at + 12 + padded(nameSize);
    if (elf.word(at + 8) === NT_GNU_BUILD_ID && nameSize === 4 && elf.text(at + 12, 3) === "GNU") {
      return valueSize === 0 || valueSize > 64 ? undefined : toHex(elf.bytes(valueAt, valueSize));
    }
    at = valueAt + padded(valueSize);
  }
  return undefined;
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

/** Reads numbers of an ELF file's own width and byte order. Throws RangeError beyond the end. */
class ElfReader {
  readonly wide: boolean;
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(view: DataView, kind: { readonly wide: boolean; readonly little: boolean }) {
    this.#view = view;
    this.wide = kind.wide;
    this.#little = kind.little;
  }

  half(at: number): number {
    return this.#view.getUint16(at, this.#little);
  }

  word(at: number): number {
    return this.#view.getUint32(at, this.#little);
  }

  address(at: number): number {
    return this.wide ? Number(this.#view.getBigUint64(at, this.#little)) : this.word(at);
  }

  bytes(at: number, length: number): Uint8Array {
    if (at + length > this.#view.byteLength) throw new RangeError("Cannot read beyond the end");
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length);
  }

  text(at: number, length: number): string {
    return String.fromCharCode(...this.bytes(at, length));
  }
}
