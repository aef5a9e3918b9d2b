/**
 * Parameters that several routes take.
 *
 * @module
 */

import type { RouteContext, RouteParameter } from "../route.ts";

/** Longer than any path or URI in use. */
const MAX_TEXT = 4096;
const MAX_WAIT_SECONDS = 60;

/** Which hypervisor is asked. */
export const URI_PARAMETER: RouteParameter = {
  name: "uri",
  in: "query",
  description: "The connection URI of the hypervisor. Left out, the default one of this host.",
  schema: { type: "string", minLength: 1, maxLength: MAX_TEXT, examples: ["qemu:///system"] },
};

/** How long the caller waits for what is not known yet. */
export const WAIT_PARAMETER: RouteParameter = {
  name: "wait",
  in: "query",
  description: "Seconds to wait for an answer that is not known yet. The header `Prefer: wait=…` says the same.",
  schema: { type: "integer", minimum: 0, maximum: MAX_WAIT_SECONDS, default: 0 },
};

/** The same as a header (RFC 7240). */
export const PREFER_PARAMETER: RouteParameter = {
  name: "prefer",
  in: "header",
  description: "`wait=…`: seconds to wait for an answer that is not known yet, at most 60.",
  schema: { type: "string", maxLength: 256, examples: ["wait=10"] },
};

/** A text of the query. */
export function textParameter(name: string, description: string, examples: readonly string[]): RouteParameter {
  return { name, in: "query", description, schema: { type: "string", minLength: 1, maxLength: MAX_TEXT, examples } };
}

/** Milliseconds the caller waits. */
export function waitMs({ wait, prefer }: RouteContext["parameters"]): number {
  const preferred = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(String(prefer ?? ""))?.[1];
  const seconds = wait ?? preferred ?? 0;
  return Math.min(Number(seconds), MAX_WAIT_SECONDS) * 1000;
}
