/**
 * The errors of the door itself, and any error as one that can travel.
 *
 * @module
 */

import { VirtError } from "../model/error.ts";

/** What was thrown, as an error that can travel. */
export function toVirtError(thrown: unknown): VirtError {
  if (thrown instanceof VirtError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new VirtError("VIR_ERR_INTERNAL_ERROR", text, { domain: "VIR_FROM_RPC", cause: thrown });
}

/** The error for a message that cannot be answered; clients know its texts. */
export function rpcError(detail: string): VirtError {
  return new VirtError("VIR_ERR_RPC", detail, { domain: "VIR_FROM_RPC" });
}

/** The error for a state of the connection that a call does not fit. */
export function connectionError(detail: string): VirtError {
  return new VirtError("VIR_ERR_INTERNAL_ERROR", detail, { domain: "VIR_FROM_RPC" });
}
