/**
 * What is kept of emulators, for who looks after it.
 *
 * @module
 */

import type { CacheStore, CacheVerdict } from "../../cache/mod.ts";
import type { CacheEntryState, CachePart } from "../contract.ts";
import type { QemuKnowledge, QemuKnowledgeSummary } from "./knowledge.ts";

type Store = CacheStore<QemuKnowledge, QemuKnowledgeSummary>;

/** The part over a store. */
export function createCachePart(store: Store): CachePart {
  return {
    directory: store.directory,
    counters: () => store.counters(),
    show: (key) => store.show(key),
    purge: (keys) => store.purge(keys),
    async why(key: string): Promise<CacheEntryState> {
      return describe(store, key, (await store.check([key])).get(key));
    },
    async listEntries(): Promise<readonly CacheEntryState[]> {
      return [...await store.entries()].map(([key, verdict]) => describe(store, key, verdict));
    },
  };
}

function describe(
  store: Store,
  key: string,
  verdict: CacheVerdict<QemuKnowledgeSummary> | undefined,
): CacheEntryState {
  if (verdict === undefined) return { key, state: "absent" };
  if (verdict.state === "failed") {
    const { detail, retryAt, reason, failedAt, fingerprint } = verdict.failure;
    return { key, state: "failed", error: detail, retryAt, madeFor: reason, storedAt: failedAt, facts: fingerprint };
  }
  const { row } = verdict;
  const reason = verdict.state === "invalid" ? { reason: verdict.reason } : {};
  if (row === undefined) return { key, state: verdict.state === "gone" ? "gone" : "absent", ...reason };
  const { path, size } = store.fileOf(key);
  return {
    key,
    state: verdict.state,
    ...reason,
    madeFor: row.reason,
    storedAt: row.storedAt,
    file: path,
    ...(size === undefined ? {} : { size }),
    facts: row.fingerprint,
  };
}
