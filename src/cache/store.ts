/**
 * The store: gives the document of a key, made now or earlier, and says why when it had to be made.
 *
 * A document is used while every fact it depends on stands. Each key is made once at a time, whoever asks; a key that
 * fails is left alone for a while; a reader who allows it gets the old document while the new one is made. What the
 * disk does is never the reader's trouble.
 *
 * @module
 */

import { backoffDelay, type BackoffOptions } from "../base/backoff.ts";
import { type Log, silentLog } from "../base/log.ts";
import type { Host } from "../host/host.ts";
import type { AskOptions, CacheAnswer, CacheDocumentAnswer, CacheStoreOptions, Make } from "./ask.ts";
import {
  type CacheCodec,
  type CacheCounters,
  CachedFailureError,
  type CacheFailure,
  CacheKeyGoneError,
  type CacheVerdict,
  type Fingerprint,
  type InvalidReason,
} from "./contract.ts";
import { Counters } from "./counters.ts";
import { FailureBook } from "./failure_book.ts";
import { CacheFolder } from "./folder.ts";
import { Shelf, type ShelfFind } from "./shelf.ts";
import { type Flight, SingleFlight } from "./single_flight.ts";

interface MakeOrder<T> {
  readonly key: string;
  readonly make: Make<T>;
  readonly forced: boolean;
  /** The facts, read before the work begins: what changes meanwhile is noticed by the next question. */
  readonly now: Fingerprint;
  readonly signal: AbortSignal;
}

/** Keeps the documents of one kind. */
export class CacheStore<T, S> implements AsyncDisposable {
  /** Where the files are. */
  readonly directory: string;
  readonly #codec: CacheCodec<T, S>;
  readonly #host: Host;
  readonly #log: Log;
  readonly #backoff: BackoffOptions;
  readonly #counters = new Counters();
  readonly #shelf: Shelf<T, S>;
  readonly #failures: FailureBook;
  readonly #flights = new SingleFlight<CacheAnswer<S>>();
  #closed = false;
  #flushing: Promise<void> = Promise.resolve();

  /** Opening reads nothing and makes nothing. */
  constructor(codec: CacheCodec<T, S>, options: CacheStoreOptions) {
    this.#codec = codec;
    this.#host = options.host;
    this.#log = options.log ?? silentLog;
    this.#backoff = options.backoff ?? {};
    this.directory = `${options.directory}/${codec.folder}`;
    const folder = new CacheFolder(options.host, {
      path: this.directory,
      root: options.directory,
      log: this.#log,
      counters: this.#counters,
      ...(options.keepBad === undefined ? {} : { keepBad: options.keepBad }),
    });
    this.#shelf = new Shelf(codec, folder, { documentsInMemory: options.documentsInMemory ?? 4 });
    this.#failures = new FailureBook(folder);
  }

