/**
 * Numbers about running guests. Every call answers without waiting for a job.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { AllDomainStatsFlags, DomainRef, DomainStatsGroups, MemoryStatTag, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Statistics. */
export interface DomainStatsPart {
  /** Records of many guests in one call; `domains` empty: all that pass the filter in `flags`. */
  getAllStats?(query: DomainStatsQuery, options: CallOptions): Promise<readonly DomainStatsRecord[]>;
  /** A disk by its target or source; empty: all disks together. */
  getBlockStats?(domain: DomainRef, disk: string, options: CallOptions): Promise<TypedRecord>;
  /** An interface by its target or MAC address. */
  getInterfaceStats?(domain: DomainRef, device: string, options: CallOptions): Promise<InterfaceStats>;
  /** Numbers by tag (`actualBalloon`, `rss`, …): KiB, but for the fault counts and `lastUpdate`. */
  getMemoryStats?(domain: DomainRef, options: CallOptions): Promise<MemoryStats>;
  getBlockInfo?(domain: DomainRef, disk: string, options: CallOptions): Promise<BlockInfo>;
  /** One record with totals for `start` undefined, else one record for each processor. */
  getCpuStats?(domain: DomainRef, query: DomainCpuStatsQuery, options: CallOptions): Promise<DomainCpuStats>;
  getDiskErrors?(domain: DomainRef, options: CallOptions): Promise<readonly DiskError[]>;
  /** Whether the hypervisor can be talked to about this guest. */
  getControlInfo?(domain: DomainRef, options: CallOptions): Promise<ControlInfo>;
  getSecurityLabels?(domain: DomainRef, options: CallOptions): Promise<readonly SecurityLabel[]>;
  getLaunchSecurityInfo?(domain: DomainRef, options: CallOptions): Promise<TypedRecord>;
  /** Reads from a guest's disk, or from its memory. */
  peekBlock?(domain: DomainRef, disk: string, range: PeekRange, options: CallOptions): Promise<Uint8Array>;
  peekMemory?(domain: DomainRef, range: MemoryPeekRange, options: CallOptions): Promise<Uint8Array>;
  /** Starts to measure how fast pages are written, for some seconds. */
  startDirtyRateCalc?(domain: DomainRef, seconds: number, mode: DirtyRateMode, options: CallOptions): Promise<void>;
}

/** Whose statistics, and which. */
export interface DomainStatsQuery {
  /** Whose statistics; empty: of all that pass the filter. */
  readonly domains: readonly DomainRef[];
  /** None set: all that the driver has. */
  readonly groups: DomainStatsGroups;
  /** Which guests pass, and how hard the driver tries. */
  readonly flags: AllDomainStatsFlags;
}

/** The statistics of one guest, by libvirt's field names: `state.state`, `vcpu.0.time`. */
export interface DomainStatsRecord {
  /** Whose statistics. */
  readonly domain: DomainRef;
  /** Numbers by libvirt's field names. */
  readonly stats: TypedRecord;
  /** Milliseconds since 1970 at which this was seen, where the hypervisor could not be asked now. */
  readonly asOf?: number;
}

/** What a guest tells of its memory, as far as it does. */
export type MemoryStats = { readonly [Tag in MemoryStatTag]?: Integer64 };

/** Counted since the guest was started; -1 where it is not known. */
export interface InterfaceStats {
  /** Bytes that the guest received. */
  readonly rxBytes: Integer64;
  /** Packets that it received. */
  readonly rxPackets: Integer64;
  /** Errors on receiving. */
  readonly rxErrors: Integer64;
  /** Packets that were dropped on receiving. */
  readonly rxDropped: Integer64;
  /** Bytes that the guest sent. */
  readonly txBytes: Integer64;
  /** Packets that it sent. */
  readonly txPackets: Integer64;
  /** Errors on sending. */
  readonly txErrors: Integer64;
  /** Packets that were dropped on sending. */
  readonly txDropped: Integer64;
}

/** Bytes. */
export interface BlockInfo {
  /** What the guest sees. */
  readonly capacity: Integer64;
  /** The highest byte that was written to. */
  readonly allocation: Integer64;
  /** What the host gives for it. */
  readonly physical: Integer64;
}

/** Which processors. */
export interface DomainCpuStatsQuery {
  /** First host processor; absent: totals of all. */
  readonly start?: number;
  /** How many, from `start`. */
  readonly count: number;
}

/** Processor time that a guest used. */
export interface DomainCpuStats {
  /** `cpu_time`, `user_time`, `system_time`, `vcpu_time`: nanoseconds. */
  readonly records: readonly TypedRecord[];
  /** How many host processors there are to ask about. */
  readonly cpuCount: number;
}

/** A disk that reported an error. */
export interface DiskError {
  /** The disk's target. */
  readonly disk: string;
  /** What went wrong. */
  readonly error: "unspec" | "no-space";
}

/** `virDomainGetControlInfo`. */
export interface ControlInfo {
  /** Whether it can be talked to, and if not, why. */
  readonly state: "ok" | "job" | "occupied" | "error";
  /** What is known of an error. */
  readonly details: "none" | "unknown" | "monitor" | "internal";
  /** Milliseconds that it has been so. */
  readonly stateTime: Integer64;
}

/** One label of a running guest. */
export interface SecurityLabel {
  /** The label, as its model writes it. */
  readonly label: string;
  /** Whether breaches are prevented. */
  readonly enforcing: boolean;
}

/** Part of a disk. */
export interface PeekRange {
  /** Bytes. */
  readonly offset: Integer64;
  /** Bytes. */
  readonly size: number;
}

/** Part of a guest's memory. */
export interface MemoryPeekRange extends PeekRange {
  /** Which addresses the offset counts. */
  readonly space: "virtual" | "physical";
}

/** How written pages are found. */
export type DirtyRateMode = "page-sampling" | "dirty-bitmap" | "dirty-ring";
