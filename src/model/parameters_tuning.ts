/**
 * Parameters of a domain's tuning: memory, block I/O, NUMA, scheduler, I/O threads (`libvirt-domain.h`; types as the
 * reference's QEMU driver takes and gives them, the Xen and ESX drivers for what only those have).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainSetMemoryParameters`, in KiB. */
export const MEMORY_PARAMETERS = {
  hard_limit: "ullong",
  soft_limit: "ullong",
  swap_hard_limit: "ullong",
  min_guarantee: "ullong",
} as const satisfies ParameterTable;

/** Of `virDomainSetBlkioParameters`; those of devices are lists of path and figure. */
export const BLKIO_PARAMETERS = {
  weight: "uint",
  device_weight: "string",
  device_read_iops_sec: "string",
  device_write_iops_sec: "string",
  device_read_bytes_sec: "string",
  device_write_bytes_sec: "string",
} as const satisfies ParameterTable;

/** Of `virDomainSetNumaParameters`; the mode is a number of `NUMATUNE_MEM_MODES`. */
export const NUMA_PARAMETERS = {
  numa_nodeset: "string",
  numa_mode: "int",
} as const satisfies ParameterTable;

/** Of `virDomainSetSchedulerParameters`, all that some hypervisor has. */
export const SCHEDULER_PARAMETERS = {
  cpu_shares: "ullong",
  global_period: "ullong",
  global_quota: "llong",
  vcpu_period: "ullong",
  vcpu_quota: "llong",
  emulator_period: "ullong",
  emulator_quota: "llong",
  iothread_period: "ullong",
  iothread_quota: "llong",
  weight: "uint",
  cap: "uint",
  reservation: "llong",
  limit: "llong",
  shares: "int",
} as const satisfies ParameterTable;

/** Of `virDomainSetIOThreadParams`. */
export const IOTHREAD_PARAMETERS = {
  poll_max_ns: "ullong",
  poll_grow: "uint",
  poll_shrink: "uint",
  thread_pool_min: "int",
  thread_pool_max: "int",
} as const satisfies ParameterTable;
