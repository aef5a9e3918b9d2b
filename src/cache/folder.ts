/**
 * The files of a store: read with suspicion, written so that a reader sees the old content or the new one and nothing
 * between, and set aside when they are not what they should be. Nothing here is fatal: what cannot be read is not
 * there, what cannot be written is a warning.
 *
 * @module
 */

import type { Log } from "../base/log.ts";
import type { FileStat, Host } from "../host/host.ts";
import type { Counters } from "./counters.ts";

const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;
const BAD_MARK = ".bad-";
/** A temporary file this old was left by a process that did not live to rename it. */
const LEFTOVER_AGE_NS = 60_000_000_000n;

/** What tells one content of a file from another without reading it. */
export interface FileIdentity {
  readonly size: number;
  readonly mtimeNs: string;
  readonly ino: string;
}

/** A file as it was found. */
export interface FoundFile {
  readonly bytes: Uint8Array;
  readonly identity: FileIdentity;
}

/** Where the files are, and how many of them. */
export interface FolderOptions {
  /** The folder, and the cache directory it is in: both are made private when they are made. */
  readonly path: string;
  readonly root: string;
  readonly log: Log;
  readonly counters: Counters;
  /** How many files that were set aside are kept. @default {8} */
  readonly keepBad?: number;
  /** Bytes; a longer file is foreign. @default {33554432} */
  readonly sizeLimit?: number;
}

/** One folder of cache files. */
export class CacheFolder {
  readonly #host: Host;
  readonly #options: FolderOptions;

  constructor(host: Host, options: FolderOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Path of a file in the folder. */
  pathOf(name: string): string {
    return `${this.#options.path}/${name}`;
  }

  /** The identity of a file; undefined where there is nothing, or nothing that may be looked at. */
  async identity(name: string): Promise<FileIdentity | undefined> {
    const stat = await this.#stat(name);
    return stat === undefined ? undefined : identityOf(stat);
  }

  /**
   * Reads a file. What is there and is not a plain file of a reasonable size is set aside; undefined where nothing
   * is there that can be used.
   */
  async read(name: string): Promise<FoundFile | undefined> {
    const stat = await this.#stat(name);
    if (stat === undefined) return undefined;
    const limit = this.#options.sizeLimit ?? 32 * 1024 * 1024;
    if (stat.kind !== "file" || stat.size > limit) {
      const what = stat.kind === "file" ? `it is longer than ${limit} bytes` : `it is a ${stat.kind}`;
      await this.setAside(name, { identity: identityOf(stat), cause: new Error(`Cannot use the file: ${what}`) });
      return undefined;
    }
    try {
      const bytes = await this.#host.files.readBytes(this.pathOf(name));
      return bytes === undefined ? undefined : { bytes, identity: identityOf(stat) };
    } catch (cause) {
      await this.setAside(name, { identity: identityOf(stat), cause });
      return undefined;
    }
  }

  /** Writes a file whole. Undefined when it could not be written: a warning was logged. */
  async write(name: string, content: Promise<string>): Promise<FileIdentity | undefined> {
    const temporary = this.pathOf(`.${name}.${this.#host.env.pid}.${this.#host.ids.hex(8)}.tmp`);
    const files = this.#host.files;
    try {
      const text = await content;
      await this.#makeDirectories();
      await files.write(temporary, text, { mode: FILE_MODE, sync: true, exclusive: true });
      await files.rename(temporary, this.pathOf(name));
      await files.syncDirectory(this.#options.path);
      return await this.identity(name);
    } catch (cause) {
      this.#options.counters.add("failedWrites");
      this.#options.log.warn("Cannot keep a cache file; the answer is given all the same", {
        path: this.pathOf(name),
        cause: textOf(cause),
      });
      await this.#removeQuietly(temporary);
      return undefined;
    }
  }

  /** Moves a file that cannot be used out of the way, unless another process has replaced it meanwhile. */
  async setAside(name: string, found: { readonly identity: FileIdentity; readonly cause: unknown }): Promise<void> {
    this.#options.counters.add("badFiles");
    this.#options.log.warn("Set aside a cache file that cannot be used", {
      path: this.pathOf(name),
      cause: textOf(found.cause),
    });
    const now = await this.identity(name);
    if (now === undefined || !sameIdentity(now, found.identity)) return;
    const time = new Date(this.#host.clock.now()).toISOString().replaceAll(/[-:.]/g, "");
    try {
      await this.#host.files.rename(this.pathOf(name), this.pathOf(`${name}${BAD_MARK}${time}`));
      await this.#dropOldBadFiles();
    } catch {
      // A folder that cannot be written keeps its bad file; it was counted, and it is a miss.
    }
  }

  /** Removes a file; what cannot be removed stays. */
  async remove(name: string): Promise<void> {
    await this.#removeQuietly(this.pathOf(name));
  }

  /** Removes a file, and says so when it cannot. */
  async removeLoudly(name: string): Promise<void> {
    await this.#host.files.remove(this.pathOf(name), { recursive: true });
  }

  /** Every name in the folder. */
  async list(): Promise<string[]> {
    try {
      return await this.#host.files.list(this.#options.path) ?? [];
    } catch (cause) {
      this.#options.log.warn("Cannot list the cache folder", { path: this.#options.path, cause: textOf(cause) });
      return [];
    }
  }

  /** Removes temporary files that a process left which was killed while it wrote. */
  async tidy(): Promise<void> {
    const now = BigInt(Math.trunc(this.#host.clock.now())) * 1_000_000n;
    for (const name of await this.list()) {
      if (!isTemporary(name)) continue;
      const stat = await this.#stat(name);
      if (stat !== undefined && now - stat.mtimeNs > LEFTOVER_AGE_NS) await this.remove(name);
    }
  }

  async #makeDirectories(): Promise<void> {
    const files = this.#host.files;
    if (await files.stat(this.#options.path) !== undefined) return;
    let path = this.#options.root;
    await files.makeDirectory(path, { mode: DIRECTORY_MODE });
    for (const part of this.#options.path.slice(this.#options.root.length).split("/")) {
      if (part === "") continue;
      path += `/${part}`;
      await files.makeDirectory(path, { mode: DIRECTORY_MODE });
    }
  }

  async #stat(name: string): Promise<FileStat | undefined> {
    try {
      return await this.#host.files.lstat(this.pathOf(name));
    } catch {
      return undefined;
    }
  }

  async #dropOldBadFiles(): Promise<void> {
    const bad = (await this.list()).filter(isBad).sort((a, b) => badTime(a).localeCompare(badTime(b)));
    for (const name of bad.slice(0, Math.max(0, bad.length - (this.#options.keepBad ?? 8)))) await this.remove(name);
  }

  async #removeQuietly(path: string): Promise<void> {
    try {
      await this.#host.files.remove(path, { recursive: true });
    } catch {
      // What cannot be removed is found again and judged again.
    }
  }
}

/** Whether two identities are of the same content. */
export function sameIdentity(a: FileIdentity, b: FileIdentity): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ino === b.ino;
}

/** Whether the name is of a file that was set aside. */
export function isBad(name: string): boolean {
  return name.includes(BAD_MARK);
}

/** Whether the name is of a file that was being written. */
export function isTemporary(name: string): boolean {
  return name.startsWith(".") && name.endsWith(".tmp");
}

function badTime(name: string): string {
  return name.slice(name.lastIndexOf(BAD_MARK) + BAD_MARK.length);
}

function identityOf(stat: FileStat): FileIdentity {
  return { size: stat.size, mtimeNs: String(stat.mtimeNs), ino: String(stat.ino) };
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
