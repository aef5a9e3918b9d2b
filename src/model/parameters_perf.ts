/**
 * Performance events of a domain (`libvirt-domain.h`).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainSetPerfEvents`: whether each is counted. */
export const PERF_PARAMETERS = {
  cmt: "boolean",
  mbmt: "boolean",
  mbml: "boolean",
  cpu_cycles: "boolean",
  instructions: "boolean",
  cache_references: "boolean",
  cache_misses: "boolean",
  branch_instructions: "boolean",
  branch_misses: "boolean",
  bus_cycles: "boolean",
  stalled_cycles_frontend: "boolean",
  stalled_cycles_backend: "boolean",
  ref_cpu_cycles: "boolean",
  cpu_clock: "boolean",
  task_clock: "boolean",
  page_faults: "boolean",
  context_switches: "boolean",
  cpu_migrations: "boolean",
  page_faults_min: "boolean",
  page_faults_maj: "boolean",
  alignment_faults: "boolean",
  emulation_faults: "boolean",
} as const satisfies ParameterTable;
