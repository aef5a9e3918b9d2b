/**
 * What is told of a job (`libvirt-domain.h`; types as the reference's QEMU driver gives them).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainGetJobStats`; the operation is a number of `DOMAIN_JOB_OPERATIONS`. */
export const JOB_STATS_PARAMETERS = {
  operation: "int",
  time_elapsed: "ullong",
  time_elapsed_net: "ullong",
  time_remaining: "ullong",
  downtime: "ullong",
  downtime_net: "ullong",
  setup_time: "ullong",
  data_total: "ullong",
  data_processed: "ullong",
  data_remaining: "ullong",
  memory_total: "ullong",
  memory_processed: "ullong",
  memory_remaining: "ullong",
  memory_constant: "ullong",
  memory_normal: "ullong",
  memory_normal_bytes: "ullong",
  memory_bps: "ullong",
  memory_dirty_rate: "ullong",
  memory_page_size: "ullong",
  memory_iteration: "ullong",
  memory_postcopy_requests: "ullong",
  disk_total: "ullong",
  disk_processed: "ullong",
  disk_remaining: "ullong",
  disk_bps: "ullong",
  disk_temp_used: "ullong",
  disk_temp_total: "ullong",
  compression_cache: "ullong",
  compression_bytes: "ullong",
  compression_pages: "ullong",
  compression_cache_misses: "ullong",
  compression_overflow: "ullong",
  auto_converge_throttle: "int",
  success: "boolean",
  errmsg: "string",
} as const satisfies ParameterTable;
