/**
 * Which message carries which event. A client that knows callback ids gets `current`; older ones get `legacy`, and
 * nothing for the events that came later.
 *
 * @module
 */

import type {
  DomainEventName,
  NetworkEventName,
  NodeDeviceEventName,
  SecretEventName,
  StoragePoolEventName,
} from "../../model/event_ids.ts";
import type { EventProcedureName } from "./procedures/table.ts";

/** The messages of one event. */
export interface EventMessages {
  readonly current: EventProcedureName;
  readonly legacy?: EventProcedureName;
}

/** The messages of a domain's events. */
export const domainEventMessages = {
  lifecycle: { current: "DOMAIN_EVENT_CALLBACK_LIFECYCLE", legacy: "DOMAIN_EVENT_LIFECYCLE" },
  reboot: { current: "DOMAIN_EVENT_CALLBACK_REBOOT", legacy: "DOMAIN_EVENT_REBOOT" },
  rtcChange: { current: "DOMAIN_EVENT_CALLBACK_RTC_CHANGE", legacy: "DOMAIN_EVENT_RTC_CHANGE" },
  watchdog: { current: "DOMAIN_EVENT_CALLBACK_WATCHDOG", legacy: "DOMAIN_EVENT_WATCHDOG" },
  ioError: { current: "DOMAIN_EVENT_CALLBACK_IO_ERROR", legacy: "DOMAIN_EVENT_IO_ERROR" },
  graphics: { current: "DOMAIN_EVENT_CALLBACK_GRAPHICS", legacy: "DOMAIN_EVENT_GRAPHICS" },
  ioErrorReason: { current: "DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON", legacy: "DOMAIN_EVENT_IO_ERROR_REASON" },
  controlError: { current: "DOMAIN_EVENT_CALLBACK_CONTROL_ERROR", legacy: "DOMAIN_EVENT_CONTROL_ERROR" },
  blockJob: { current: "DOMAIN_EVENT_CALLBACK_BLOCK_JOB", legacy: "DOMAIN_EVENT_BLOCK_JOB" },
  diskChange: { current: "DOMAIN_EVENT_CALLBACK_DISK_CHANGE", legacy: "DOMAIN_EVENT_DISK_CHANGE" },
  trayChange: { current: "DOMAIN_EVENT_CALLBACK_TRAY_CHANGE", legacy: "DOMAIN_EVENT_TRAY_CHANGE" },
  pmWakeup: { current: "DOMAIN_EVENT_CALLBACK_PMWAKEUP", legacy: "DOMAIN_EVENT_PMWAKEUP" },
  pmSuspend: { current: "DOMAIN_EVENT_CALLBACK_PMSUSPEND", legacy: "DOMAIN_EVENT_PMSUSPEND" },
  balloonChange: { current: "DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE", legacy: "DOMAIN_EVENT_BALLOON_CHANGE" },
  pmSuspendDisk: { current: "DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK", legacy: "DOMAIN_EVENT_PMSUSPEND_DISK" },
  deviceRemoved: { current: "DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED", legacy: "DOMAIN_EVENT_DEVICE_REMOVED" },
  blockJob2: { current: "DOMAIN_EVENT_BLOCK_JOB_2" },
  tunable: { current: "DOMAIN_EVENT_CALLBACK_TUNABLE" },
  agentLifecycle: { current: "DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE" },
  deviceAdded: { current: "DOMAIN_EVENT_CALLBACK_DEVICE_ADDED" },
  migrationIteration: { current: "DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION" },
  jobCompleted: { current: "DOMAIN_EVENT_CALLBACK_JOB_COMPLETED" },
  deviceRemovalFailed: { current: "DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED" },
  metadataChange: { current: "DOMAIN_EVENT_CALLBACK_METADATA_CHANGE" },
  blockThreshold: { current: "DOMAIN_EVENT_BLOCK_THRESHOLD" },
  memoryFailure: { current: "DOMAIN_EVENT_MEMORY_FAILURE" },
  memoryDeviceSizeChange: { current: "DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE" },
  nicMacChange: { current: "DOMAIN_EVENT_NIC_MAC_CHANGE" },
} as const satisfies Readonly<Record<DomainEventName, EventMessages>>;

/** The messages of a network's events. */
export const networkEventMessages = {
  lifecycle: { current: "NETWORK_EVENT_LIFECYCLE" },
  metadataChange: { current: "NETWORK_EVENT_CALLBACK_METADATA_CHANGE" },
} as const satisfies Readonly<Record<NetworkEventName, EventMessages>>;

/** The messages of a storage pool's events. */
export const storagePoolEventMessages = {
  lifecycle: { current: "STORAGE_POOL_EVENT_LIFECYCLE" },
  refresh: { current: "STORAGE_POOL_EVENT_REFRESH" },
} as const satisfies Readonly<Record<StoragePoolEventName, EventMessages>>;

/** The messages of a node device's events. */
export const nodeDeviceEventMessages = {
  lifecycle: { current: "NODE_DEVICE_EVENT_LIFECYCLE" },
  update: { current: "NODE_DEVICE_EVENT_UPDATE" },
} as const satisfies Readonly<Record<NodeDeviceEventName, EventMessages>>;

/** The messages of a secret's events. */
export const secretEventMessages = {
  lifecycle: { current: "SECRET_EVENT_LIFECYCLE" },
  valueChanged: { current: "SECRET_EVENT_VALUE_CHANGED" },
} as const satisfies Readonly<Record<SecretEventName, EventMessages>>;
