/**
 * The host `<capabilities>` document as data: libvirt's structure, its names, its units.
 * Source of the structure: libvirt's documentation of the capabilities format and its RNG schema.
 *
 * @module
 */

import type { CpuCounter, CpuFeature, CpuSignature, CpuTopology, MaxPhysAddr } from "../cpu/document.ts";

/** The whole document. */
export interface CapabilitiesDocument {
  readonly host: HostCapabilities;
  readonly guests: readonly GuestCapabilities[];
  /** Storage pool types of the hypervisor's storage driver. */
  readonly storagePoolTypes?: readonly string[];
}

/** An amount with the unit the document writes beside it. */
export interface Quantity {
  readonly value: number;
  /** `KiB`, `MiB`, `B`, … */
  readonly unit: string;
}

/** What is said of the host. */
export interface HostCapabilities {
  readonly uuid?: string;
  readonly cpu?: HostCpu;
  /** Absent: the document says nothing. */
  readonly powerManagement?: readonly ("suspend_mem" | "suspend_disk" | "suspend_hybrid")[];
  readonly iommu?: boolean;
  readonly migration?: { readonly live: boolean; readonly uriTransports: readonly string[] };
  readonly netPrefix?: string;
  readonly topology?: Topology;
  readonly cache?: CacheResources;
  readonly memoryBandwidth?: MemoryBandwidth;
  readonly securityModels: readonly SecurityModel[];
}

/** The host's processor. */
export interface HostCpu {
  readonly arch: string;
  /** What `<features>`, right after the architecture, holds as elements: `pae`, `nonpae`, … Absent: no such element. */
  readonly flags?: readonly string[];
  readonly model?: string;
  readonly vendor?: string;
  readonly microcode?: number;
  readonly signature?: CpuSignature;
  readonly counter?: CpuCounter;
  readonly topology?: CpuTopology;
  readonly maxPhysAddr?: MaxPhysAddr;
  readonly features: readonly CpuFeature[];
  readonly pages: readonly Quantity[];
}

/** The NUMA cells and what is between them. */
export interface Topology {
  readonly cells: readonly NumaCell[];
  readonly interconnects?: readonly Interconnect[];
}

/** One NUMA cell. */
export interface NumaCell {
  readonly id: number;
  readonly memory?: Quantity;
  readonly pages: readonly { readonly size: Quantity; readonly count: number }[];
  readonly distances: readonly { readonly id: number; readonly value: number }[];
  readonly caches?: readonly MemorySideCache[];
  readonly cpus: readonly CellCpu[];
}

/** A memory-side cache of a cell (HMAT). */
export interface MemorySideCache {
  readonly level: number;
  readonly associativity?: "none" | "direct" | "full";
  readonly policy?: "none" | "writeback" | "writethrough";
  readonly size: Quantity;
  readonly line?: Quantity;
}

/** A CPU of a cell; without details where it is offline. */
export interface CellCpu {
  readonly id: number;
  readonly socketId?: number;
  readonly dieId?: number;
  readonly clusterId?: number;
  readonly coreId?: number;
  /** CPU list: `0,2-3`. */
  readonly siblings?: string;
}

/** Latency or bandwidth between cells (HMAT). */
export interface Interconnect {
  readonly kind: "latency" | "bandwidth";
  readonly initiator: number;
  readonly target: number;
  readonly cache?: number;
  readonly type: "access" | "read" | "write";
  readonly value: number;
  /** For bandwidth. */
  readonly unit?: string;
}

/** The caches that processors share. */
export interface CacheResources {
  readonly banks: readonly CacheBank[];
  readonly monitor?: ResourceMonitor;
}

/** One cache bank. */
export interface CacheBank {
  readonly id: number;
  readonly level: number;
  readonly type: "both" | "code" | "data";
  readonly size: Quantity;
  /** CPU list. */
  readonly cpus: string;
  readonly controls: readonly {
    readonly granularity: Quantity;
    readonly min?: number;
    readonly type: "both" | "code" | "data";
    readonly maxAllocs: number;
  }[];
}

/** Monitoring of a shared resource. */
export interface ResourceMonitor {
  readonly level?: number;
  readonly reuseThreshold?: number;
  readonly maxMonitors: number;
  readonly features: readonly string[];
}

/** Memory bandwidth that can be shared out. */
export interface MemoryBandwidth {
  readonly nodes: readonly MemoryBandwidthNode[];
  readonly monitor?: ResourceMonitor;
}

/** Memory bandwidth allocation of a node. */
export interface MemoryBandwidthNode {
  readonly id: number;
  readonly cpus: string;
  readonly controls: readonly { readonly granularity: number; readonly min?: number; readonly maxAllocs: number }[];
}

/** A security driver. */
export interface SecurityModel {
  readonly model: string;
  readonly doi: string;
  readonly baseLabels: readonly { readonly type: string; readonly label: string }[];
}

/** What guests of one architecture can be. */
export interface GuestCapabilities {
  readonly osType: string;
  readonly arch: {
    readonly name: string;
    readonly wordSize: number;
    readonly emulator?: string;
    readonly loader?: string;
    readonly machines: readonly GuestMachine[];
    readonly domains: readonly GuestDomain[];
  };
  readonly features: readonly GuestFeature[];
}

/** A machine type of a guest architecture. */
export interface GuestMachine {
  readonly name: string;
  /** The versioned name behind an alias. */
  readonly canonical?: string;
  readonly maxCpus?: number;
  readonly deprecated?: boolean;
}

/** A virtualisation type, with what differs for it. */
export interface GuestDomain {
  readonly type: string;
  readonly emulator?: string;
  readonly loader?: string;
  readonly machines: readonly GuestMachine[];
}

/** A feature of a guest; `default` and `toggle` where the document has them. */
export interface GuestFeature {
  readonly name: string;
  readonly default?: boolean;
  readonly toggle?: boolean;
}
