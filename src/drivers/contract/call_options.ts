/**
 * What every call of a driver is handed.
 *
 * @module
 */

/** How long a call may take. */
export interface CallOptions {
  /** Gives up on the call; the reason says why. */
  readonly signal?: AbortSignal;
}
