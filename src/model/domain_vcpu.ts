/**
 * States of virtual processors, and how guest memory is placed (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** States of a virtual processor. */
export const VCPU_STATES = {
  offline: 0,
  running: 1,
  blocked: 2,
} as const satisfies NumberTable;

/** States of a virtual processor. */
export type VcpuState = keyof typeof VCPU_STATES;

/** What stands for the host processor where there is none to name. */
export const VCPU_HOST_CPU_STATES = {
  offline: -1,
  unavailable: -2,
} as const satisfies NumberTable;

/** What stands for the host processor where there is none to name. */
export type VcpuHostCpuState = keyof typeof VCPU_HOST_CPU_STATES;

/** How guest memory keeps to host nodes. */
export const NUMATUNE_MEM_MODES = {
  strict: 0,
  preferred: 1,
  interleave: 2,
  restrictive: 3,
} as const satisfies NumberTable;

/** How guest memory keeps to host nodes. */
export type NumatuneMemMode = keyof typeof NUMATUNE_MEM_MODES;
