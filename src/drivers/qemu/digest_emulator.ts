/**
 * What makes a binary this very binary, wherever it lies and whatever its times say.
 *
 * @module
 */

import type { Files } from "../../host/host.ts";
import { parseBuildId, parseNoteRanges } from "./parse_elf_build_id.ts";

const HEAD_BYTES = 16 * 1024;

/**
 * `build-id:` and the linker's digest where the program has one, otherwise `sha256:` and that of the whole file;
 * `undefined` where there is no file.
 */
export async function digestEmulator(files: Files, path: string): Promise<string | undefined> {
  const head = await files.readBytes(path, { length: HEAD_BYTES });
  if (head === undefined) return undefined;
  for (const { offset, length } of parseNoteRanges(head)) {
    const inHead = offset + length <= head.length;
    const notes = inHead ? head.subarray(offset, offset + length) : await files.readBytes(path, { offset, length });
    const id = notes && parseBuildId(notes, { littleEndian: head[5] === 1 });
    if (id !== undefined) return `build-id:${id}`;
  }
  const sum = await files.sha256(path);
  return sum === undefined ? undefined : `sha256:${sum}`;
}
