/**
 * Calls about the host: connecting, processors, memory pages, sleep (`libvirt-host.h`, `libvirt-common.h`, release
 * 9.0).
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";
import type { NumberTable } from "../base/number_table.ts";

/** Flags of opening a connection. */
export const CONNECT_FLAGS = {
  ro: 0x1,
  noAliases: 0x2,
} as const satisfies BitTable;

/** Flags of opening a connection. */
export type ConnectFlags = FlagsOf<typeof CONNECT_FLAGS>;

/** Why a connection ended. */
export const CONNECT_CLOSE_REASONS = {
  error: 0,
  eof: 1,
  keepalive: 2,
  client: 3,
} as const satisfies NumberTable;

/** Why a connection ended. */
export type ConnectCloseReason = keyof typeof CONNECT_CLOSE_REASONS;

/** What a server may ask a person for. */
export const CREDENTIAL_TYPES = {
  username: 1,
  authname: 2,
  language: 3,
  cnonce: 4,
  passphrase: 5,
  echoprompt: 6,
  noechoprompt: 7,
  realm: 8,
  external: 9,
} as const satisfies NumberTable;

/** What a server may ask a person for. */
export type CredentialType = keyof typeof CREDENTIAL_TYPES;

/** How a processor compares with the host's. */
export const CPU_COMPARE_RESULTS = {
  error: -1,
  incompatible: 0,
  identical: 1,
  superset: 2,
} as const satisfies NumberTable;

/** How a processor compares with the host's. */
export type CpuCompareResult = keyof typeof CPU_COMPARE_RESULTS;

/** Flags of `virConnectCompareCPU` and `virConnectCompareHypervisorCPU`. */
export const CPU_COMPARE_FLAGS = {
  failIncompatible: 0x1,
  validateXml: 0x2,
} as const satisfies BitTable;

/** Flags of `virConnectCompareCPU` and `virConnectCompareHypervisorCPU`. */
export type CpuCompareFlags = FlagsOf<typeof CPU_COMPARE_FLAGS>;

/** Flags of `virConnectBaselineCPU` and `virConnectBaselineHypervisorCPU`. */
export const CPU_BASELINE_FLAGS = {
  expandFeatures: 0x1,
  migratable: 0x2,
} as const satisfies BitTable;

/** Flags of `virConnectBaselineCPU` and `virConnectBaselineHypervisorCPU`. */
export type CpuBaselineFlags = FlagsOf<typeof CPU_BASELINE_FLAGS>;

/** Flags of `virNodeAllocPages`; no bit means adding to what there is. */
export const ALLOCATE_PAGES_FLAGS = {
  set: 0x1,
} as const satisfies BitTable;

/** Flags of `virNodeAllocPages`; no bit means adding to what there is. */
export type AllocatePagesFlags = FlagsOf<typeof ALLOCATE_PAGES_FLAGS>;

/** Where a sleeping host keeps its memory. */
export const SUSPEND_TARGETS = {
  mem: 0,
  disk: 1,
  hybrid: 2,
} as const satisfies NumberTable;

/** Where a sleeping host keeps its memory. */
export type SuspendTarget = keyof typeof SUSPEND_TARGETS;

/** What stands for all processors in `virNodeGetCPUStats`. */
export const NODE_CPU_STATS_ALL = {
  allCpus: -1,
} as const satisfies NumberTable;

/** What stands for all processors in `virNodeGetCPUStats`. */
export type NodeCpuStatsAll = keyof typeof NODE_CPU_STATS_ALL;

/** What stands for all nodes in `virNodeGetMemoryStats`. */
export const NODE_MEMORY_STATS_ALL = {
  allCells: -1,
} as const satisfies NumberTable;

/** What stands for all nodes in `virNodeGetMemoryStats`. */
export type NodeMemoryStatsAll = keyof typeof NODE_MEMORY_STATS_ALL;
