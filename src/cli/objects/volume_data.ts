/**
 * The data of volumes: from a hypervisor to a file or standard output, and back. Nothing else is written to a pipe.
 *
 * @module
 */

import type { StorageVolume, StreamChunk } from "../../api/mod.ts";
import { CliError } from "../failure.ts";
import type { Answer } from "./answer.ts";
import type { Call } from "./object_command.ts";
import type { Words } from "./words.ts";

/** Zeros that are written at once for a hole where the target cannot have holes. */
const ZEROS = 1024 * 1024;

/** Writes a volume to a file, or to standard output. */
export async function download(volume: StorageVolume, { words }: Call): Promise<Answer | undefined> {
  const path = words.required("file");
  await using stream = await volume.download(rangeOf(words));
  if (stream.readable === undefined) throw new CliError("The hypervisor sends no data");
  const target = path === "-" ? undefined : await openForWriting(path);
  let size = 0;
  try {
    for await (const chunk of stream.readable) {
      if (target === undefined) await writeOut(chunk);
      else await writeFile(target, chunk);
      size += chunk instanceof Uint8Array ? chunk.length : chunk.hole;
    }
    // A hole at the end is no data, but counts as length.
    if (target !== undefined) await target.truncate(size);
  } finally {
    target?.close();
  }
  await stream.finish();
  return path === "-" ? undefined : { text: "", quiet: "", json: { ...volume.reference, file: path, size } };
}

/** Writes a file, or standard input, to a volume. */
export async function upload(volume: StorageVolume, { words }: Call): Promise<Answer> {
  const path = words.required("file");
  using source = path === "-" ? undefined : await openForReading(path);
  await using stream = await volume.upload(rangeOf(words));
  if (stream.writable === undefined) throw new CliError("The hypervisor takes no data");
  const writer = stream.writable.getWriter();
  let size = 0;
  for await (const chunk of (source ?? Deno.stdin).readable) {
    size += chunk.length;
    if (words.has("sparse") && chunk.every((byte) => byte === 0)) await writer.write({ hole: chunk.length });
    else await writer.write(chunk);
  }
  await writer.close();
  await stream.finish();
  return { text: "", quiet: "", json: { ...volume.reference, file: path, size } };
}

function rangeOf(words: Words): Parameters<StorageVolume["download"]>[0] {
  return {
    offset: words.bytes("offset", 1) ?? 0,
    length: words.bytes("length", 1) ?? 0,
    flags: words.flags({ sparseStream: "sparse" }),
  };
}

async function openForWriting(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { write: true, create: true, truncate: true, mode: 0o600 });
  } catch (error) {
    throw new CliError(`Cannot write "${path}"`, 1, { cause: error });
  }
}

async function openForReading(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    throw new CliError(`Cannot read "${path}"`, 1, { cause: error });
  }
}

async function writeFile(file: Deno.FsFile, chunk: StreamChunk): Promise<void> {
  if (!(chunk instanceof Uint8Array)) await file.seek(chunk.hole, Deno.SeekMode.Current);
  else await writeAll(file, chunk);
}

async function writeOut(chunk: StreamChunk): Promise<void> {
  if (chunk instanceof Uint8Array) return await writeAll(Deno.stdout, chunk);
  const zeros = new Uint8Array(Math.min(ZEROS, chunk.hole));
  for (let left = chunk.hole; left > 0; left -= zeros.length) {
    await writeAll(Deno.stdout, zeros.subarray(0, Math.min(left, zeros.length)));
  }
}

async function writeAll(target: { write(bytes: Uint8Array): Promise<number> }, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await target.write(bytes.subarray(at));
}
