/**
 * The host `<capabilities>` document as data: libvirt's structure, its names, its units.
 * Source of the structure: libvirt's documentation of the capabilities format and its RNG schema.
 *
 * @module
 */

import type { CpuCounter, CpuFeature, CpuSignature, CpuTopology, MaxPhysAddr } from "../cpu/document.ts";

/** The whole document. */
export interface CapabilitiesDocument {
  /** The machine itself. */
  readonly host: HostCapabilities;
  /** The kinds of guests that it can run. */
  readonly guests: readonly GuestCapabilities[];
  /** Storage pool types of the hypervisor's storage driver. */
  readonly storagePoolTypes?: readonly string[];
}

/** An amount with the unit the document writes beside it. */
export interface Quantity {
  /** How much, in `unit`. */
  readonly value: number;
  /** `KiB`, `MiB`, `B`, … */
  readonly unit: string;
}

/** What is said of the host. */
export interface HostCapabilities {
  /** The machine's SMBIOS identity, or one made from its machine id. */
  readonly uuid?: string;
  /** Its processor. */
  readonly cpu?: HostCpu;
  /** Absent: the document says nothing. */
  readonly powerManagement?: readonly ("suspend_mem" | "suspend_disk" | "suspend_hybrid")[];
  /** Whether devices can be given to guests through an IOMMU. */
  readonly iommu?: boolean;
  /** Whether running guests can move, and over which transports. */
  readonly migration?: { readonly live: boolean; readonly uriTransports: readonly string[] };
  /** Prefix of the names that the hypervisor gives network devices. */
  readonly netPrefix?: string;
  /** Its NUMA cells. */
  readonly topology?: Topology;
  /** Its cache banks, with what can be allocated of them. */
  readonly cache?: CacheResources;
  /** What can be allocated of its memory bandwidth. */
  readonly memoryBandwidth?: MemoryBandwidth;
  /** The security drivers that confine guests. */
  readonly securityModels: readonly SecurityModel[];
}

/** The host's processor. */
export interface HostCpu {
  /** libvirt's name of the architecture. */
  readonly arch: string;
  /** What `<features>`, right after the architecture, holds as elements: `pae`, `nonpae`, … Absent: no such element. */
  readonly flags?: readonly string[];
  /** The named model that comes closest. */
  readonly model?: string;
  /** Who made it: `Intel`, `AMD`, … */
  readonly vendor?: string;
  /** Version of the microcode. */
  readonly microcode?: number;
  /** Family, model and stepping. */
  readonly signature?: CpuSignature;
  /** The time stamp counter. */
  readonly counter?: CpuCounter;
  /** Sockets, dies, cores and threads. */
  readonly topology?: CpuTopology;
  /** How many bits a physical address has. */
  readonly maxPhysAddr?: MaxPhysAddr;
  /** What it has beyond its named model. */
  readonly features: readonly CpuFeature[];
  /** Page sizes that memory can be had in. */
  readonly pages: readonly Quantity[];
}

/** The NUMA cells and what is between them. */
export interface Topology {
  /** The cells, by number. */
  readonly cells: readonly NumaCell[];
  /** Latency and bandwidth between them, where the firmware says. */
  readonly interconnects?: readonly Interconnect[];
}

/** One NUMA cell. */
export interface NumaCell {
  /** Number of the cell. */
  readonly id: number;
  /** Its memory. */
  readonly memory?: Quantity;
  /** How many pages of each size it has. */
  readonly pages: readonly { readonly size: Quantity; readonly count: number }[];
  /** Relative distance to each cell; 10 is the cell itself. */
  readonly distances: readonly { readonly id: number; readonly value: number }[];
  /** Caches on the side of its memory. */
  readonly caches?: readonly MemorySideCache[];
  /** Its logical processors. */
  readonly cpus: readonly CellCpu[];
}

/** A memory-side cache of a cell (HMAT). */
export interface MemorySideCache {
  /** Level of the cache. */
  readonly level: number;
  /** How addresses map to lines. */
  readonly associativity?: "none" | "direct" | "full";
  /** What happens on a write. */
  readonly policy?: "none" | "writeback" | "writethrough";
  /** Size of the cache. */
  readonly size: Quantity;
  /** Size of a line. */
  readonly line?: Quantity;
}

/** A CPU of a cell; without details where it is offline. */
export interface CellCpu {
  /** Number of the logical processor. */
  readonly id: number;
  /** Number of its socket. */
  readonly socketId?: number;
  /** Number of its die in the socket. */
  readonly dieId?: number;
  /** Number of its cluster in the die. */
  readonly clusterId?: number;
  /** Number of its core. */
  readonly coreId?: number;
  /** CPU list: `0,2-3`. */
  readonly siblings?: string;
}

