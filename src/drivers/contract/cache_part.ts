/**
 * What a driver has learnt and keeps on the disk.
 *
 * @module
 */

import type { CacheCounters } from "../../cache/contract.ts";

/** What a driver has learnt and keeps on the disk. */
export interface CachePart {
  /** Where the files are. */
  readonly directory: string;
  /** Every entry that is kept, sorted by key, without making anything. */
  listEntries(): Promise<readonly CacheEntryState[]>;
  /** The document of a key as it is in its file; undefined where there is none. */
  show(key: string): Promise<string | undefined>;
  /** Whether the entry may be used now, the first reason for which it may not, and why it was last made. */
  why(key: string): Promise<CacheEntryState>;
  /** Forgets these keys, or everything; gives the keys that were forgotten. */
  purge(keys?: readonly string[]): Promise<readonly string[]>;
  counters(): CacheCounters;
}

/** One entry of a driver's cache, and what is thought of it. */
export interface CacheEntryState {
  /** What the entry is about: for emulators, the path of the binary. */
  readonly key: string;
  /**
   * `valid`: it may be used. `invalid`: `reason` says why not. `failed`: the last attempt failed and is not repeated
   * before `retryAt`. `gone`: what the key names is not there any more. `absent`: nothing is kept of the key.
   */
  readonly state: "valid" | "invalid" | "failed" | "gone" | "absent";
  /** The first reason for which the entry may not be used now. */
  readonly reason?: string;
  /** Why what is kept was made: `new`, `binary-ctime`, … */
  readonly madeFor?: string;
  /** ISO 8601. */
  readonly storedAt?: string;
  /** Path of the document. */
  readonly file?: string;
  /** Bytes of the document. */
  readonly size?: number;
  /** The facts the entry was made under. */
  readonly facts?: Readonly<Record<string, string>>;
  /** For `failed`: what went wrong, the step and what the program printed. */
  readonly error?: { readonly step: string; readonly message: string; readonly stderr?: string };
  /** ISO 8601, for `failed`. */
  readonly retryAt?: string;
}
