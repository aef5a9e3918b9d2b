/**
 * What a lifecycle event says, per kind of object, and a domain's details by what happened (libvirt's public headers,
 * release 9.0).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** What can happen to a domain. */
export const DOMAIN_LIFECYCLE_EVENTS = {
  defined: 0,
  undefined: 1,
  started: 2,
  suspended: 3,
  resumed: 4,
  stopped: 5,
  shutdown: 6,
  pmsuspended: 7,
  crashed: 8,
} as const satisfies NumberTable;

/** What can happen to a domain. */
export type DomainLifecycleEventName = keyof typeof DOMAIN_LIFECYCLE_EVENTS;

/** How a domain came to be defined. */
export const DOMAIN_DEFINED_DETAILS = {
  added: 0,
  updated: 1,
  renamed: 2,
  fromSnapshot: 3,
} as const satisfies NumberTable;

/** How a domain came to be defined. */
export type DomainDefinedDetail = keyof typeof DOMAIN_DEFINED_DETAILS;

/** How a domain came to be undefined. */
export const DOMAIN_UNDEFINED_DETAILS = {
  removed: 0,
  renamed: 1,
} as const satisfies NumberTable;

/** How a domain came to be undefined. */
export type DomainUndefinedDetail = keyof typeof DOMAIN_UNDEFINED_DETAILS;

/** How a domain was started. */
export const DOMAIN_STARTED_DETAILS = {
  booted: 0,
  migrated: 1,
  restored: 2,
  fromSnapshot: 3,
  wakeup: 4,
} as const satisfies NumberTable;

/** How a domain was started. */
export type DomainStartedDetail = keyof typeof DOMAIN_STARTED_DETAILS;

/** Why a domain was suspended. */
export const DOMAIN_SUSPENDED_DETAILS = {
  paused: 0,
  migrated: 1,
  ioError: 2,
  watchdog: 3,
  restored: 4,
  fromSnapshot: 5,
  apiError: 6,
  postcopy: 7,
  postcopyFailed: 8,
} as const satisfies NumberTable;

/** Why a domain was suspended. */
export type DomainSuspendedDetail = keyof typeof DOMAIN_SUSPENDED_DETAILS;

/** Why a domain was resumed. */
export const DOMAIN_RESUMED_DETAILS = {
  unpaused: 0,
  migrated: 1,
  fromSnapshot: 2,
  postcopy: 3,
  postcopyFailed: 4,
} as const satisfies NumberTable;

/** Why a domain was resumed. */
export type DomainResumedDetail = keyof typeof DOMAIN_RESUMED_DETAILS;

/** Why a domain stopped. */
export const DOMAIN_STOPPED_DETAILS = {
  shutdown: 0,
  destroyed: 1,
  crashed: 2,
  migrated: 3,
  saved: 4,
  failed: 5,
  fromSnapshot: 6,
} as const satisfies NumberTable;

/** Why a domain stopped. */
export type DomainStoppedDetail = keyof typeof DOMAIN_STOPPED_DETAILS;

/** Who had a domain shut down. */
export const DOMAIN_SHUTDOWN_DETAILS = {
  finished: 0,
  guest: 1,
  host: 2,
} as const satisfies NumberTable;

/** Who had a domain shut down. */
export type DomainShutdownDetail = keyof typeof DOMAIN_SHUTDOWN_DETAILS;

/** Where a sleeping guest keeps its memory. */
export const DOMAIN_PMSUSPENDED_DETAILS = {
  memory: 0,
  disk: 1,
} as const satisfies NumberTable;

/** Where a sleeping guest keeps its memory. */
export type DomainPmsuspendedDetail = keyof typeof DOMAIN_PMSUSPENDED_DETAILS;

/** How a domain crashed. */
export const DOMAIN_CRASHED_DETAILS = {
  panicked: 0,
  crashloaded: 1,
} as const satisfies NumberTable;

/** How a domain crashed. */
export type DomainCrashedDetail = keyof typeof DOMAIN_CRASHED_DETAILS;

/** What can happen to a network. */
export const NETWORK_LIFECYCLE_EVENTS = {
  defined: 0,
  undefined: 1,
  started: 2,
  stopped: 3,
} as const satisfies NumberTable;

/** What can happen to a network. */
export type NetworkLifecycleEventName = keyof typeof NETWORK_LIFECYCLE_EVENTS;

/** What can happen to a storage pool. */
export const STORAGE_POOL_LIFECYCLE_EVENTS = {
  defined: 0,
  undefined: 1,
  started: 2,
  stopped: 3,
  created: 4,
  deleted: 5,
} as const satisfies NumberTable;

/** What can happen to a storage pool. */
export type StoragePoolLifecycleEventName = keyof typeof STORAGE_POOL_LIFECYCLE_EVENTS;

/** What can happen to a node device. */
export const NODE_DEVICE_LIFECYCLE_EVENTS = {
  created: 0,
  deleted: 1,
  defined: 2,
  undefined: 3,
} as const satisfies NumberTable;

/** What can happen to a node device. */
export type NodeDeviceLifecycleEventName = keyof typeof NODE_DEVICE_LIFECYCLE_EVENTS;

/** What can happen to a secret. */
export const SECRET_LIFECYCLE_EVENTS = {
  defined: 0,
  undefined: 1,
} as const satisfies NumberTable;

/** What can happen to a secret. */
export type SecretLifecycleEventName = keyof typeof SECRET_LIFECYCLE_EVENTS;
