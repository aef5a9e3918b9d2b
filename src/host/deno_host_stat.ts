/**
 * File identity and times with the kernel's nanoseconds.
 *
 * The runtime keeps milliseconds of the modification time and whole seconds of the change time, too coarse to notice
 * that a program was replaced twice in a second. `statx` of the C library has them all; without it the runtime's
 * coarse times are given.
 *
 * @module
 */

import type { Libc } from "./deno_host_libc.ts";
import type { FileKind, FileStat } from "./host.ts";

const AT_SYMLINK_NOFOLLOW = 0x100;
/** ENOENT and ENOTDIR (errno(3)). */
const ABSENT: readonly number[] = [2, 20];
/** Bytes of the kernel's `struct statx`. */
export const STATX_SIZE = 256;

/** Identity and times of the file at `path`, undefined where there is none; throws the runtime's error otherwise. */
export async function statFile(
  path: string,
  options: { follow: boolean; libc: Libc | undefined },
): Promise<FileStat | undefined> {
  const { libc, follow } = options;
  if (libc) {
    const buffer = new Uint8Array(STATX_SIZE);
    const flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    if (await libc.statx(path, flags, buffer) === 0) return parseStatx(buffer);
    // The reason stayed in the other thread. Asked again on this one, it is at hand, and costs no error object.
    if (libc.statxNow(path, flags, buffer) === 0) return parseStatx(buffer);
    if (ABSENT.includes(libc.errorNumber())) return undefined;
  }
  // After a failure the runtime's own call says what is wrong.
  return fromFileInfo(follow ? await Deno.stat(path) : await Deno.lstat(path));
}

/** Reads the kernel's `struct statx` (statx(2)). */
export function parseStatx(buffer: Uint8Array<ArrayBuffer>): FileStat {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const little = true;
  const mode = view.getUint16(0x1c, little);
  const major = view.getUint32(0x88, little);
  const minor = view.getUint32(0x8c, little);
  return {
    kind: kindOfMode(mode),
    mode: mode & 0o7777,
    uid: view.getUint32(0x14, little),
    gid: view.getUint32(0x18, little),
    dev: deviceNumber(major, minor),
    ino: view.getBigUint64(0x20, little),
    size: Number(view.getBigUint64(0x28, little)),
    ctimeNs: view.getBigInt64(0x60, little) * 1_000_000_000n + BigInt(view.getUint32(0x68, little)),
    mtimeNs: view.getBigInt64(0x70, little) * 1_000_000_000n + BigInt(view.getUint32(0x78, little)),
  };
}

/** The C library's packing of a device number (makedev(3)). */
function deviceNumber(major: number, minor: number): bigint {
  const [high, low] = [BigInt(major), BigInt(minor)];
  return (low & 0xffn) | ((high & 0xfffn) << 8n) | ((low & ~0xffn) << 12n) | ((high & ~0xfffn) << 32n);
}

function kindOfMode(mode: number): FileKind {
  switch (mode & 0o170000) {
    case 0o040000:
      return "directory";
    case 0o120000:
      return "symlink";
    case 0o140000:
      return "socket";
    case 0o010000:
      return "fifo";
    case 0o060000:
      return "block";
    case 0o020000:
      return "character";
    default:
      return "file";
  }
}

function fromFileInfo(info: Deno.FileInfo): FileStat {
  return {
    kind: kindOfInfo(info),
    mode: (info.mode ?? 0) & 0o7777,
    uid: info.uid ?? 0,
    gid: info.gid ?? 0,
    dev: BigInt(info.dev),
    ino: BigInt(info.ino ?? 0),
    size: info.size,
    mtimeNs: BigInt(info.mtime?.getTime() ?? 0) * 1_000_000n,
    ctimeNs: BigInt(info.ctime?.getTime() ?? 0) * 1_000_000n,
  };
}

function kindOfInfo(info: Deno.FileInfo): FileKind {
  if (info.isSymlink) return "symlink";
  if (info.isDirectory) return "directory";
  if (info.isBlockDevice) return "block";
  if (info.isCharDevice) return "character";
  if (info.isFifo) return "fifo";
  return info.isSocket ? "socket" : "file";
}
