/**
 * The numbers of a store. They are handed out as plain data; turning them into metrics is the reader's work.
 *
 * @module
 */

import type { CacheCounters, InvalidReason } from "./contract.ts";

/** A number that is just counted up. */
export type PlainCounter = Exclude<keyof CacheCounters, "invalidations">;

/** Counts up. */
export class Counters {
  readonly #plain = new Map<PlainCounter, number>();
  readonly #invalidations = new Map<InvalidReason, number>();

  /** One more. */
  add(name: PlainCounter): void {
    this.#plain.set(name, (this.#plain.get(name) ?? 0) + 1);
  }

  /** One more entry discarded for this reason. */
  addInvalidation(reason: InvalidReason): void {
    this.#invalidations.set(reason, (this.#invalidations.get(reason) ?? 0) + 1);
  }

  /** The numbers as they are now. */
  snapshot(): CacheCounters {
    return {
      hits: this.#value("hits"),
      staleHits: this.#value("staleHits"),
      misses: this.#value("misses"),
      invalidations: Object.fromEntries(this.#invalidations),
      badFiles: this.#value("badFiles"),
      failedWrites: this.#value("failedWrites"),
      makes: this.#value("makes"),
      failedMakes: this.#value("failedMakes"),
    };
  }

  #value(name: PlainCounter): number {
    return this.#plain.get(name) ?? 0;
  }
}
