/**
 * The numbers of events, per kind of object (libvirt's public headers, release 9.0 and later).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** Events of a domain. */
export const DOMAIN_EVENT_IDS = {
  lifecycle: 0,
  reboot: 1,
  rtcChange: 2,
  watchdog: 3,
  ioError: 4,
  graphics: 5,
  ioErrorReason: 6,
  controlError: 7,
  blockJob: 8,
  diskChange: 9,
  trayChange: 10,
  pmWakeup: 11,
  pmSuspend: 12,
  balloonChange: 13,
  pmSuspendDisk: 14,
  deviceRemoved: 15,
  blockJob2: 16,
  tunable: 17,
  agentLifecycle: 18,
  deviceAdded: 19,
  migrationIteration: 20,
  jobCompleted: 21,
  deviceRemovalFailed: 22,
  metadataChange: 23,
  blockThreshold: 24,
  memoryFailure: 25,
  memoryDeviceSizeChange: 26,
  nicMacChange: 27, // since 11.2
} as const satisfies NumberTable;

/** Events of a domain. */
export type DomainEventName = keyof typeof DOMAIN_EVENT_IDS;

/** Events of a network. */
export const NETWORK_EVENT_IDS = {
  lifecycle: 0,
  metadataChange: 1, // since 9.8
} as const satisfies NumberTable;

/** Events of a network. */
export type NetworkEventName = keyof typeof NETWORK_EVENT_IDS;

/** Events of a storage pool. */
export const STORAGE_POOL_EVENT_IDS = {
  lifecycle: 0,
  refresh: 1,
} as const satisfies NumberTable;

/** Events of a storage pool. */
export type StoragePoolEventName = keyof typeof STORAGE_POOL_EVENT_IDS;

/** Events of a node device. */
export const NODE_DEVICE_EVENT_IDS = {
  lifecycle: 0,
  update: 1,
} as const satisfies NumberTable;

/** Events of a node device. */
export type NodeDeviceEventName = keyof typeof NODE_DEVICE_EVENT_IDS;

/** Events of a secret. */
export const SECRET_EVENT_IDS = {
  lifecycle: 0,
  valueChanged: 1,
} as const satisfies NumberTable;

/** Events of a secret. */
export type SecretEventName = keyof typeof SECRET_EVENT_IDS;
