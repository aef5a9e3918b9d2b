/**
 * A call and what it is about, in words: for errors.
 *
 * @module
 */

import type { ApiName } from "../model/api_permissions.ts";

/** `virDomainGetInfo of 'web'`; the call alone where it is about no object. */
export function describeTarget(call: ApiName, args: readonly unknown[]): string {
  const [first] = args;
  if (typeof first !== "object" || first === null) return call;
  const { name, portDevice, uuid } = first as Readonly<Record<string, unknown>>;
  const named = name ?? portDevice ?? uuid;
  return typeof named === "string" ? `${call} of '${named}'` : call;
}
