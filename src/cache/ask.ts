/**
 * How a store is opened, asked and answers.
 *
 * @module
 */

import type { BackoffOptions } from "../base/backoff.ts";
import type { Log } from "../base/log.ts";
import type { Host } from "../host/host.ts";
import type { CacheRow, CacheVerdict, Fingerprint, InvalidReason } from "./contract.ts";

/** How a store is opened. */
export interface CacheStoreOptions {
  readonly host: Host;
  /** The cache directory; the codec's folder is made in it. */
  readonly directory: string;
  /** @default {silentLog} */
  readonly log?: Log;
  /** How long a failure is left alone. @default {1 s, doubling to 10 min} */
  readonly backoff?: BackoffOptions;
  /** Parsed documents that are kept in memory. @default {4} */
  readonly documentsInMemory?: number;
  /** Files that were set aside and are kept for whoever wants to know why. @default {8} */
  readonly keepBad?: number;
}

/** What making a document is told. */
export interface MakeContext<T = unknown> {
  readonly key: string;
  readonly reason: InvalidReason;
  /** The facts as they were just before. */
  readonly fingerprint: Fingerprint;
  /** Aborted when nobody waits for the document any more. */
  readonly signal: AbortSignal;
  /** The document that is discarded, where there is one: what was learnt at a cost may still be of use. */
  previous(): Promise<T | undefined>;
}

/** Makes the document of a key. */
export type Make<T> = (context: MakeContext<T>) => Promise<T>;

/** How an answer is wanted. */
export interface AskOptions<S = unknown> {
  readonly signal?: AbortSignal;
  /** Make it anew, whatever is kept, and even while a failure stands. @default {false} */
  readonly force?: boolean;
  /** Give what is kept though it is not valid, and make the new one in the background. @default {false} */
  readonly allowStale?: boolean;
  /** Give a document that was made just now before it is in its file; closing the store waits for that. @default {false} */
  readonly beforeWritten?: boolean;
  /** What a check just said of the key, so that many keys share one reading of the facts. */
  readonly verdict?: CacheVerdict<S> | undefined;
}

/** An answer without its document. */
export interface CacheAnswer<S> {
  readonly row: CacheRow<S>;
  /** True where nothing had to be made for this answer. */
  readonly cached: boolean;
  /** Why the answer is out of date; only given to who allowed it. */
  readonly stale?: InvalidReason;
}

/** An answer with its document. */
export interface CacheDocumentAnswer<T, S> extends CacheAnswer<S> {
  readonly value: T;
}