/** Latency or bandwidth between cells (HMAT). */
export interface Interconnect {
  /** What the value says. */
  readonly kind: "latency" | "bandwidth";
  /** The cell that asks. */
  readonly initiator: number;
  /** The cell that is asked. */
  readonly target: number;
  /** Level of the memory-side cache that answers; absent for the memory itself. */
  readonly cache?: number;
  /** Which accesses it is about. */
  readonly type: "access" | "read" | "write";
  /** Nanoseconds for a latency; for a bandwidth, in `unit`. */
  readonly value: number;
  /** For bandwidth. */
  readonly unit?: string;
}

/** The caches that processors share. */
export interface CacheResources {
  /** The banks. */
  readonly banks: readonly CacheBank[];
  /** What can be monitored of them. */
  readonly monitor?: ResourceMonitor;
}

/** One cache bank. */
export interface CacheBank {
  /** Number of the bank. */
  readonly id: number;
  /** Level of the cache. */
  readonly level: number;
  /** What it holds. */
  readonly type: "both" | "code" | "data";
  /** Its size. */
  readonly size: Quantity;
  /** CPU list. */
  readonly cpus: string;
  /** How it can be divided, by kind of content. */
  readonly controls: readonly {
    readonly granularity: Quantity;
    readonly min?: number;
    readonly type: "both" | "code" | "data";
    readonly maxAllocs: number;
  }[];
}

/** Monitoring of a shared resource. */
export interface ResourceMonitor {
  /** Level of the cache that is monitored. */
  readonly level?: number;
  /** Smallest count from which a monitor is given to another group. */
  readonly reuseThreshold?: number;
  /** How many groups can be monitored at once. */
  readonly maxMonitors: number;
  /** What is measured: `llc_occupancy`, `mbm_total_bytes`, … */
  readonly features: readonly string[];
}

/** Memory bandwidth that can be shared out. */
export interface MemoryBandwidth {
  /** What each node lets be allocated. */
  readonly nodes: readonly MemoryBandwidthNode[];
  /** What can be monitored. */
  readonly monitor?: ResourceMonitor;
}

/** Memory bandwidth allocation of a node. */
export interface MemoryBandwidthNode {
  /** Number of the node. */
  readonly id: number;
  /** Its logical processors, as a CPU list. */
  readonly cpus: string;
  /** How it can be divided, in percent. */
  readonly controls: readonly { readonly granularity: number; readonly min?: number; readonly maxAllocs: number }[];
}

/** A security driver. */
export interface SecurityModel {
  /** Name of the driver: `selinux`, `apparmor`, `dac`. */
  readonly model: string;
  /** Its domain of interpretation. */
  readonly doi: string;
  /** Label that a guest of each virtualisation type gets. */
  readonly baseLabels: readonly { readonly type: string; readonly label: string }[];
}

/** What guests of one architecture can be. */
export interface GuestCapabilities {
  /** `hvm`, `xen`, `exe`, … */
  readonly osType: string;
  /** Its architecture, and what runs it. */
  readonly arch: {
    readonly name: string;
    readonly wordSize: number;
    readonly emulator?: string;
    readonly loader?: string;
    readonly machines: readonly GuestMachine[];
    readonly domains: readonly GuestDomain[];
  };
  /** What can be switched for such a guest. */
  readonly features: readonly GuestFeature[];
}

/** A machine type of a guest architecture. */
export interface GuestMachine {
  /** Name that a guest definition gives. */
  readonly name: string;
  /** The versioned name behind an alias. */
  readonly canonical?: string;
  /** Most virtual processors it takes. */
  readonly maxCpus?: number;
  /** True where its developers advise against it. */
  readonly deprecated?: boolean;
}

/** A virtualisation type, with what differs for it. */
export interface GuestDomain {
  /** `kvm`, `qemu`, `test`, … */
  readonly type: string;
  /** The emulator, where it is another than the architecture's. */
  readonly emulator?: string;
  /** The loader, where it is another than the architecture's. */
  readonly loader?: string;
  /** Machine types, where they are others than the architecture's. */
  readonly machines: readonly GuestMachine[];
}

/** A feature of a guest; `default` and `toggle` where the document has them. */
export interface GuestFeature {
  /** libvirt's name of the feature. */
  readonly name: string;
  /** Whether it is on when a guest does not say. */
  readonly default?: boolean;
  /** Whether a guest can choose. */
  readonly toggle?: boolean;
}
