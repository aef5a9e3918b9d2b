/**
 * The checks that libvirt's public functions make before any driver sees the arguments (release 9.0).
 *
 * @module
 */

import type { ApiName } from "../../model/api_permissions.ts";
import { CALLS } from "../call_facts.ts";
import { DOMAIN_RULES } from "./domain_rules.ts";
import { OBJECT_RULES } from "./object_rules.ts";
import type { Rule } from "./rule.ts";

const RULES: { readonly [Name in ApiName]?: readonly Rule[] } = { ...DOMAIN_RULES, ...OBJECT_RULES };

/** Throws libvirt's error where the arguments of a call cannot be meant. */
export function checkArguments(
  call: ApiName,
  args: readonly unknown[],
  { readOnly }: { readonly readOnly: boolean },
): void {
  const rules = RULES[call];
  if (rules === undefined) return;
  const context = { function: call, domain: CALLS[call].errorDomain, readOnly };
  for (const rule of rules) rule(args, context);
}
