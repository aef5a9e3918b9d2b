/**
 * The documents of a store and the index beside them. The index holds what is asked most, so that a start with
 * everything in place reads one small file and the times of the others; it is never believed over the file itself.
 *
 * @module
 */

import type { CacheCodec, CacheEntry, CacheRow } from "./contract.ts";
import { type CacheFolder, type FileIdentity, isBad, isTemporary, sameIdentity } from "./folder.ts";
import { seal, unseal } from "./seal.ts";
import { SealedJson } from "./sealed_json.ts";

const INDEX_FILE = "index.json";
/** Whoever waits for a document has it by then: to format it, and to write it to the disk, is for later. */
const WRITE_AFTER_MS = 10;

/** A row with the file it speaks of. */
export interface ShelfRow<S> extends CacheRow<S> {
  /** Its name; worked out from the key once, as that takes a checksum. */
  readonly file: string;
  /** Absent where the file could not be written: the document is in memory only. */
  readonly identity?: FileIdentity;
}

/** What is known of a key. */
export interface ShelfFind<S> {
  readonly row?: ShelfRow<S>;
  /** True where a file was there and was set aside. */
  readonly unreadable: boolean;
}

interface HeldDocument<T> {
  readonly entry: CacheEntry<T>;
  /** Absent: the document is in memory only, and stays. */
  readonly identity?: FileIdentity;
}

/** Keeps documents in files, their summaries in an index, and a few documents in memory. */
export class Shelf<T, S> {
  readonly #codec: CacheCodec<T, S>;
  readonly #folder: CacheFolder;
  readonly #index: SealedJson;
  readonly #documentsInMemory: number;
  /** Rows this process has seen the documents of. */
  readonly #rows = new Map<string, ShelfRow<S>>();
  /** Rows as the index file has them. */
  #indexed = new Map<string, ShelfRow<S>>();
  readonly #documents = new Map<string, HeldDocument<T>>();
  /** Keys whose file was set aside and not replaced since. */
  readonly #unreadable = new Set<string>();
  /** Names of files by key, as the index has them or as the codec says. */
  readonly #fileNames = new Map<string, string>();
  /** Documents on their way to the disk, by key; in memory only until they are there. */
  readonly #writes = new Map<string, Promise<void>>();
  #dirty = false;

  /** `documentsInMemory` is how many parsed documents are kept besides those that have no file. */
  constructor(codec: CacheCodec<T, S>, folder: CacheFolder, options: { readonly documentsInMemory: number }) {
    this.#codec = codec;
    this.#folder = folder;
    this.#index = new SealedJson(folder, INDEX_FILE, { schema: `index-2 ${codec.schema}` });
    this.#documentsInMemory = options.documentsInMemory;
  }

  /** Whether the index file lags behind what is known. */
  get dirty(): boolean {
    return this.#dirty;
  }

  /** Whether anything has been seen of the key so far. */
  has(key: string): boolean {
    return this.#rows.has(key);
  }

