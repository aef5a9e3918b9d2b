/**
 * Work on many things at a time, and the results as they come.
 *
 * @module
 */

/**
 * Does `work` on every item, on at most `workers` of them at a time and in their order, and yields each result when it
 * is there. What the work throws is thrown here. When that happens, or when nobody listens any more, `signal` is aborted
 * and the work that has begun is waited for.
 */
export async function* inParallel<T, R>(
  items: readonly T[],
  work: (item: T, signal: AbortSignal) => Promise<R>,
  options: { readonly workers: number },
): AsyncGenerator<R, void, void> {
  const running = new Map<number, Promise<readonly [number, R]>>();
  const stop = new AbortController();
  let next = 0;
  function begin(): void {
    const number = next++;
    const item = items[number] as T;
    running.set(number, work(item, stop.signal).then((result) => [number, result] as const));
  }
  try {
    while (next < items.length && running.size < Math.max(1, options.workers)) begin();
    while (running.size > 0) {
      const [number, result] = await Promise.race(running.values());
      running.delete(number);
      if (next < items.length) begin();
      yield result;
    }
  } finally {
    stop.abort(new Error("Nobody waits for the results any more"));
    await Promise.allSettled(running.values());
  }
}
