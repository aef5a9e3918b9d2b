/**
 * Connection URIs as libvirt writes them: `driver[+transport]://[user@][host][:port]/[path][?name=value&…]`.
 *
 * @module
 */

import type { ConnectionUri } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";

/** Longer than any real one; a bound for what comes in over a socket. */
const MAX_LENGTH = 4096;

const SHAPE = /^([a-z][a-z0-9.-]*)(?:\+([a-z0-9]+))?:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?$/i;
const AUTHORITY = /^(?:([^@]*)@)?(\[[0-9a-f:.%]+\]|[^:@[\]]*)(?::(\d{1,5}))?$/i;
const MAX_PORT = 65_535;

/**
 * Takes a connection URI apart.
 *
 * Throws {@linkcode VirtError} with `VIR_ERR_INVALID_ARG` where the text is not a connection URI.
 *
 * @example A hypervisor on another host
 * ```ts
 * import { parseUri } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * const uri = parseUri("qemu+ssh://root@node7:2222/system?keyfile=/root/id");
 * assert.equal(uri.scheme, "qemu");
 * assert.equal(uri.transport, "ssh");
 * assert.equal(uri.host, "node7");
 * assert.equal(uri.parameters.get("keyfile"), "/root/id");
 * ```
 */
export function parseUri(text: string): ConnectionUri {
  if (text.length > MAX_LENGTH) throw invalid(`${text.slice(0, 40)}…`, `it is longer than ${MAX_LENGTH} characters`);
  const [, scheme, transport, authority = "", path = "", query = ""] = SHAPE.exec(text) ?? [];
  if (scheme === undefined) throw invalid(text, "it is not of the form driver:///path");
  const [whole, user, host, port] = AUTHORITY.exec(authority) ?? [];
  if (whole === undefined) throw invalid(text, `"${authority}" is not a host`);
  if (user?.includes(":")) {
    throw invalid(text.replace(/:[^@/]*@/, ":…@"), "a password in it would be seen by others; leave it out");
  }
  if (port !== undefined && Number(port) > MAX_PORT) throw invalid(text, `there is no port ${port}`);
  return {
    text,
    scheme: scheme.toLowerCase(),
    ...(transport === undefined ? {} : { transport: transport.toLowerCase() }),
    ...(user ? { user: decode(user, text) } : {}),
    ...(host ? { host: decode(host.replace(/^\[|\]$/g, ""), text) } : {}),
    ...(port === undefined ? {} : { port: Number(port) }),
    path: decode(path, text),
    parameters: parseParameters(query, text),
  };
}

function parseParameters(query: string, text: string): ReadonlyMap<string, string> {
  const pairs = query.split(/[&;]/).filter((pair) => pair !== "").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [decode(name, text), decode(value.join("="), text)] as const;
  });
  return new Map(pairs);
}

function decode(part: string, text: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw invalid(text, `"${part}" holds a broken percent escape`, cause);
  }
}

function invalid(text: string, why: string, cause?: unknown): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", `cannot read the connection URI "${text}": ${why}`, {
    domain: "VIR_FROM_URI",
    hint: "Write it like qemu:///system or test:///default",
    cause,
  });
}
