/**
 * A small JSON file beside the documents which several processes may write: read again when it has changed, dropped
 * when it is not what it should be.
 *
 * @module
 */

import { type CacheFolder, type FileIdentity, sameIdentity } from "./folder.ts";
import { seal, unseal } from "./seal.ts";

/** One such file. */
export class SealedJson {
  readonly #folder: CacheFolder;
  readonly #name: string;
  readonly #schema: string;
  #seen: FileIdentity | undefined;

  /** `schema` names the shape of the content; a file of another schema is as good as none. */
  constructor(folder: CacheFolder, name: string, options: { readonly schema: string }) {
    this.#folder = folder;
    this.#name = name;
    this.#schema = options.schema;
  }

  /** The content, when the file has changed since it was last read or written; undefined otherwise. */
  async readChanged(): Promise<unknown> {
    const now = await this.#folder.identity(this.#name);
    if (now === undefined || (this.#seen !== undefined && sameIdentity(now, this.#seen))) return undefined;
    const found = await this.#folder.read(this.#name);
    this.#seen = now;
    if (found === undefined) return undefined;
    try {
      const file: unknown = JSON.parse(await unseal(found.bytes, trailer));
      return isEnvelope(file) && file.schema === this.#schema ? file.content : undefined;
    } catch (cause) {
      await this.#folder.setAside(this.#name, { identity: found.identity, cause });
      return undefined;
    }
  }

  /** Writes the content, which JSON must be able to hold. */
  async write(content: unknown): Promise<void> {
    const text = JSON.stringify({ schema: this.#schema, content });
    const identity = await this.#folder.write(this.#name, seal(text, trailer));
    if (identity !== undefined) this.#seen = identity;
  }

  /** Forgets what was seen, so that the next read reads. */
  forget(): void {
    this.#seen = undefined;
  }
}

function trailer(checksum: string): string {
  return `sha256:${checksum}`;
}

function isEnvelope(value: unknown): value is { readonly schema: string; readonly content: unknown } {
  return typeof value === "object" && value !== null && "schema" in value && "content" in value;
}
