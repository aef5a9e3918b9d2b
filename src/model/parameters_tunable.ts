/**
 * What the event about changed tuning carries (`libvirt-domain.h`).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Names of the `tunable` event; those of a single processor or thread carry its number. */
export const TUNABLE_PARAMETERS = {
  "cputune.vcpupin<num>": "string",
  "cputune.emulatorpin": "string",
  "cputune.iothreadpin<num>": "string",
  "cputune.cpu_shares": "ullong",
  "cputune.global_period": "ullong",
  "cputune.global_quota": "llong",
  "cputune.vcpu_period": "ullong",
  "cputune.vcpu_quota": "llong",
  "cputune.emulator_period": "ullong",
  "cputune.emulator_quota": "llong",
  "cputune.iothread_period": "ullong",
  "cputune.iothread_quota": "llong",
  "blkdeviotune.disk": "string",
  "blkdeviotune.total_bytes_sec": "ullong",
  "blkdeviotune.read_bytes_sec": "ullong",
  "blkdeviotune.write_bytes_sec": "ullong",
  "blkdeviotune.total_iops_sec": "ullong",
  "blkdeviotune.read_iops_sec": "ullong",
  "blkdeviotune.write_iops_sec": "ullong",
  "blkdeviotune.total_bytes_sec_max": "ullong",
  "blkdeviotune.read_bytes_sec_max": "ullong",
  "blkdeviotune.write_bytes_sec_max": "ullong",
  "blkdeviotune.total_iops_sec_max": "ullong",
  "blkdeviotune.read_iops_sec_max": "ullong",
  "blkdeviotune.write_iops_sec_max": "ullong",
  "blkdeviotune.total_bytes_sec_max_length": "ullong",
  "blkdeviotune.read_bytes_sec_max_length": "ullong",
  "blkdeviotune.write_bytes_sec_max_length": "ullong",
  "blkdeviotune.total_iops_sec_max_length": "ullong",
  "blkdeviotune.read_iops_sec_max_length": "ullong",
  "blkdeviotune.write_iops_sec_max_length": "ullong",
  "blkdeviotune.size_iops_sec": "ullong",
  "blkdeviotune.group_name": "string",
} as const satisfies ParameterTable;
