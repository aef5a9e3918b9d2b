/**
 * What ends with a session: open flows of bytes, guests that were to live no longer, changes that were not committed.
 *
 * @module
 */

/** Ends one thing; the signal says when nobody waits any more. */
export type EndStep = (signal: AbortSignal) => Promise<void> | void;

/** Milliseconds that the steps together may take. */
const PATIENCE_MS = 30_000;

/** Things that end with a session, by key. */
export class Life {
  readonly #steps = new Map<unknown, EndStep>();

  /** Ends something with the session; a step with the same key takes the place of the earlier one. */
  add(key: unknown, step: EndStep): void {
    this.#steps.set(key, step);
  }

  /** Lets something be: it has ended already, or may live on. */
  forget(key: unknown): void {
    this.#steps.delete(key);
  }

  /** Ends everything, the latest first; one failure keeps nothing else from ending, and the first is thrown at last. */
  async end(): Promise<void> {
    const steps = [...this.#steps.values()].reverse();
    this.#steps.clear();
    if (steps.length === 0) return;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const ended = await Promise.allSettled(steps.map(async (step) => await step(signal)));
    const failed = ended.find((result) => result.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }
}
