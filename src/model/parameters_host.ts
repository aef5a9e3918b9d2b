/**
 * What is told of the host, and who is asking (`libvirt-host.h`).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virNodeGetMemoryParameters`; the setter takes the first three. */
export const NODE_MEMORY_PARAMETERS = {
  shm_pages_to_scan: "uint",
  shm_sleep_millisecs: "uint",
  shm_merge_across_nodes: "uint",
  shm_pages_shared: "ullong",
  shm_pages_sharing: "ullong",
  shm_pages_unshared: "ullong",
  shm_pages_volatile: "ullong",
  shm_full_scans: "ullong",
} as const satisfies ParameterTable;

/** Of `virNodeGetCPUStats`: nanoseconds, and a percentage for the last. */
export const NODE_CPU_STATS = {
  kernel: "ullong",
  user: "ullong",
  idle: "ullong",
  iowait: "ullong",
  intr: "ullong",
  utilization: "ullong",
} as const satisfies ParameterTable;

/** Of `virNodeGetMemoryStats`, in KiB. */
export const NODE_MEMORY_STATS = {
  total: "ullong",
  free: "ullong",
  buffers: "ullong",
  cached: "ullong",
} as const satisfies ParameterTable;

/** Of `virDomainGetCPUStats`, in nanoseconds. */
export const CPU_STATS_PARAMETERS = {
  cpu_time: "ullong",
  user_time: "ullong",
  system_time: "ullong",
  vcpu_time: "ullong",
} as const satisfies ParameterTable;

/** Of `virConnectSetIdentity`. */
export const IDENTITY_PARAMETERS = {
  "user-name": "string",
  "unix-user-id": "ullong",
  "group-name": "string",
  "unix-group-id": "ullong",
  "process-id": "llong",
  "process-time": "ullong",
  "sasl-user-name": "string",
  "x509-distinguished-name": "string",
  "selinux-context": "string",
} as const satisfies ParameterTable;