  /** What is there of these keys now. */
  async find(keys: readonly string[]): Promise<Map<string, ShelfFind<S>>> {
    await this.#readIndex();
    const found = await Promise.all(keys.map(async (key) => [key, await this.#findOne(key)] as const));
    return new Map(found);
  }

  /** The document of a key that {@linkcode Shelf.find} has found; undefined when its file turns out to be no good. */
  async document(key: string): Promise<CacheEntry<T> | undefined> {
    const held = this.#documents.get(key);
    const row = this.#rows.get(key);
    if (held !== undefined && (held.identity === undefined || (row !== undefined && sameFile(held, row)))) {
      this.#remember(key, held);
      return held.entry;
    }
    if (row === undefined) return undefined;
    return (await this.#load(key))?.entry;
  }

  /** The text of a key's file, as it is; undefined where there is none. */
  async text(key: string): Promise<string | undefined> {
    const held = this.#documents.get(key);
    if (held !== undefined && held.identity === undefined) return await this.#seal(held.entry);
    const found = await this.#folder.read(this.#fileName(key));
    return found === undefined ? undefined : new TextDecoder().decode(found.bytes);
  }

  /** Path and size of a key's file. */
  fileOf(key: string): { readonly path: string; readonly size?: number } {
    const size = this.#rows.get(key)?.identity?.size;
    return { path: this.#folder.pathOf(this.#fileName(key)), ...(size === undefined ? {} : { size }) };
  }

  /** Keeps a document: in memory at once, and soon in a file when that can be. */
  keep(entry: CacheEntry<T>): ShelfRow<S> {
    const before = this.#writes.get(entry.key);
    const write = Promise.resolve(before).then(() => this.#writeSoon(entry)).finally(() => {
      if (this.#writes.get(entry.key) === write) this.#writes.delete(entry.key);
    });
    this.#writes.set(entry.key, write);
    return this.#hold({ entry });
  }

  /** Waits until what was kept of the key, or of every key, is in its file or could not be written. */
  async written(key?: string): Promise<void> {
    await (key === undefined ? Promise.all(this.#writes.values()) : this.#writes.get(key));
  }

  /** Forgets a document. */
  async drop(key: string): Promise<void> {
    this.#forget(key);
    await this.#writes.get(key);
    // One that was kept meanwhile has its own file.
    if (this.#documents.has(key)) return;
    await this.#folder.remove(this.#fileName(key));
  }

  /** The keys of every document that is kept, which reads those that the index does not know. */
  async keys(): Promise<string[]> {
    await this.written();
    await this.#readIndex();
    const byFile = new Map<string, string>();
    for (const key of [...this.#indexed.keys(), ...this.#rows.keys()]) byFile.set(this.#fileName(key), key);
    const keys = new Set([...this.#rows.values()].filter((row) => row.identity === undefined).map((row) => row.key));
    for (const name of await this.#folder.list()) {
      if (!name.endsWith(this.#codec.suffix) || isBad(name) || isTemporary(name)) continue;
      const key = byFile.get(name) ?? (await this.#loadFile(name))?.entry.key;
      if (key !== undefined) keys.add(key);
    }
    return [...keys].sort();
  }

  /** Writes the index when it lags behind, with what other processes have put into it. */
  async flush(): Promise<void> {
    await this.written();
    if (!this.#dirty) return;
    this.#dirty = false;
    await this.#readIndex();
    const merged = new Map([...this.#indexed, ...this.#rows]);
    const rows = await Promise.all([...merged.values()].map(async (row) => await this.#stands(row) ? [row] : []));
    await this.#index.write(rows.flat());
    await this.#folder.tidy();
  }

  /** Removes everything: documents, index, and what was set aside. */
  async clear(): Promise<void> {
    await this.written();
    this.#rows.clear();
    this.#indexed.clear();
    this.#documents.clear();
    this.#unreadable.clear();
    this.#dirty = false;
    this.#index.forget();
    for (const name of await this.#folder.list()) {
      const ours = name === INDEX_FILE || name.endsWith(this.#codec.suffix) || isBad(name) || isTemporary(name);
      if (ours) await this.#folder.removeLoudly(name);
    }
  }

  async #writeSoon(entry: CacheEntry<T>): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, WRITE_AFTER_MS));
    if (this.#documents.get(entry.key)?.entry !== entry) return;
    const identity = await this.#folder.write(this.#fileName(entry.key), this.#seal(entry));
    const forgotten = this.#documents.get(entry.key)?.entry !== entry;
    if (identity !== undefined && !forgotten) this.#hold({ entry, identity });
  }

  async #findOne(key: string): Promise<ShelfFind<S>> {
    const row = this.#rows.get(key);
    if (row !== undefined && row.identity === undefined) return { row, unreadable: false };
    const identity = await this.#folder.identity(this.#fileName(key));
    if (identity === undefined) {
      this.#forget(key);
      return { unreadable: this.#unreadable.has(key) };
    }
    for (const known of [row, this.#indexed.get(key)]) {
      if (known?.identity === undefined || !sameIdentity(known.identity, identity)) continue;
      this.#rows.set(key, known);
      return { row: known, unreadable: false };
    }
    const loaded = await this.#load(key);
    return loaded === undefined ? { unreadable: true } : { row: this.#hold(loaded), unreadable: false };
  }

  async #load(key: string): Promise<HeldDocument<T> | undefined> {
    const loaded = await this.#loadFile(this.#fileName(key));
    if (loaded === undefined) {
      this.#forget(key);
      this.#unreadable.add(key);
    } else {
      this.#remember(key, loaded);
    }
    return loaded;
  }

  async #loadFile(name: string): Promise<HeldDocument<T> | undefined> {
    const found = await this.#folder.read(name);
    if (found === undefined) return undefined;
    try {
      const entry = this.#codec.parse(await unseal(found.bytes, this.#codec.trailer));
      if (this.#codec.fileName(entry.key) !== name) throw new Error(`Cannot use the file: it is of "${entry.key}"`);
      return { entry, identity: found.identity };
    } catch (cause) {
      await this.#folder.setAside(name, { identity: found.identity, cause });
      return undefined;
    }
  }

  #hold(document: HeldDocument<T>): ShelfRow<S> {
    const { entry, identity } = document;
    const row: ShelfRow<S> = {
      key: entry.key,
      file: this.#fileName(entry.key),
      fingerprint: entry.fingerprint,
      summary: this.#codec.summarise(entry),
      storedAt: entry.storedAt,
      reason: entry.reason,
      ...(identity === undefined ? {} : { identity }),
    };
    this.#rows.set(entry.key, row);
    this.#unreadable.delete(entry.key);
    this.#remember(entry.key, document);
    this.#dirty = true;
    return row;
  }

  #forget(key: string): void {
    this.#documents.delete(key);
    if (this.#rows.delete(key) || this.#indexed.delete(key)) this.#dirty = true;
  }

  #remember(key: string, document: HeldDocument<T>): void {
    this.#documents.delete(key);
    this.#documents.set(key, document);
    const filed = [...this.#documents].filter(([, held]) => held.identity !== undefined);
    for (const [oldest] of filed.slice(0, Math.max(0, filed.length - this.#documentsInMemory))) {
      this.#documents.delete(oldest);
    }
  }

  async #stands(row: ShelfRow<S>): Promise<boolean> {
    if (row.identity === undefined) return false;
    const now = await this.#folder.identity(this.#fileName(row.key));
    return now !== undefined && sameIdentity(now, row.identity);
  }

  async #readIndex(): Promise<void> {
    const content = await this.#index.readChanged();
    if (!Array.isArray(content)) return;
    const rows: readonly ShelfRow<S>[] = content;
    this.#indexed = new Map(rows.map((row) => [row.key, row]));
    for (const { key, file } of rows) if (!file.includes("/")) this.#fileNames.set(key, file);
  }

  #fileName(key: string): string {
    const name = this.#fileNames.get(key) ?? this.#codec.fileName(key);
    this.#fileNames.set(key, name);
    return name;
  }

  async #seal(entry: CacheEntry<T>): Promise<string> {
    return await seal(this.#codec.format(entry), this.#codec.trailer);
  }
}

function sameFile(a: { readonly identity?: FileIdentity }, b: { readonly identity?: FileIdentity }): boolean {
  return a.identity !== undefined && b.identity !== undefined && sameIdentity(a.identity, b.identity);
}
