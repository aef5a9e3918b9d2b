/**
 * Reading facts from files under a root that may lie elsewhere, so that a recorded machine is read like a real one.
 *
 * What is not there gives `undefined`. What is there and cannot be read is another matter: it throws, or, where the
 * caller keeps a list of problems, it is written down there and the fact is left out.
 *
 * @module
 */

import type { Files, FileStat, Host } from "./host.ts";

/** Something that is there and could not be read or understood. */
export interface FactProblem {
  readonly path: string;
  /** The runtime's message, or what was expected. */
  readonly message: string;
}

/** How facts are read. */
export interface FactOptions {
  /** Where the machine's `/` is. @default {""} */
  readonly root?: string;
  /** Takes what could not be read; without it such a thing throws. */
  readonly problems?: FactProblem[];
}

/** Files of one machine. */
export class FactFiles {
  readonly #files: Files;
  readonly #root: string;
  readonly #problems: FactProblem[] | undefined;

  constructor(host: Host, options: FactOptions = {}) {
    this.#files = host.files;
    this.#root = (options.root ?? "").replace(/\/+$/, "");
    this.#problems = options.problems;
  }

  /** The text without white space around it; a few KiB at most by default. */
  async text(path: string, options?: { limit?: number }): Promise<string | undefined> {
    const text = await this.#read(path, (real) => this.#files.readText(real, { limit: options?.limit ?? 1024 * 1024 }));
    return text?.trim();
  }

  /** The first bytes of a file, as text. */
  async head(path: string, length: number): Promise<string | undefined> {
    const bytes = await this.#read(path, (real) => this.#files.readBytes(real, { length }));
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  }

  /** A decimal whole number; negative ones too. */
  async integer(path: string): Promise<number | undefined> {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    if (/^-?\d{1,15}$/.test(text)) return Number(text);
    this.report(path, `Expected a whole number, found ${JSON.stringify(text.slice(0, 40))}`);
    return undefined;
  }

  /** The text as `parse` understands it; what it throws is a problem of the file. */
  async parsed<T>(
    path: string,
    parse: (text: string) => T,
    options?: { limit?: number },
  ): Promise<T | undefined> {
    const text = await this.text(path, options);
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch (cause) {
      this.report(path, cause instanceof Error ? cause.message : String(cause), cause);
      return undefined;
    }
  }

  /** Names in a directory, sorted. */
  list(path: string): Promise<string[] | undefined> {
    return this.#read(path, (real) => this.#files.list(real));
  }

  /** Identity of a file. */
  stat(path: string): Promise<FileStat | undefined> {
    return this.#read(path, (real) => this.#files.stat(real));
  }

  /** Whether there is anything at the path. */
  async exists(path: string): Promise<boolean> {
    return await this.stat(path) !== undefined;
  }

  /** Whether this process may use the path so. */
  async access(path: string, how: "r" | "w" | "x" | "rw"): Promise<boolean> {
    return await this.#files.access(this.#root + path, how);
  }

  /** Writes a problem down, or throws it where nobody keeps a list. */
  report(path: string, message: string, cause?: unknown): void {
    if (this.#problems === undefined) throw new Error(`Cannot read "${path}": ${message}`, { cause });
    this.#problems.push({ path, message });
  }

  async #read<T>(path: string, read: (real: string) => Promise<T | undefined>): Promise<T | undefined> {
    try {
      return await read(this.#root + path);
    } catch (cause) {
      this.report(path, cause instanceof Error ? cause.message : String(cause), cause);
      return undefined;
    }
  }
}
