/**
 * The real file tree. Absence is a value here: what is not there gives `undefined`, every other failure throws.
 *
 * @module
 */

import { accessByMode } from "./deno_host_access.ts";
import { hashFile } from "./deno_host_hash.ts";
import { isKernelText, isSystemPath, KernelFiles } from "./deno_host_kernel_files.ts";
import type { LazyLibc } from "./deno_host_libc.ts";
import { listNames } from "./deno_host_list.ts";
import { lockFile } from "./deno_host_lock.ts";
import { NearDirectories } from "./deno_host_near.ts";
import { statFile } from "./deno_host_stat.ts";
import type { Files, FileStat } from "./host.ts";

const DEFAULT_LIMIT = 64 * 1024 * 1024;
const FIRST_READ = 16 * 1024;
/** A read of no more than this is done at once where the file is the system's. */
const SHORT_READ = 64 * 1024;
const ACCESS_MODES = { r: 4, w: 2, x: 1, rw: 6 };

/** The file tree of this machine. */
export function denoFiles(libc: LazyLibc): Files {
  return new DenoFiles(libc);
}

class DenoFiles implements Files {
  readonly #libc: LazyLibc;
  #kernelFiles: KernelFiles | undefined;
  #nearDirectories: NearDirectories | undefined;

  constructor(libc: LazyLibc) {
    this.#libc = libc;
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.stat(path, { follow: true });
    return await absentAsUndefined(statFile(path, { follow: true, libc: this.#libc() }));
  }

  async lstat(path: string): Promise<FileStat | undefined> {
    const kernel = this.#kernel(path) ?? await this.#near(path, path.slice(0, path.lastIndexOf("/")));
    if (kernel) return kernel.stat(path, { follow: false });
    return await absentAsUndefined(statFile(path, { follow: false, libc: this.#libc() }));
  }

  async realPath(path: string): Promise<string | undefined> {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.realPath(path);
    return await absentAsUndefined(Deno.realPath(path));
  }

  async readLink(path: string): Promise<string | undefined> {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.readLink(path);
    return await absentAsUndefined(Deno.readLink(path));
  }

  async readText(path: string, options?: { limit?: number }): Promise<string | undefined> {
    const limit = options?.limit ?? DEFAULT_LIMIT;
    const bytes = await this.#readUpTo(path, { offset: 0, length: limit + 1 });
    if (bytes === undefined) return undefined;
    if (bytes.length > limit) throw new RangeError(`Cannot read "${path}": it is larger than ${limit} bytes`);
    return new TextDecoder().decode(bytes);
  }

  async readBytes(path: string, options?: { offset?: number; length?: number }): Promise<Uint8Array | undefined> {
    const offset = options?.offset ?? 0;
    if (options?.length !== undefined) {
      return await this.#readUpTo(path, { offset, length: options.length });
    }
    const bytes = await this.#readUpTo(path, { offset, length: DEFAULT_LIMIT + 1 });
    if (bytes && bytes.length > DEFAULT_LIMIT) {
      throw new RangeError(`Cannot read "${path}": it is larger than ${DEFAULT_LIMIT} bytes; read it in pieces`);
    }
    return bytes;
  }

  async list(path: string): Promise<string[] | undefined> {
    const kernel = this.#kernel(path) ?? await this.#near(path, path);
    if (kernel) return kernel.list(path);
    return await absentAsUndefined(listNames(path, this.#libc()));
  }

  async access(path: string, how: "r" | "w" | "x" | "rw"): Promise<boolean> {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.access(path, ACCESS_MODES[how]);
    const libc = this.#libc();
    if (libc) return await libc.access(path, ACCESS_MODES[how]) === 0;
    return await accessByMode(path, ACCESS_MODES[how]);
  }

  async makeDirectory(path: string, options?: { mode?: number }): Promise<void> {
    await Deno.mkdir(path, { recursive: true, ...(options?.mode === undefined ? {} : { mode: options.mode }) });
  }

  async makeTempDirectory(options?: { parent?: string; prefix?: string }): Promise<string> {
    return await Deno.makeTempDir({
      ...(options?.parent === undefined ? {} : { dir: options.parent }),
      ...(options?.prefix === undefined ? {} : { prefix: options.prefix }),
    });
  }

  async write(
    path: string,
    data: Uint8Array | string,
    options?: { mode?: number; sync?: boolean; exclusive?: boolean },
  ): Promise<void> {
    using file = await Deno.open(path, {
      write: true,
      ...(options?.exclusive ? { createNew: true } : { create: true, truncate: true }),
      ...(options?.mode === undefined ? {} : { mode: options.mode }),
    });
    // The mode at opening is only for new files, and the umask cuts it.
    if (options?.mode !== undefined) await Deno.chmod(path, options.mode);
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    for (let written = 0; written < bytes.length;) written += await file.write(bytes.subarray(written));
    if (options?.sync) await file.sync();
  }

  async rename(from: string, to: string): Promise<void> {
    await Deno.rename(from, to);
  }

  async syncDirectory(path: string): Promise<void> {
    using directory = await Deno.open(path, { read: true });
    await directory.sync();
  }

  async changeMode(path: string, mode: number): Promise<void> {
    await Deno.chmod(path, mode);
  }

  async changeOwner(path: string, uid: number, gid: number): Promise<void> {
    await Deno.chown(path, uid, gid);
  }

  async remove(path: string, options?: { recursive?: boolean }): Promise<void> {
    await absentAsUndefined(Deno.remove(path, { recursive: options?.recursive ?? false }));
  }

  async lock(path: string): Promise<AsyncDisposable> {
    return await lockFile(path);
  }

  async sha256(path: string): Promise<string | undefined> {
    return await absentAsUndefined(hashFile(path));
  }

  /** Reads until the end, whatever size the system claims. */
  async #readUpTo(path: string, range: { offset: number; length: number }): Promise<Uint8Array | undefined> {
    const atOnce = isKernelText(path) || (range.length <= SHORT_READ && !path.startsWith("/dev/"));
    const kernel = atOnce ? this.#kernel(path) : undefined;
    return kernel ? kernel.read(path, range) : await absentAsUndefined(readOrdinaryFile(path, range));
  }

  /** The kernel's and the system's files, where the path is one and the C library may be asked. */
  #kernel(path: string): KernelFiles | undefined {
    if (!isSystemPath(path)) return undefined;
    const libc = this.#libc();
    return libc && (this.#kernelFiles ??= new KernelFiles(libc));
  }

  /** The same for a path in a directory that is on a file system of this machine. */
  async #near(path: string, directory: string): Promise<KernelFiles | undefined> {
    const libc = path.startsWith("/") ? this.#libc() : undefined;
    if (libc === undefined) return undefined;
    const isNear = await (this.#nearDirectories ??= new NearDirectories(libc)).has(directory || "/");
    return isNear ? this.#kernelFiles ??= new KernelFiles(libc) : undefined;
  }
}

async function absentAsUndefined<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return undefined;
    throw error;
  }
}

async function readOrdinaryFile(path: string, range: { offset: number; length: number }): Promise<Uint8Array> {
  using file = await Deno.open(path, { read: true });
  if (range.offset > 0) await file.seek(range.offset, Deno.SeekMode.Start);
  let buffer = new Uint8Array(Math.min(FIRST_READ, range.length));
  let used = 0;
  while (used < range.length) {
    if (used === buffer.length) buffer = enlarged(buffer, range.length);
    const read = await file.read(buffer.subarray(used));
    if (read === null) break;
    used += read;
  }
  return buffer.subarray(0, used);
}

function enlarged(buffer: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(buffer.length * 4, most));
  larger.set(buffer);
  return larger;
}
