/**
 * Parameters of disks: throttling, copying, statistics (`libvirt-domain.h`; types as the reference's QEMU driver takes
 * and gives them).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainSetBlockIoTune`. */
export const BLOCK_IOTUNE_PARAMETERS = {
  total_bytes_sec: "ullong",
  read_bytes_sec: "ullong",
  write_bytes_sec: "ullong",
  total_iops_sec: "ullong",
  read_iops_sec: "ullong",
  write_iops_sec: "ullong",
  total_bytes_sec_max: "ullong",
  read_bytes_sec_max: "ullong",
  write_bytes_sec_max: "ullong",
  total_iops_sec_max: "ullong",
  read_iops_sec_max: "ullong",
  write_iops_sec_max: "ullong",
  size_iops_sec: "ullong",
  group_name: "string",
  total_bytes_sec_max_length: "ullong",
  read_bytes_sec_max_length: "ullong",
  write_bytes_sec_max_length: "ullong",
  total_iops_sec_max_length: "ullong",
  read_iops_sec_max_length: "ullong",
  write_iops_sec_max_length: "ullong",
} as const satisfies ParameterTable;

/** Of `virDomainBlockCopy`. */
export const BLOCK_COPY_PARAMETERS = {
  bandwidth: "ullong",
  granularity: "uint",
  "buf-size": "ullong",
} as const satisfies ParameterTable;

/** Of `virDomainBlockStatsFlags`. */
export const BLOCK_STATS_PARAMETERS = {
  rd_bytes: "llong",
  rd_operations: "llong",
  rd_total_times: "llong",
  wr_bytes: "llong",
  wr_operations: "llong",
  wr_total_times: "llong",
  flush_operations: "llong",
  flush_total_times: "llong",
  errs: "llong",
} as const satisfies ParameterTable;
