/**
 * Which TPM versions the emulator of TPMs can be. To know it is to run its set-up program, so the answer is kept for as
 * long as the program is the same.
 *
 * @module
 */

import type { Log } from "../../base/log.ts";
import { sha256Hex } from "../../base/sha256.ts";
import { type CacheCodec, type CacheEntry, CacheStore } from "../../cache/mod.ts";
import type { Host } from "../../host/host.ts";
import { findProgram } from "../../host/read_helpers.ts";
import { parseSwtpmVersions, type SwtpmVersions } from "./describe_host.ts";
import { readBinaryFacts } from "./validity/read_binary_facts.ts";

const DEADLINE_MS = 5_000;

/** What is kept: nothing but null where the program does not tell. */
type Kept = SwtpmVersions | null;

/** Knows the versions. */
export class SwtpmService implements AsyncDisposable {
  readonly #host: Host;
  readonly #store: CacheStore<Kept, Kept>;

  constructor(host: Host, options: { readonly directory: string; readonly log: Log }) {
    this.#host = host;
    this.#store = new CacheStore(createCodec(host), { host, ...options });
  }

  /** The versions; undefined where the program is not installed, or does not tell. */
  async versions(options: { readonly signal?: AbortSignal } = {}): Promise<SwtpmVersions | undefined> {
    const { path } = await findProgram(this.#host, "swtpm_setup");
    if (path === undefined) return undefined;
    const { row } = await this.#store.summary(path, ({ signal }) => this.#ask(path, signal), options);
    return row.summary ?? undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#store[Symbol.asyncDispose]();
  }

  async #ask(path: string, signal: AbortSignal): Promise<Kept> {
    const command = { argv: [path, "--print-capabilities"] } as const;
    try {
      const { code, stdout } = await this.#host.exec.run(command, { deadlineMs: DEADLINE_MS, signal });
      return code === 0 ? parseSwtpmVersions(stdout) ?? null : null;
    } catch (error) {
      // A program that cannot be started tells nothing, which is kept until it is another one.
      if (signal.aborted) throw error;
      return null;
    }
  }
}

function createCodec(host: Host): CacheCodec<Kept, Kept> {
  return {
    folder: "qemu/helpers",
    schema: "helpers-1",
    suffix: ".json",
    fileName: (key) => `swtpm-${sha256Hex(key)}.json`,
    format: (entry) => JSON.stringify(entry, undefined, 2),
    parse: (text): CacheEntry<Kept> => JSON.parse(text),
    trailer: (checksum) => `// sha256:${checksum}`,
    summarise: ({ value }) => value,
    async fingerprints(requests) {
      const read = await Promise.all(
        requests.map(async ({ key, stored }) => [key, await readBinaryFacts(host.files, key, stored)] as const),
      );
      return new Map(read.flatMap(([key, facts]) => facts === undefined ? [] : [[key, facts]]));
    },
    narrow: (now) => now,
    compare: (stored, now) => Object.keys(now).find((name) => stored[name] !== now[name]),
    describeFailure: (error) => ({ step: "print-capabilities", message: String(error) }),
  };
}
