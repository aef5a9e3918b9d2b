/**
 * The directories that defaults lie in: the system's for root, the XDG ones for everybody else.
 *
 * @module
 */

import type { DefaultFacts } from "./schema.ts";

/** Where sockets are: /run/innkeeper for root. */
export function runtimeDirectory(facts: DefaultFacts): string {
  if (facts.uid === 0) return "/run/innkeeper";
  const runtime = facts.get("XDG_RUNTIME_DIR");
  return runtime?.startsWith("/")
    ? `${runtime}/innkeeper`
    : `${userDirectory(facts, "XDG_STATE_HOME", ".local/state")}/innkeeper`;
}

/** The XDG base directory specification: a relative value counts as unset. */
export function userDirectory(facts: DefaultFacts, variable: string, below: string): string {
  const set = facts.get(variable);
  if (set?.startsWith("/")) return set;
  const home = facts.get("HOME");
  // Whoever has no home still has a directory that nobody else may write to.
  return `${home?.startsWith("/") ? home : `/run/user/${facts.uid}`}/${below}`;
}
