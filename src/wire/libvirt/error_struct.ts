/**
 * The error as a message carries it (`virNetMessageError` of libvirt's `virnetprotocol.x`).
 *
 * @module
 */

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
