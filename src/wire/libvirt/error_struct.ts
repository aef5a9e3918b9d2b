/**
 * The error as a message carries it (`virNetMessageError` of libvirt's `virnetprotocol.x`).
 *
 * @module
 */

import type { VirtError } from "../../model/error.ts";
import { fromWireError, toWireError } from "../../model/wire_error.ts";
import { i32, type Infer, optional, optStr, struct } from "../xdr/mod.ts";
import { domain, network } from "./objects.ts";

/**
 * An error: `message` is the whole text, `str1` the pattern it was made of, `str2` what was put into it; `int1` and
 * `int2` are -1 where nothing else is known.
 */
export const remoteError = struct({
  code: i32,
  domain: i32,
  message: optStr,
  level: i32,
  dom: optional(domain),
  str1: optStr,
  str2: optStr,
  str3: optStr,
  int1: i32,
  int2: i32,
  net: optional(network),
});

/** An error as a message carries it. */
export type RemoteError = Infer<typeof remoteError>;

/** The error as a message carries it. */
export function toRemoteError(error: VirtError): RemoteError {
  const { message, str1, str2, str3, ...numbers } = toWireError(error);
  return {
    ...numbers,
    message: message ?? undefined,
    str1: str1 ?? undefined,
    str2: str2 ?? undefined,
    str3: str3 ?? undefined,
    dom: undefined,
    net: undefined,
  };
}

/** The error that a message carried. */
export function fromRemoteError({ message, str1, str2, str3, ...numbers }: RemoteError): VirtError {
  return fromWireError({
    ...numbers,
    message: message ?? null,
    str1: str1 ?? null,
    str2: str2 ?? null,
    str3: str3 ?? null,
  });
}
