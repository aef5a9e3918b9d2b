/**
 * What is wrong with bytes or values that do not fit their codec, in libvirt's words; the reason is the error's step.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";

/** Bytes that are not what was expected. */
export function undecodable(reason: string): VirtError {
  return new VirtError("VIR_ERR_RPC", "Unable to decode message payload", { domain: "VIR_FROM_RPC", step: reason });
}

/** A value that has no place in the message. */
export function unencodable(reason: string): VirtError {
  return new VirtError("VIR_ERR_RPC", "Unable to encode message payload", { domain: "VIR_FROM_RPC", step: reason });
}

/** More items than the other side would take: `Too many domains '16385' for limit '16384'`. */
export function tooMany(things: string, count: number, limit: number): VirtError {
  return new VirtError("VIR_ERR_RPC", `Too many ${things} '${count}' for limit '${limit}'`, {
    domain: "VIR_FROM_RPC",
  });
}
