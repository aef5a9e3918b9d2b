/**
 * A cache of notes: the smallest thing that can be kept, so that the store is tested without any hypervisor.
 *
 * @module
 */

import type { CacheCodec, CacheEntry, FailureDetail, Fingerprint, FingerprintRequest } from "../../src/cache/mod.ts";
import { sha256Hex } from "../../src/base/sha256.ts";

/** A note. */
export interface Note {
  readonly text: string;
}

/** What the index keeps of it. */
export interface NoteSummary {
  readonly length: number;
}

/** Where the notes are kept when they belong to this key. */
export function noteFile(key: string): string {
  return `${sha256Hex(key)}.note`;
}

/** The codec, with facts that a test changes and counts of what the store asked for. */
export class NoteCodec implements CacheCodec<Note, NoteSummary> {
  readonly folder = "notes/all";
  readonly schema = "notes-1";
  readonly suffix = ".note";
  /** The facts by key; a key without facts names nothing that is there. */
  readonly facts = new Map<string, Fingerprint>();
  parsed = 0;

  fileName(key: string): string {
    return noteFile(key);
  }

  format(entry: CacheEntry<Note>): string {
    return JSON.stringify(entry);
  }

  parse(text: string): CacheEntry<Note> {
    this.parsed++;
    return JSON.parse(text);
  }

  trailer(checksum: string): string {
    return `# ${checksum}`;
  }

  summarise(entry: CacheEntry<Note>): NoteSummary {
    return { length: entry.value.text.length };
  }

  fingerprints(requests: readonly FingerprintRequest[]): Promise<ReadonlyMap<string, Fingerprint>> {
    const found = new Map<string, Fingerprint>();
    for (const { key } of requests) {
      const facts = this.facts.get(key);
      if (facts !== undefined) found.set(key, facts);
    }
    return Promise.resolve(found);
  }

  narrow(now: Fingerprint): Fingerprint {
    return now;
  }

  compare(stored: Fingerprint, now: Fingerprint): string | undefined {
    return Object.keys(now).find((name) => stored[name] !== now[name]);
  }

  describeFailure(error: unknown): FailureDetail {
    return { step: "write", message: error instanceof Error ? error.message : String(error), stderr: "no ink" };
  }
}
