/**
 * The errors of the door itself, and any error as one that can travel.
 *
 * @module
 */

import { VirtError } from "../model/error.ts";
import { type RemoteError, toRemoteError } from "../wire/libvirt/mod.ts";

/** Characters of a text that travels with an error: what a guest or a document said may be of any length. */
const MAX_TEXT = 64 * 1024;

/** What was thrown, as a message carries it: nothing in it can keep it from being sent. */
export function errorOnWire(thrown: unknown): RemoteError {
  const error = toRemoteError(toVirtError(thrown));
  const { message, str1, str2, str3, int1, int2 } = error;
  return {
    ...error,
    message: sendable(message),
    str1: sendable(str1),
    str2: sendable(str2),
    str3: sendable(str3),
    int1: int1 | 0,
    int2: int2 | 0,
  };
}

function sendable(text: string | undefined): string | undefined {
  return text?.slice(0, MAX_TEXT).replaceAll("\0", "");
}

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
