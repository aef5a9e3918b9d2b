/**
 * How long to wait after the n-th failure in a row.
 *
 * @module
 */

/** The ends of a back-off, in milliseconds. */
export interface BackoffOptions {
  /** Wait after the first failure. @default {1000} */
  readonly firstMs?: number;
  /** No wait is longer. @default {600000} */
  readonly mostMs?: number;
}

/** Milliseconds to wait after `failures` failures in a row: doubling from the first wait up to the longest. */
export function backoffDelay(failures: number, options: BackoffOptions = {}): number {
  const first = options.firstMs ?? 1_000;
  const most = options.mostMs ?? 600_000;
  if (failures <= 0) return 0;
  return Math.min(most, first * 2 ** Math.min(failures - 1, 52));
}
