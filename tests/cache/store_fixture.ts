/**
 * A store of notes on a fake host, with a log that can be read.
 *
 * @module
 */

import type { Log, LogFields } from "../../src/base/log.ts";
import { CacheStore, type CacheStoreOptions, type MakeContext } from "../../src/cache/mod.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { type Note, NoteCodec, noteFile, type NoteSummary } from "./note_codec.ts";

/** The cache directory. */
export const ROOT = "/var/cache/test";
/** The folder of the notes. */
export const FOLDER = `${ROOT}/notes/all`;

/** A log that keeps its lines. */
export class KeptLog implements Log {
  readonly lines: { readonly level: string; readonly message: string; readonly fields: LogFields }[] = [];

  debug(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: "debug", message, fields });
  }

  info(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: "info", message, fields });
  }

  warn(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: "warn", message, fields });
  }

  error(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: "error", message, fields });
  }

  /** The lines of a level that carry this text. */
  with(level: string, text: string): readonly { readonly message: string; readonly fields: LogFields }[] {
    return this.lines.filter((line) => line.level === level && line.message.includes(text));
  }
}

/** A process with its store, on a host it may share with another one. */
export class Desk implements AsyncDisposable {
  readonly host: FakeHost;
  readonly codec = new NoteCodec();
  readonly log = new KeptLog();
  readonly store: CacheStore<Note, NoteSummary>;
  /** Every order to make a note. */
  readonly made: MakeContext[] = [];

  constructor(host: FakeHost = new FakeHost(), options: Partial<CacheStoreOptions> = {}) {
    this.host = host;
    this.store = new CacheStore(this.codec, { host, directory: ROOT, log: this.log, ...options });
  }

  /** Says what the facts of a key are. */
  facts(key: string, facts: Readonly<Record<string, string>> = { ink: "blue" }): this {
    this.codec.facts.set(key, facts);
    return this;
  }

  /** Makes a note that says how many were made before it. */
  make = (context: MakeContext): Promise<Note> => {
    this.made.push(context);
    return Promise.resolve({ text: `${context.key} ${this.made.length}` });
  };

  /** Path of a key's file. */
  file(key: string): string {
    return `${FOLDER}/${noteFile(key)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
  }
}
