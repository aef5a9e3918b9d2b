/**
 * Bytes that flow between a caller and a hypervisor: consoles, screenshots, volumes.
 *
 * @module
 */

/** Bytes, or a hole: that many zero bytes that need not be carried. */
export type StreamChunk = Uint8Array | { readonly hole: number };

/** One flow of bytes, in one direction or both. */
export interface DriverStream {
  /** From the hypervisor; it ends where the data end, and fails with what went wrong. */
  readonly readable?: ReadableStream<StreamChunk>;
  /** To the hypervisor. */
  readonly writable?: WritableStream<StreamChunk>;
  /** Resolves when everything that was written has arrived; throws what went wrong since. */
  finish(): Promise<void>;
  /** Ends the flow at once, without a promise about what has arrived. */
  abort(reason?: unknown): Promise<void>;
}
