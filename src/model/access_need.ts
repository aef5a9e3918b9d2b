/**
 * The shape of what a call needs: a permission, always or only for some flags or arguments.
 *
 * @module
 */

import { DOMAIN_AFFECT_FLAGS } from "./domain_affect.ts";
import type { Permission } from "./permissions.ts";

/** A permission, or one that is needed only in some cases. */
export type AccessNeed = Permission | ConditionalNeed;

/** A permission that is needed where every condition given holds. */
export interface ConditionalNeed {
  /** The permission. */
  readonly permission: Permission;
  /** All of these flags are set. */
  readonly set?: number;
  /** None of these flags is set. */
  readonly unset?: number;
  /** The argument `source` has this value. */
  readonly source?: number;
}

const { live, config } = DOMAIN_AFFECT_FLAGS;

/** Saving, where the stored configuration of a domain is changed: asked for, or neither asked for. */
export const WHERE_STORED = [
  { permission: "domain.save", unset: live | config },
  { permission: "domain.save", set: config },
] as const satisfies readonly ConditionalNeed[];

/** As `WHERE_STORED`, for a network. */
export const WHERE_NETWORK_STORED = [
  { permission: "network.save", unset: live | config },
  { permission: "network.save", set: config },
] as const satisfies readonly ConditionalNeed[];
