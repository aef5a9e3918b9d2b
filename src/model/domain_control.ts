/**
 * Whether a domain's hypervisor can be talked to (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** States of the line to the hypervisor. */
export const DOMAIN_CONTROL_STATES = {
  ok: 0,
  job: 1,
  occupied: 2,
  error: 3,
} as const satisfies NumberTable;

/** States of the line to the hypervisor. */
export type DomainControlState = keyof typeof DOMAIN_CONTROL_STATES;

/** Why that line is broken. */
export const DOMAIN_CONTROL_ERROR_REASONS = {
  none: 0,
  unknown: 1,
  monitor: 2,
  internal: 3,
} as const satisfies NumberTable;

/** Why that line is broken. */
export type DomainControlErrorReason = keyof typeof DOMAIN_CONTROL_ERROR_REASONS;
