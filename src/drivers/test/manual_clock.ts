/**
 * A clock that stands still until it is set: what makes a test of something slow quick.
 *
 * @module
 */

import type { Clock } from "../../host/host.ts";

/** A clock in the hand of a test. */
export interface ManualClock extends Clock {
  /** Lets so many milliseconds pass; who slept until then wakes, the first due first. */
  advance(milliseconds: number): Promise<void>;
  /** How many sleep. */
  readonly sleepers: number;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** A clock that says `now`, milliseconds since 1970, until it is advanced. */
export function createManualClock(now = 0): ManualClock {
  const start = now;
  let current = now;
  const sleepers = new Set<Sleeper>();

  return {
    now: () => current,
    monotonic: () => current - start,
    get sleepers(): number {
      return sleepers.size;
    },
    sleep(milliseconds, { signal } = {}): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      if (signal?.aborted) {
        reject(signal.reason);
        return promise;
      }
      const stop = (): void => {
        sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        due: current + Math.max(0, milliseconds),
        wake(): void {
          signal?.removeEventListener("abort", stop);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", stop, { once: true });
      return promise;
    },
    async advance(milliseconds): Promise<void> {
      await settle(); // Who was called just now may have to sleep first.
      const end = current + milliseconds;
      for (let next = earliest(sleepers, end); next !== undefined; next = earliest(sleepers, end)) {
        sleepers.delete(next);
        current = Math.max(current, next.due);
        next.wake();
        await settle();
      }
      current = end;
      await settle();
    },
  };
}

function earliest(sleepers: Iterable<Sleeper>, end: number): Sleeper | undefined {
  let first: Sleeper | undefined;
  for (const sleeper of sleepers) {
    if (sleeper.due <= end && (first === undefined || sleeper.due < first.due)) first = sleeper;
  }
  return first;
}

/** Lets those run that wait for nothing but their turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
