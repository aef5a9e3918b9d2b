/**
 * What lies in /proc, /sys and /dev, and the names and times of the system's own files, asked of the C library at once
 * and without a queue.
 *
 * The runtime opens these only for a program that is allowed everything, and each question takes it a thread. The
 * kernel answers them from memory, and a start asks hundreds.
 *
 * @module
 */

import { parseStatx, STATX_SIZE } from "./deno_host_stat.ts";
import type { Libc } from "./deno_host_libc.ts";
import type { FileStat } from "./host.ts";

const O_CLOEXEC = 0o2000000;
/** Who opens a pipe that has no writer is not kept waiting. */
const O_NONBLOCK = 0o4000;
const O_NOCTTY = 0o400;
const AT_SYMLINK_NOFOLLOW = 0x100;
const FIRST_READ = 16 * 1024;
/** Room for what may follow the first part. */
const SMALL_READ = 64;
const PATH_MAX = 4096;
const PAGE = 4096;
/** Where the name begins in the kernel's `struct linux_dirent64` (getdents64(2)), and where its length stands. */
const DIRENT_NAME = 19;
const DIRENT_LENGTH = 16;

/** Numbers of errno(3) on Linux. */
const ENOENT = 2;
const ENOTDIR = 20;
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  1: "Operation not permitted",
  5: "Input/output error",
  13: "Permission denied",
  19: "No such device",
  21: "Is a directory",
  22: "Invalid argument",
  40: "Too many levels of symbolic links",
};

/** Whether the path is the kernel's. */
export function isKernelPath(path: string): boolean {
  return /^\/(proc|sys|dev)(\/|$)/.test(path);
}

/**
 * Whether the path is the kernel's, or of the operating system itself: what lies there is on a disk of this machine,
 * and its names and times are in memory after the first look. A home, or a mount, may be on a server that is away.
 */
export function isSystemPath(path: string): boolean {
  return isKernelPath(path) || /^\/(usr|etc|bin|sbin|lib\w*|var\/(cache|lib))(\/|$)/.test(path);
}

/** Whether the file is made by the kernel at the moment it is read; a device may keep its reader waiting instead. */
export function isKernelText(path: string): boolean {
  return path.startsWith("/proc/") || path.startsWith("/sys/");
}

/** The kernel's files. Absence is a value; every other failure throws with the path in it. */
export class KernelFiles {
  readonly #libc: Libc;
  /** Every reading begins here: most files are shorter, and a start reads hundreds. */
  readonly #scratch = new Uint8Array(FIRST_READ);

  constructor(libc: Libc) {
    this.#libc = libc;
  }

  /** At most `length` bytes from `offset`. */
  read(path: string, { offset, length }: { offset: number; length: number }): Uint8Array<ArrayBuffer> | undefined {
    const fd = this.#libc.open(path, O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) return this.#absent("open", path);
    try {
      const first = Number(this.#libc.pread(fd, this.#scratch, BigInt(offset)));
      if (first < 0) return this.#absent("read", path);
      // Files of the kernel give a part at a time, and the end is a part of no bytes.
      if (first >= length) return this.#scratch.slice(0, length);
      // But an attribute of sysfs is given whole, and is a page at most (Documentation/filesystems/sysfs.rst).
      if (first < PAGE && offset === 0 && path.startsWith("/sys/")) return this.#scratch.slice(0, first);
      let buffer = new Uint8Array(Math.min(first * 2 + SMALL_READ, length));
      buffer.set(this.#scratch.subarray(0, first));
      let used = first;
      while (used < length && used > 0) {
        if (used === buffer.length) {
          const larger = new Uint8Array(Math.min(buffer.length * 4, length));
          larger.set(buffer);
          buffer = larger;
        }
        const read = Number(this.#libc.pread(fd, buffer.subarray(used), BigInt(offset + used)));
        if (read < 0) return this.#absent("read", path);
        if (read === 0) break;
        used += read;
      }
      return buffer.subarray(0, used);
    } finally {
      this.#libc.close(fd);
    }
  }

  /** Names in a directory, sorted. */
  list(path: string): string[] | undefined {
    const fd = this.#libc.open(path, O_CLOEXEC | directoryFlag());
    if (fd < 0) return this.#absent("list", path);
    try {
      const names: string[] = [];
      const buffer = new Uint8Array(32 * 1024);
      while (true) {
        const read = Number(this.#libc.readDirectory(fd, buffer));
        if (read < 0) return this.#absent("list", path);
        if (read === 0) return names.sort();
        names.push(...parseEntries(buffer.subarray(0, read)));
      }
    } finally {
      this.#libc.close(fd);
    }
  }

  stat(path: string, { follow }: { follow: boolean }): FileStat | undefined {
    const buffer = new Uint8Array(STATX_SIZE);
    const failed = this.#libc.statxNow(path, follow ? 0 : AT_SYMLINK_NOFOLLOW, buffer) !== 0;
    return failed ? this.#absent("stat", path) : parseStatx(buffer);
  }

  readLink(path: string): string | undefined {
    const buffer = new Uint8Array(PATH_MAX);
    const length = Number(this.#libc.readLink(path, buffer));
    return length < 0 ? this.#absent("read the link", path) : new TextDecoder().decode(buffer.subarray(0, length));
  }

  realPath(path: string): string | undefined {
    const buffer = new Uint8Array(PATH_MAX);
    if (!this.#libc.realPath(path, buffer)) return this.#absent("resolve", path);
    return new TextDecoder().decode(buffer.subarray(0, buffer.indexOf(0)));
  }

  /** Whether the process may use the path with `bits` (4 read, 2 write, 1 execute or search). */
  access(path: string, bits: number): boolean {
    return this.#libc.accessNow(path, bits) === 0;
  }

  /** Undefined when the call that just failed found nothing; throws what else was wrong. */
  #absent(verb: string, path: string): undefined {
    const number = this.#libc.errorNumber();
    if (number === ENOENT || number === ENOTDIR) return undefined;
    const message = `Cannot ${verb} "${path}": ${ERROR_TEXTS[number] ?? "the system refused"} (os error ${number})`;
    throw number === 1 || number === 13 ? new Deno.errors.PermissionDenied(message) : new Error(message);
  }
}

/** O_DIRECTORY; ARM has given its number to O_DIRECT and the other way round. */
function directoryFlag(): number {
  return Deno.build.arch === "aarch64" ? 0o40000 : 0o200000;
}

/** Reads the names out of what getdents64 gave, without `.` and `..`. */
export function parseEntries(buffer: Uint8Array<ArrayBuffer>): string[] {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  // All at once, as a decoder takes its time for every call; the few names that are not ASCII are decoded again.
  const letters = new TextDecoder("latin1").decode(buffer);
  const names: string[] = [];
  for (let at = 0; at + DIRENT_NAME < buffer.length;) {
    const length = view.getUint16(at + DIRENT_LENGTH, true);
    if (length <= DIRENT_NAME) break;
    const start = at + DIRENT_NAME;
    const end = letters.indexOf("\0", start);
    const name = letters.slice(start, end);
    // deno-lint-ignore no-control-regex
    const plain = /^[\x00-\x7f]*$/.test(name) ? name : new TextDecoder().decode(buffer.subarray(start, end));
    if (plain !== "." && plain !== "..") names.push(plain);
    at += length;
  }
  return names;
}
