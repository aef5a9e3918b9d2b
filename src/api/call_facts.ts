/**
 * What the engine knows of each call before it is made: put together once from the model's tables.
 *
 * @module
 */

import type { AccessNeed } from "../model/access_need.ts";
import { apiErrorDomain } from "../model/api_error_domain.ts";
import { API_FILTERS, API_PERMISSIONS, type ApiName } from "../model/api_permissions.ts";
import { refusesReaders } from "../model/api_writes.ts";
import type { ErrorDomain } from "../model/error_domain.ts";
import type { Permission } from "../model/permissions.ts";

/** What is known of one call. */
export interface CallFacts {
  /** What the caller needs to make it. */
  readonly needs: readonly AccessNeed[];
  /** What the caller needs to be given what it finds, or each thing that it lists. */
  readonly sees: Permission | undefined;
  /** Whether a read-only connection may not make it. */
  readonly writes: boolean;
  /** Where its errors come from. */
  readonly errorDomain: ErrorDomain;
}

/** Each call by libvirt's name. */
export const CALLS = Object.fromEntries(
  (Object.keys(API_PERMISSIONS) as ApiName[]).map((name) => [name, factsOf(name)]),
) as Readonly<Record<ApiName, CallFacts>>;

function factsOf(name: ApiName): CallFacts {
  const facts = { writes: refusesReaders(name), errorDomain: apiErrorDomain(name) };
  const needs: readonly AccessNeed[] = API_PERMISSIONS[name];
  // What is looked up is known only when it was found.
  if (name.includes("Lookup")) return { ...facts, needs: [], sees: needs[0] as Permission };
  const filters: { readonly [Name in ApiName]?: Permission } = API_FILTERS;
  return { ...facts, needs, sees: filters[name] };
}
