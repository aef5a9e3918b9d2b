/**
 * What the cache store is told by a driver that keeps something in it. The store knows keys, fingerprints and
 * documents; it does not know what they mean.
 *
 * @module
 */

/**
 * The facts that a stored document depended on, as flat text: name to value. Two fingerprints are equal when every
 * name has the same value. The names are the validity reasons: `binary-ctime`, `kvm-parameter:nested`, …
 */
export type Fingerprint = Readonly<Record<string, string>>;

/** Why a stored document may not be used. */
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

/** How a driver's documents become files, and when they are valid. */
export interface CacheCodec<T, S> {
  /** Folder under the cache directory: `qemu/capabilities`. */
  readonly folder: string;
  /** File name of a key, without its folder: `$SHA256.xml`. */
  fileName(key: string): Promise<string>;
  /** The document of an entry. */
  format(entry: CacheEntry<T>): string;
  /** Throws when the text is not such a document: a miss, the file is set aside. */
  parse(text: string): CacheEntry<T>;
  /** What the index keeps of an entry, so that common questions need no document: JSON values only. */
  summarise(entry: CacheEntry<T>): S;
  /** The facts as they are now. */
  fingerprint(key: string): Promise<Fingerprint>;
  /**
   * The first reason for which an entry made under `stored` may not be used under `now`, or undefined.
   * The order of the checks is the driver's.
   */
  compare(stored: Fingerprint, now: Fingerprint): InvalidReason | undefined;
}
