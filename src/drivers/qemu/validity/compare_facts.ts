/**
 * Which facts a result depends on, and whether they still stand.
 *
 * @module
 */

import type { Fingerprint } from "../../../cache/contract.ts";
import { VALIDITY_CHECKS, type ValidityCheck, type ValidityReason, type ValidityScope } from "./checks.ts";

/** The name under which a fingerprint says which checks apply to it; it is no fact itself. */
export const SCOPE_NAME = "scope";

const SCOPES: readonly ValidityScope[] = ["every", "native", "accelerated"];

/** The facts that matter to a binary of this scope, with the scope. */
export function narrowFacts(facts: Fingerprint, scope: ValidityScope): Fingerprint {
  const kept: Record<string, string> = { [SCOPE_NAME]: scope };
  for (const check of checksOf(scope)) {
    for (const name of namesOf(check, facts)) {
      const value = facts[name];
      if (value !== undefined) kept[name] = value;
    }
  }
  return kept;
}

/** The first fact that has changed, or undefined where all stand. */
export function compareFacts(stored: Fingerprint, now: Fingerprint): ValidityReason | undefined {
  for (const check of checksOf(scopeOf(stored))) {
    if (!check.many) {
      if (stored[check.reason] !== now[check.reason]) return check.reason as ValidityReason;
      continue;
    }
    const names = new Set([...namesOf(check, stored), ...namesOf(check, now)]);
    for (const name of [...names].sort()) if (stored[name] !== now[name]) return name as ValidityReason;
  }
  return undefined;
}

/** Which checks apply to a stored fingerprint; all of them where it does not say. */
export function scopeOf(stored: Fingerprint): ValidityScope {
  return SCOPES.find((scope) => scope === stored[SCOPE_NAME]) ?? "accelerated";
}

function checksOf(scope: ValidityScope): readonly ValidityCheck[] {
  return VALIDITY_CHECKS.filter((check) => SCOPES.indexOf(check.scope) <= SCOPES.indexOf(scope));
}

function namesOf(check: ValidityCheck, facts: Fingerprint): string[] {
  if (!check.many) return [check.reason];
  return Object.keys(facts).filter((name) => name.startsWith(`${check.reason}:`));
}
