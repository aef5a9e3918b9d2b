/**
 * The GNU build-id of an ELF program: a digest of its content that the linker has already taken. Layout after the ELF
 * specification (program header table, note segments) and `NT_GNU_BUILD_ID` of binutils.
 *
 * @module
 */

import { toHex } from "../../base/hex.ts";

/** A stretch of a file. */
export interface FileRange {
  readonly offset: number;
  readonly length: number;
}

const PT_NOTE = 4;
const NT_GNU_BUILD_ID = 3;
const MAX_NOTE_BYTES = 64 * 1024;

/** Where a program's notes are, read from the first bytes of its file; none for what is not ELF. */
export function parseNoteRanges(head: Uint8Array): readonly FileRange[] {
  if (head.length < 52 || String.fromCharCode(...head.subarray(0, 4)) !== "\x7fELF") return [];
  const wide = head[4] === 2;
  const little = head[5] === 1;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (wide && head.length < 64) return [];
  const table = wide ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little);
  const entryBytes = view.getUint16(wide ? 54 : 42, little);
  const count = view.getUint16(wide ? 56 : 44, little);
  const ranges: FileRange[] = [];
  for (let index = 0; index < count; index++) {
    const at = table + index * entryBytes;
    if (entryBytes < (wide ? 56 : 32) || at + entryBytes > head.length) break;
    if (view.getUint32(at, little) !== PT_NOTE) continue;
    const offset = wide ? Number(view.getBigUint64(at + 8, little)) : view.getUint32(at + 4, little);
    const length = wide ? Number(view.getBigUint64(at + 32, little)) : view.getUint32(at + 16, little);
    if (length <= MAX_NOTE_BYTES && Number.isSafeInteger(offset)) ranges.push({ offset, length });
  }
  return ranges;
}

/** The build-id in a note segment, in lower-case hex; `undefined` where it has none or is damaged. */
export function parseBuildId(notes: Uint8Array, options: { readonly littleEndian: boolean }): string | undefined {
  const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
  let at = 0;
  while (at + 12 <= notes.length) {
    const nameBytes = view.getUint32(at, options.littleEndian);
    const valueBytes = view.getUint32(at + 4, options.littleEndian);
    const type = view.getUint32(at + 8, options.littleEndian);
    const name = at + 12;
    const value = name + aligned(nameBytes);
    const end = value + valueBytes;
    if (end > notes.length) return undefined;
    const isGnu = String.fromCharCode(...notes.subarray(name, name + 4)) === "GNU\0" && nameBytes === 4;
    if (isGnu && type === NT_GNU_BUILD_ID && valueBytes > 0) return toHex(notes.subarray(value, end));
    at = value + aligned(valueBytes);
  }
  return undefined;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
