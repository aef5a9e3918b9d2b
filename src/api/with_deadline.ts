/**
 * A call that ends when its caller has waited enough, whatever happens below.
 *
 * @module
 */

import { VirtError } from "../model/error.ts";

/** When to give up, and on what. */
export interface Limit {
  /** Gives up at once. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait. */
  readonly deadlineMs?: number;
  /** What is waited for, in words: `virDomainGetInfo of domain 'web'`. */
  readonly what: string;
  /** Called with what came after all, when nobody waited any more. */
  readonly onLate?: (result: unknown) => void;
}

/**
 * Does the work until the signal or the deadline ends the wait; the work's own signal is aborted with the same reason.
 *
 * Throws `VIR_ERR_OPERATION_TIMEOUT` after the deadline, and the reason of the signal.
 */
export async function withDeadline<T>(work: (signal: AbortSignal) => Promise<T>, limit: Limit): Promise<T> {
  const { signal, deadlineMs, what, onLate } = limit;
  signal?.throwIfAborted();
  const inner = new AbortController();
  const { promise: given, reject: giveUp } = Promise.withResolvers<never>();
  let waiting = true;
  const end = (reason: unknown) => {
    waiting = false;
    giveUp(reason);
    inner.abort(reason);
  };
  const onAbort = () => end(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const timer = deadlineMs === undefined ? undefined : setTimeout(() => end(timeout(what, deadlineMs)), deadlineMs);
  try {
    const result = work(inner.signal);
    result.then((value) => waiting ? undefined : onLate?.(value), () => {});
    return await Promise.race([result, given]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

function timeout(what: string, deadlineMs: number): VirtError {
  return new VirtError("VIR_ERR_OPERATION_TIMEOUT", `${what}: no answer within ${deadlineMs} ms`, {
    step: what,
    hint: "Try again later, or allow more time",
  });
}