  /** What can be said of these keys now, in one pass and without making anything. */
  async check(keys: readonly string[]): Promise<Map<string, CacheVerdict<S>>> {
    const [found] = await Promise.all([this.#shelf.find(keys), this.#failures.refresh()]);
    const requests = keys.map((key) => {
      const stored = found.get(key)?.row?.fingerprint ?? this.#failures.get(key)?.fingerprint;
      return { key, ...(stored === undefined ? {} : { stored }) };
    });
    const now = await this.#codec.fingerprints(requests);
    const verdicts = new Map<string, CacheVerdict<S>>();
    for (const key of keys) verdicts.set(key, this.#judge({ key, now: now.get(key), found: found.get(key) }));
    if (this.#shelf.dirty && this.#flights.size === 0) this.#flushSoon();
    return verdicts;
  }

  /** Whether the key's document is being made. */
  isMaking(key: string): boolean {
    return this.#flights.has(key);
  }

  /**
   * The summary of a key, made when there is no valid one.
   * Throws {@linkcode CacheKeyGoneError}, {@linkcode CachedFailureError}, and the signal's reason.
   */
  async summary(key: string, make: Make<T>, options: AskOptions<S> = {}): Promise<CacheAnswer<S>> {
    if (this.#closed) throw new Error(`Cannot answer for "${key}": the cache is closed`);
    options.signal?.throwIfAborted();
    const forced = options.force === true;
    // What is being made now, of facts that were read just before, is as new as an answer can be.
    const making = options.allowStale === true && !forced && !this.#shelf.has(key) ? this.#flights.get(key) : undefined;
    if (making !== undefined) return await this.#waitFor(making, key, options);
    const verdict = options.verdict ?? (await this.check([key])).get(key);
    if (verdict === undefined || verdict.state === "gone") throw new CacheKeyGoneError(key);
    if (!forced && verdict.state === "valid") {
      this.#counters.add("hits");
      return { row: verdict.row, cached: true };
    }
    if (!forced && verdict.state === "failed") throw new CachedFailureError(verdict.failure);
    const flight = this.#flights.join(key, (signal) => this.#make({ key, make, forced, now: verdict.now, signal }));
    if (options.allowStale === true && verdict.state === "invalid" && verdict.row !== undefined) {
      flight.keep();
      this.#counters.add("staleHits");
      return { row: verdict.row, cached: true, stale: verdict.reason };
    }
    return await this.#waitFor(flight, key, options);
  }

  async #waitFor(flight: Flight<CacheAnswer<S>>, key: string, options: AskOptions<S>): Promise<CacheAnswer<S>> {
    const answer = await flight.wait(options.signal);
    if (options.beforeWritten !== true) await this.#shelf.written(key);
    return answer;
  }

  /** As {@linkcode CacheStore.summary}, with the document. */
  async get(key: string, make: Make<T>, options: AskOptions<S> = {}): Promise<CacheDocumentAnswer<T, S>> {
    const answer = await this.summary(key, make, options);
    const entry = await this.#shelf.document(key);
    if (entry !== undefined) return { ...answer, value: entry.value };
    const again = await this.summary(key, make, { ...options, allowStale: false, verdict: undefined });
    const made = await this.#shelf.document(key);
    if (made === undefined) {
      throw new Error(`Cannot answer for "${key}": its cache file was taken away twice; try again`);
    }
    return { ...again, value: made.value };
  }

  /** What is kept of every key, documents and failures. */
  async entries(): Promise<Map<string, CacheVerdict<S>>> {
    const documents = await this.#shelf.keys();
    await this.#failures.refresh();
    return await this.check([...new Set([...documents, ...this.#failures.keys()])].sort());
  }

  /** The text of a key's file; undefined where there is none. */
  async show(key: string): Promise<string | undefined> {
    await this.#shelf.find([key]);
    return await this.#shelf.text(key);
  }

  /** Path of a key's file, and its size where it was found. */
  fileOf(key: string): { readonly path: string; readonly size?: number } {
    return this.#shelf.fileOf(key);
  }

  /** Forgets these keys, or everything; gives the keys that were forgotten. */
  async purge(keys?: readonly string[]): Promise<string[]> {
    const known = new Set((await this.entries()).keys());
    const wanted = (keys ?? [...known]).filter((key) => known.has(key));
    await this.#flushing;
    await this.#failures.drop(wanted);
    if (keys === undefined) await this.#shelf.clear();
    else await Promise.all(wanted.map((key) => this.#shelf.drop(key)));
    await this.flush();
    return wanted;
  }

  /** The numbers since the store was opened. */
  counters(): CacheCounters {
    return this.#counters.snapshot();
  }

  /** Waits until everything that was made is in its file, or could not be written, which was logged. */
  async written(): Promise<void> {
    await this.#shelf.written();
  }

  /** Brings the index up to date. */
  async flush(): Promise<void> {
    this.#flushSoon();
    await this.#flushing;
  }

  /** Stops what is under way and writes the index. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#flights.stopAll(new Error("The cache is closed"));
    await this.flush();
  }

  #judge(
    subject: { key: string; now: Fingerprint | undefined; found: ShelfFind<S> | undefined },
  ): CacheVerdict<S> {
    const { now, found } = subject;
    const row = found?.row;
    if (now === undefined) return { state: "gone", ...(row === undefined ? {} : { row }) };
    const failure = this.#failures.get(subject.key);
    if (failure !== undefined && (row === undefined || row.storedAt < failure.failedAt)) {
      const changed = this.#codec.compare(failure.fingerprint, now);
      if (changed !== undefined) return { state: "invalid", reason: changed, now };
      if (this.#host.clock.now() < Date.parse(failure.retryAt)) return { state: "failed", failure, now };
      return { state: "invalid", reason: "retry", now };
    }
    if (row === undefined) {
      return { state: "invalid", reason: found?.unreadable === true ? "unreadable" : "new", now };
    }
    const reason = this.#codec.compare(row.fingerprint, now);
    return reason === undefined ? { state: "valid", row, now } : { state: "invalid", reason, row, now };
  }

  async #make(order: MakeOrder<T>): Promise<CacheAnswer<S>> {
    const { key, forced, now } = order;
    try {
      // Another process, or a flight that has just landed, may have made it meanwhile.
      const found = (await this.#shelf.find([key])).get(key);
      const verdict = this.#judge({ key, now, found });
      if (!forced && verdict.state === "valid") return { row: verdict.row, cached: true };
      if (!forced && verdict.state === "failed") throw new CachedFailureError(verdict.failure);
      const reason = forced || verdict.state !== "invalid" ? "forced" : verdict.reason;
      this.#countDiscarded({ key, reason, kept: found?.row !== undefined });
      return await this.#makeNow(order, reason);
    } finally {
      if (this.#flights.size <= 1) this.#flushSoon();
    }
  }

  async #makeNow(order: MakeOrder<T>, reason: InvalidReason): Promise<CacheAnswer<S>> {
    const { key, now, signal } = order;
    let value: T;
    try {
      signal.throwIfAborted();
      this.#counters.add("makes");
      const previous = async (): Promise<T | undefined> => (await this.#shelf.document(key))?.value;
      value = await order.make({ key, reason, fingerprint: now, signal, previous });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new CachedFailureError(await this.#keepFailure({ key, reason, fingerprint: now, cause }), { cause });
    }
    const storedAt = new Date(this.#host.clock.now()).toISOString();
    const fingerprint = this.#codec.narrow(now, value);
    const row = this.#shelf.keep({ key, fingerprint, value, storedAt, reason });
    if (this.#failures.get(key) !== undefined) await this.#failures.drop([key]);
    return { row, cached: false };
  }

  async #keepFailure(
    what: { key: string; reason: InvalidReason; fingerprint: Fingerprint; cause: unknown },
  ): Promise<CacheFailure> {
    const { key, reason } = what;
    this.#counters.add("failedMakes");
    const fingerprint = this.#codec.narrow(what.fingerprint);
    const before = this.#failures.get(key);
    const again = before !== undefined && this.#codec.compare(before.fingerprint, fingerprint) === undefined;
    const failures = again ? before.failures + 1 : 1;
    const now = this.#host.clock.now();
    const failure: CacheFailure = {
      key,
      fingerprint,
      failures,
      failedAt: new Date(now).toISOString(),
      retryAt: new Date(now + backoffDelay(failures, this.#backoff)).toISOString(),
      reason,
      detail: this.#codec.describeFailure(what.cause),
    };
    this.#log.warn("Cannot learn what this can do; it is left alone for a while", {
      key,
      step: failure.detail.step,
      cause: failure.detail.message,
      retryAt: failure.retryAt,
    });
    await this.#shelf.drop(key);
    await this.#failures.keep(failure);
    return failure;
  }

  #countDiscarded(what: { key: string; reason: InvalidReason; kept: boolean }): void {
    if (!what.kept) this.#counters.add("misses");
    const ownReason = what.reason === "new" || what.reason === "retry" || what.reason === "unreadable";
    if (ownReason || !(what.kept || this.#failures.get(what.key) !== undefined)) return;
    this.#counters.addInvalidation(what.reason);
    this.#log.info("Discarded what was known, because it is out of date", { key: what.key, reason: what.reason });
  }

  #flushSoon(): void {
    this.#flushing = this.#flushing.then(() => this.#shelf.flush());
  }
}
