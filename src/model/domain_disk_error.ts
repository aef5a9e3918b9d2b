/**
 * What is wrong with a disk of a running domain (`libvirt-domain.h`, release 9.0).
 *
 * @module
 */

import type { NumberTable } from "../base/number_table.ts";

/** Disk error codes. */
export const DISK_ERROR_CODES = {
  none: 0,
  unspec: 1,
  noSpace: 2,
} as const satisfies NumberTable;

/** Disk error codes. */
export type DiskErrorCode = keyof typeof DISK_ERROR_CODES;
