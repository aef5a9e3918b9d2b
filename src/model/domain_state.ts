/**
 * The states of a domain and why it is in them, with libvirt's numbers (`libvirt-domain.h`, release 9.0 and later).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** States, by the words virsh and the XML use. */
export const DOMAIN_STATES = {
  nostate: 0,
  running: 1,
  blocked: 2,
  paused: 3,
  shutdown: 4,
  shutoff: 5,
  crashed: 6,
  pmsuspended: 7,
} as const satisfies NumberTable;

/** What a domain is doing. */
export type DomainState = keyof typeof DOMAIN_STATES;

/** Why a domain has no state. */
export const DOMAIN_NOSTATE_REASONS = {
  unknown: 0,
} as const satisfies NumberTable;

/** Why a domain has no state. */
export type DomainNostateReason = keyof typeof DOMAIN_NOSTATE_REASONS;

/** Why a domain is running. */
export const DOMAIN_RUNNING_REASONS = {
  unknown: 0,
  booted: 1,
  migrated: 2,
  restored: 3,
  fromSnapshot: 4,
  unpaused: 5,
  migrationCanceled: 6,
  saveCanceled: 7,
  wakeup: 8,
  crashed: 9,
  postcopy: 10,
  postcopyFailed: 11,
} as const satisfies NumberTable;

/** Why a domain is running. */
export type DomainRunningReason = keyof typeof DOMAIN_RUNNING_REASONS;

/** Why a domain is blocked. */
export const DOMAIN_BLOCKED_REASONS = {
  unknown: 0,
} as const satisfies NumberTable;

/** Why a domain is blocked. */
export type DomainBlockedReason = keyof typeof DOMAIN_BLOCKED_REASONS;

/** Why a domain is paused. */
export const DOMAIN_PAUSED_REASONS = {
  unknown: 0,
  user: 1,
  migration: 2,
  save: 3,
  dump: 4,
  ioError: 5,
  watchdog: 6,
  fromSnapshot: 7,
  shuttingDown: 8,
  snapshot: 9,
  crashed: 10,
  startingUp: 11,
  postcopy: 12,
  postcopyFailed: 13,
  apiError: 14, // since 9.2
} as const satisfies NumberTable;

/** Why a domain is paused. */
export type DomainPausedReason = keyof typeof DOMAIN_PAUSED_REASONS;

/** Why a domain is shutting down. */
export const DOMAIN_SHUTDOWN_REASONS = {
  unknown: 0,
  user: 1,
} as const satisfies NumberTable;

/** Why a domain is shutting down. */
export type DomainShutdownReason = keyof typeof DOMAIN_SHUTDOWN_REASONS;

/** Why a domain is shut off. */
export const DOMAIN_SHUTOFF_REASONS = {
  unknown: 0,
  shutdown: 1,
  destroyed: 2,
  crashed: 3,
  migrated: 4,
  saved: 5,
  failed: 6,
  fromSnapshot: 7,
  daemon: 8,
} as const satisfies NumberTable;

/** Why a domain is shut off. */
export type DomainShutoffReason = keyof typeof DOMAIN_SHUTOFF_REASONS;

/** Why a domain is crashed. */
export const DOMAIN_CRASHED_REASONS = {
  unknown: 0,
  panicked: 1,
} as const satisfies NumberTable;

/** Why a domain is crashed. */
export type DomainCrashedReason = keyof typeof DOMAIN_CRASHED_REASONS;

/** Why a domain sleeps. */
export const DOMAIN_PMSUSPENDED_REASONS = {
  unknown: 0,
} as const satisfies NumberTable;

/** Why a domain sleeps. */
export type DomainPmsuspendedReason = keyof typeof DOMAIN_PMSUSPENDED_REASONS;
