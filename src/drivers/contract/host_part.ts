/**
 * The machine that a hypervisor runs on: its processors, memory and pages, and what can be said of CPUs there.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  CpuBaselineFlags,
  CpuCompareFlags,
  CpuCompareResult,
  SuspendTarget,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";
import type { DomainCapabilitiesQuery } from "./capabilities_part.ts";

/** The machine, as libvirt's node calls describe it. */
export interface HostPart {
  /** The host's name. */
  getHostname?(options: CallOptions): Promise<string>;
  /** Kind, size and shape of the machine. */
  getNodeInfo?(options: CallOptions): Promise<NodeInfo>;
  /** Which processors are there, and which of them are online. */
  getCpuMap?(options: CallOptions): Promise<NodeCpuMap>;
  /** Nanoseconds by kind (`kernel`, `user`, `idle`, …) of one processor, or of all together. */
  getCpuStats?(cpu: number | undefined, options: CallOptions): Promise<Readonly<Record<string, Integer64>>>;
  /** KiB by kind (`total`, `free`, …) of one NUMA cell, or of the machine. */
  getMemoryStats?(cell: number | undefined, options: CallOptions): Promise<Readonly<Record<string, Integer64>>>;
  /** Bytes. */
  getFreeMemory?(options: CallOptions): Promise<Integer64>;
  /** Bytes of each cell from `start` on. */
  getCellsFreeMemory?(start: number, count: number, options: CallOptions): Promise<readonly Integer64[]>;
  /** Free pages: for each cell in order, one count for each page size. */
  getFreePages?(query: PagesQuery, options: CallOptions): Promise<readonly Integer64[]>;
  /** Changes the pools of huge pages and gives how many pools were changed. */
  allocPages?(request: PagesRequest, options: CallOptions): Promise<number>;
  /** Memory deduplication (`shm_pages_to_scan`, …). */
  getMemoryParameters?(options: CallOptions): Promise<TypedRecord>;
  setMemoryParameters?(parameters: TypedRecord, options: CallOptions): Promise<void>;
  /** The first security model of the host; empty words where there is none. */
  getSecurityModel?(options: CallOptions): Promise<SecurityModel>;
  /** What a host with AMD SEV tells owners of guests. */
  getSevInfo?(options: CallOptions): Promise<TypedRecord>;
  /** SMBIOS tables as `<sysinfo>`. */
  getSysinfo?(options: CallOptions): Promise<string>;
  /** The most virtual processors a guest of this type can have. */
  getMaxVcpus?(type: string | undefined, options: CallOptions): Promise<number>;
  /** Suspends the machine for some seconds. */
  suspendForDuration?(request: NodeSuspend, options: CallOptions): Promise<void>;
  /** CPU models that are known for an architecture. */
  getCpuModelNames?(arch: string, options: CallOptions): Promise<readonly string[]>;
  /** How a CPU (`<cpu>` as XML) relates to the host's. */
  compareCpu?(xml: string, flags: CpuCompareFlags, options: CallOptions): Promise<CpuCompareResult>;
  /** The CPU that all of these have in common, as XML. */
  baselineCpu?(cpus: readonly string[], flags: CpuBaselineFlags, options: CallOptions): Promise<string>;
  /** How a CPU relates to the one an emulator can give. */
  compareHypervisorCpu?(query: HypervisorCpuQuery<string>, options: CallOptions): Promise<CpuCompareResult>;
  /** The CPU that an emulator could give on all of these. */
  baselineHypervisorCpu?(query: HypervisorCpuQuery<readonly string[]>, options: CallOptions): Promise<string>;
}

/** `virNodeGetInfo`. */
export interface NodeInfo {
  /** Architecture: `x86_64`; at most 31 characters. */
  readonly model: string;
  /** KiB. */
  readonly memory: Integer64;
  /** Online processors. */
  readonly cpus: number;
  /** 0 where it is not known. */
  readonly mhz: number;
  /** NUMA cells. */
  readonly nodes: number;
  /** Sockets of a cell. */
  readonly sockets: number;
  /** Cores of a socket. */
  readonly cores: number;
  /** Threads of a core. */
  readonly threads: number;
}

/** Processors of the machine. */
export interface NodeCpuMap {
  /** How many there can be. */
  readonly total: number;
  /** Numbers of those that are online. */
  readonly online: readonly number[];
}

/** Which pages are asked about. */
export interface PagesQuery {
  /** Page sizes in KiB. */
  readonly sizes: readonly number[];
  /** First cell; -1 for the machine as a whole. */
  readonly startCell: number;
  /** How many cells. */
  readonly cellCount: number;
}

/** How many pages there shall be. */
export interface PagesRequest {
  /** Page sizes in KiB with their counts. */
  readonly pools: readonly { readonly size: number; readonly count: Integer64 }[];
  /** First cell; -1 for the machine as a whole. */
  readonly startCell: number;
  /** How many cells. */
  readonly cellCount: number;
  /** `add`: on top of what is there. `set`: exactly so many. */
  readonly mode: "add" | "set";
}

/** Security driver of the host. */
export interface SecurityModel {
  /** `selinux`, `apparmor`, `dac`, … */
  readonly model: string;
  /** Domain of interpretation. */
  readonly doi: string;
}

/** How the machine sleeps. */
export interface NodeSuspend {
  /** To memory, to disk, or both. */
  readonly target: SuspendTarget;
  /** Seconds, 60 at least. */
  readonly duration: Integer64;
}

/** A question about the CPUs of one emulator. */
export interface HypervisorCpuQuery<T> extends DomainCapabilitiesQuery {
  /** `<cpu>` as XML. */
  readonly cpu: T;
  /** How the answer is made. */
  readonly flags: CpuCompareFlags & CpuBaselineFlags;
}
