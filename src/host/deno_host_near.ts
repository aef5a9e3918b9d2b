/**
 * Which directories are on a file system of this machine: what is in them may be asked about at once, while one that
 * a server holds may keep its reader waiting, and is asked off the main thread.
 *
 * @module
 */

import type { Libc } from "./deno_host_libc.ts";

/** Numbers of `struct statfs` (statfs(2)) for what is on a disk or in memory. */
const LOCAL: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x9123683e, // btrfs
  0x58465342, // xfs
  0x01021994, // tmpfs
  0x858458f6, // ramfs
  0x794c7630, // overlayfs, whose upper layer is on one of these
  0xf2f52010, // f2fs
  0x2fc12fc1, // zfs
  0x73717368, // squashfs
]);

const STATFS_SIZE = 256;
/** Something else may be mounted there meanwhile. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 256;

/** Remembers for a while what was found, so that many files of one directory cost one question. */
export class NearDirectories {
  readonly #libc: Libc;
  readonly #found = new Map<string, { readonly near: Promise<boolean>; readonly at: number }>();

  constructor(libc: Libc) {
    this.#libc = libc;
  }

  /** Whether the directory is there, and on a file system of this machine. */
  has(directory: string): Promise<boolean> {
    const now = performance.now();
    const known = this.#found.get(directory);
    if (known !== undefined && now - known.at < REMEMBERED_MS) return known.near;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    const near = this.#ask(directory);
    this.#found.set(directory, { near, at: now });
    return near;
  }

  async #ask(directory: string): Promise<boolean> {
    const buffer = new Uint8Array(STATFS_SIZE);
    if (await this.#libc.statfs(directory, buffer) === 0) {
      // The first word is the type, of 64 bits where this program runs; the types have 32.
      return LOCAL.has(new DataView(buffer.buffer).getUint32(0, true));
    }
    // It may be made in a moment.
    this.#found.delete(directory);
    return false;
  }
}
