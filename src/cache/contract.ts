/**
 * What the cache store is told by a driver that keeps something in it. The store knows keys, fingerprints and
 * documents; it does not know what they mean.
 *
 * A key names a thing outside (the path of a program, say). The fingerprint is every fact that the document of the
 * thing depends on. A document is made once, kept in a file, and used for as long as its fingerprint stands.
 *
 * @module
 */

/**
 * The facts that a stored document depended on, as flat text: name to value. Two fingerprints are equal when every
 * name has the same value. The names are the validity reasons: `binary-ctime`, `kvm-parameter:nested`, …
 */
export type Fingerprint = Readonly<Record<string, string>>;

/**
 * Why a stored document may not be used. The store's own reasons are `new` (there is none), `forced` (the caller
 * wants a new one), `unreadable` (the file was set aside) and `retry` (a failure's wait is over); the others are the
 * driver's.
 */
export type InvalidReason = string;

/** What is kept of one key. */
export interface CacheEntry<T> {
  readonly key: string;
  readonly fingerprint: Fingerprint;
  readonly value: T;
  /** ISO 8601. */
  readonly storedAt: string;
  /** Why it was made: `new`, or the reason the one before it was discarded. */
  readonly reason: InvalidReason;
}

/** What is said of a failure: plain data, so that it can be kept. */
export interface FailureDetail {
  /** What was being done: `start`, `query-machines`. */
  readonly step: string;
  readonly message: string;
  /** What the program printed. */
  readonly stderr?: string;
}

/** A negative entry: making the document failed, and is not tried again before `retryAt`. */
export interface CacheFailure {
  readonly key: string;
  readonly fingerprint: Fingerprint;
  /** Failures in a row under this fingerprint. */
  readonly failures: number;
  /** ISO 8601. */
  readonly failedAt: string;
  /** ISO 8601. */
  readonly retryAt: string;
  /** Why the attempt was made. */
  readonly reason: InvalidReason;
  readonly detail: FailureDetail;
}

/** A key whose facts are asked for, with what was stored of it: so that costly facts need not be read again. */
export interface FingerprintRequest {
  readonly key: string;
  readonly stored?: Fingerprint;
}

/** How a driver's documents become files, and when they are valid. `T` is a document, `S` its summary. */
export interface CacheCodec<T, S> {
  /** Folder under the cache directory: `qemu/capabilities`. */
  readonly folder: string;
  /** Version of the summary's shape; an index of another one is made anew from the documents. */
  readonly schema: string;
  /** How every file name ends: `.xml`. */
  readonly suffix: string;
  /** File name of a key, without its folder: `$SHA256.xml`. */
  fileName(key: string): string;
  /** The document of an entry. */
  format(entry: CacheEntry<T>): string;
  /** Throws when the text is not such a document: a miss, the file is set aside. */
  parse(text: string): CacheEntry<T>;
  /** The last line of a file, which carries the checksum of all before it, in a form the document's syntax allows. */
  trailer(checksum: string): string;
  /** What the index keeps of an entry, so that common questions need no document: JSON values only. */
  summarise(entry: CacheEntry<T>): S;
  /**
   * The facts as they are now, for many keys in one pass. A key that is missing in the answer names nothing that is
   * there any more.
   */
  fingerprints(requests: readonly FingerprintRequest[]): Promise<ReadonlyMap<string, Fingerprint>>;
  /** The facts among `now` that this document depends on, or that a failure (no value) depends on. */
  narrow(now: Fingerprint, value?: T): Fingerprint;
  /**
   * The first reason for which an entry made under `stored` may not be used under `now`, or undefined.
   * The order of the checks is the driver's.
   */
  compare(stored: Fingerprint, now: Fingerprint): InvalidReason | undefined;
  /** What is kept of an error that making a document ended with. */
  describeFailure(error: unknown): FailureDetail;
}

/** What the index keeps of one document. */
export interface CacheRow<S> {
  readonly key: string;
  readonly fingerprint: Fingerprint;
  readonly summary: S;
  /** ISO 8601. */
  readonly storedAt: string;
  readonly reason: InvalidReason;
}

/** What the store can say of a key without making anything, with the facts it was judged by. */
export type CacheVerdict<S> =
  | { readonly state: "valid"; readonly row: CacheRow<S>; readonly now: Fingerprint }
  | {
    readonly state: "invalid";
    /** The first reason. */
    readonly reason: InvalidReason;
    /** Absent where there is no document. */
    readonly row?: CacheRow<S>;
    readonly now: Fingerprint;
  }
  | { readonly state: "failed"; readonly failure: CacheFailure; readonly now: Fingerprint }
  /** The thing the key names is not there. */
  | { readonly state: "gone"; readonly row?: CacheRow<S> };

/** What the store has counted since it was opened. */
export interface CacheCounters {
  /** Answers from a valid entry. */
  readonly hits: number;
  /** Answers from an entry that was no longer valid, to callers that allowed it. */
  readonly staleHits: number;
  /** Questions to which there was no entry. */
  readonly misses: number;
  /** Entries discarded, by reason. */
  readonly invalidations: Readonly<Record<InvalidReason, number>>;
  /** Files set aside as unreadable, truncated or foreign. */
  readonly badFiles: number;
  /** Documents that were made but could not be kept on the disk. */
  readonly failedWrites: number;
  /** Documents made, with those that failed. */
  readonly makes: number;
  /** Attempts to make a document that ended in a failure. */
  readonly failedMakes: number;
}

/** Thrown to callers while a negative entry stands: the last attempt failed and its wait is not over. */
export class CachedFailureError extends Error {
  readonly failure: CacheFailure;

  constructor(failure: CacheFailure, options?: ErrorOptions) {
    super(
      `Cannot use "${failure.key}": ${failure.detail.step} failed: ${failure.detail.message}; ` +
        `it is tried again at ${failure.retryAt} or when it changes`,
      options,
    );
    this.name = "CachedFailureError";
    this.failure = failure;
  }
}

/** Thrown when the thing a key names is not there. */
export class CacheKeyGoneError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`Cannot use "${key}": there is no such file; install it or name another`);
    this.name = "CacheKeyGoneError";
    this.key = key;
  }
}
