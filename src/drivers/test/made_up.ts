/**
 * Figures without a meaning that grow with time, as libvirt's test hypervisor makes them up.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Clock } from "../../host/host.ts";
import type { BlockInfo, InterfaceStats } from "../contract.ts";

const MICROSECONDS_PER_MILLISECOND = 1000;
const MICROSECONDS_PER_SECOND = 1_000_000;

/** Requests and bytes of a disk. */
export interface DiskCounts {
  readonly readRequests: Integer64;
  readonly readBytes: Integer64;
  readonly writeRequests: Integer64;
  readonly writeBytes: Integer64;
  readonly errors: Integer64;
}

/** The size of every disk, in bytes. */
export const BLOCK_INFO: BlockInfo = {
  capacity: 1_099_506_450_432,
  allocation: 1_099_511_627_776,
  physical: 1_099_511_627_776,
};

/** Nanoseconds of processor time of every guest, in all, in its own work and in the system's. */
export const CPU_TIMES = { total: 48_772_617_035, user: 5_540_000_000, system: 6_460_000_000 } as const;

/** Microseconds since 1970, from which all others are made. */
export function base(clock: Clock): number {
  return Math.floor(clock.now()) * MICROSECONDS_PER_MILLISECOND;
}

/** What a disk did until now. */
export function diskCounts(clock: Clock): DiskCounts {
  const now = base(clock);
  return {
    readRequests: Math.floor(now / 10),
    readBytes: Math.floor(now / 20),
    writeRequests: Math.floor(now / 30),
    writeBytes: Math.floor(now / 40),
    errors: Math.floor(now / (MICROSECONDS_PER_SECOND * 2)),
  };
}

/** What an interface carried until now. */
export function interfaceCounts(clock: Clock): InterfaceStats {
  const now = base(clock);
  return {
    rxBytes: Math.floor(now / 10),
    rxPackets: Math.floor(now / 100),
    rxErrors: Math.floor(now / MICROSECONDS_PER_SECOND),
    rxDropped: Math.floor(now / (MICROSECONDS_PER_SECOND * 2)),
    txBytes: Math.floor(now / 20),
    txPackets: Math.floor(now / 110),
    txErrors: Math.floor(now / (MICROSECONDS_PER_SECOND * 3)),
    txDropped: Math.floor(now / (MICROSECONDS_PER_SECOND * 4)),
  };
}

/** Nanoseconds that a virtual processor ran until now. */
export function vcpuTime(clock: Clock): number {
  return Math.floor(base(clock) / 10);
}
