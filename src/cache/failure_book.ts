/**
 * The negative entries: what failed, and when it may be tried again. They are kept across restarts, because a program
 * that hangs costs its deadline at each attempt.
 *
 * @module
 */

import type { CacheFailure } from "./contract.ts";
import type { CacheFolder } from "./folder.ts";
import { SealedJson } from "./sealed_json.ts";

/** Failures by key. */
export class FailureBook {
  readonly #file: SealedJson;
  readonly #failures = new Map<string, CacheFailure>();

  constructor(folder: CacheFolder) {
    this.#file = new SealedJson(folder, "failures.json", { schema: "failures-1" });
  }

  /** Takes in what other processes have written; of two failures of a key the later one stands. */
  async refresh(): Promise<void> {
    const content = await this.#file.readChanged();
    if (!Array.isArray(content)) return;
    const failures: readonly CacheFailure[] = content;
    for (const failure of failures) {
      const known = this.#failures.get(failure.key);
      if (known === undefined || known.failedAt < failure.failedAt) this.#failures.set(failure.key, failure);
    }
  }

  /** The failure of a key. */
  get(key: string): CacheFailure | undefined {
    return this.#failures.get(key);
  }

  /** Every key that has failed. */
  keys(): string[] {
    return [...this.#failures.keys()];
  }

  /** Keeps a failure. */
  async keep(failure: CacheFailure): Promise<void> {
    await this.refresh();
    this.#failures.set(failure.key, failure);
    await this.#write();
  }

  /** Forgets the failures of these keys. */
  async drop(keys: readonly string[]): Promise<void> {
    await this.refresh();
    const dropped = keys.filter((key) => this.#failures.delete(key));
    if (dropped.length > 0) await this.#write();
  }

  async #write(): Promise<void> {
    await this.#file.write([...this.#failures.values()]);
  }
}
