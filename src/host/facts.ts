/**
 * What is known of a machine: the shapes. Where libvirt's capabilities document has a shape for a thing, that is used.
 * A part that is absent is not there, or could not be read: then {@linkcode HostFacts.problems} names the file.
 *
 * @module
 */

import type {
  CacheBank,
  Interconnect,
  MemoryBandwidthNode,
  NumaCell,
  ResourceMonitor,
} from "../conf/capabilities/document.ts";
import type { FactProblem } from "./fact_files.ts";
import type { CpuidLeaf, MsrValue } from "./host.ts";

/** What every description of a machine has: the processor, and whether guests may use it and the devices. */
export interface BasicFacts {
  /** libvirt's word: `x86_64`, `aarch64`, `s390x`, … */
  readonly arch: string;
  readonly cpu: CpuFacts;
  readonly iommu: IommuFacts;
  readonly kvm: KvmDeviceFacts;
  readonly problems: readonly FactProblem[];
}

/** What the machine's own description repeats. */
export interface MachineFacts extends BasicFacts {
  readonly topology: TopologyFacts;
  readonly nodeCounts: NodeCounts;
  readonly numa: NumaFacts;
  readonly caches: CacheFacts;
  readonly memory: MemoryFacts;
  readonly security: SecurityFacts;
  readonly power: PowerFacts;
  readonly identity: IdentityFacts;
}

/** What decides about what guests can have. */
export interface GuestFacts extends BasicFacts {
  readonly firmware: readonly FirmwareDescriptor[];
  readonly helpers: readonly HelperFacts[];
}

/** Everything that is known of a machine. */
export interface HostFacts extends MachineFacts, GuestFacts {
  readonly modules: readonly ModuleFacts[];
  /** Whether a kvm module says that guests may be hypervisors. */
  readonly nested: boolean;
  readonly protection: ProtectionFacts;
  readonly kernel: KernelFacts;
}

/** The processor, as the kernel describes it. */
export interface CpuFacts {
  /** `AuthenticAMD`, `GenuineIntel`; on ARM the implementer: `0x41`. */
  readonly vendor?: string;
  readonly modelName?: string;
  readonly family?: number;
  readonly model?: number;
  readonly stepping?: number;
  /** Revision as a number; x86 only. */
  readonly microcode?: number;
  /** Flags (x86), features (ARM, s390) in the kernel's words and order. */
  readonly flags: readonly string[];
  readonly physicalBits?: number;
  readonly virtualBits?: number;
  /** Of the last processor in the list, as libvirt counts it; whole MHz. */
  readonly mhz?: number;
  /** The text by which libvirt tells processors apart; x86, POWER and s390 only. */
  readonly signature?: string;
  /** Set where it could be executed or read. */
  readonly cpuid?: readonly CpuidLeaf[];
}

/** One logical CPU. */
export interface LogicalCpu {
  readonly id: number;
  readonly online: boolean;
  /** The ids below are known of online CPUs only. */
  readonly socketId?: number;
  readonly dieId?: number;
  readonly clusterId?: number;
  readonly coreId?: number;
  /** Threads of the same core. */
  readonly siblings?: readonly number[];
}

/** How the CPUs hang together. Counts are of online CPUs, the highest where parts differ. */
export interface TopologyFacts {
  readonly cpus: readonly LogicalCpu[];
  readonly sockets: number;
  readonly diesPerSocket: number;
  /** Absent where the kernel knows none. */
  readonly clustersPerDie?: number;
  /** Per die, or per cluster where there are clusters. */
  readonly coresPerParent: number;
  readonly threadsPerCore: number;
}

/**
 * The counts libvirt calls node information: sockets, cores and threads of one NUMA node, such that the product with
 * the number of nodes is the number of CPUs; where no such counts exist, everything is one node of single cores.
 */
export interface NodeCounts {
  /** Online CPUs. */
  readonly cpus: number;
  readonly offline: number;
  readonly nodes: number;
  readonly sockets: number;
  readonly cores: number;
  readonly threads: number;
}

/** NUMA cells, and what HMAT says of the ways between them. */
export interface NumaFacts {
  readonly cells: readonly NumaCell[];
  readonly interconnects: readonly Interconnect[];
}

/** Cache banks with their allocation controls, and what may be monitored. */
export interface CacheFacts {
  readonly banks: readonly CacheBank[];
  readonly monitor?: ResourceMonitor;
  readonly memoryBandwidth: readonly MemoryBandwidthNode[];
  readonly memoryBandwidthMonitor?: ResourceMonitor;
}

/** Memory of the whole machine. */
export interface MemoryFacts {
  readonly totalKiB?: number;
  /** Page sizes in KiB, ascending; the first is the ordinary one where it is known. */
  readonly pageSizesKiB: readonly number[];
}

/** The IOMMU. */
export interface IommuFacts {
  readonly groups: number;
}

/** The device of the kernel's hypervisor. */
export interface KvmDeviceFacts {
  readonly present: boolean;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly ctimeNs?: bigint;
  /** Whether this very process may open it for reading and writing. */
  readonly usable: boolean;
  readonly apiVersion?: number;
  readonly maxVcpus?: number;
  /** Registers that hold features of the processor. */
  readonly msrs?: readonly MsrValue[];
  /** Where it was asked for. */
  readonly tsc?: { readonly frequencyHz: number; readonly scaling: boolean };
}

/** A loaded (or built-in) kvm module. */
export interface ModuleFacts {
  readonly name: string;
  /** In the order of their names; the value as the kernel writes it. Unreadable ones are in the problems. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Memory encryption and other protection of guests from their host. */
export interface ProtectionFacts {
  /** AMD: the kernel says it is enabled for guests. */
  readonly sev: boolean;
  readonly sevEs: boolean;
  readonly sevSnp: boolean;
  /** Intel TDX. */
  readonly tdx: boolean;
  readonly sgx: boolean;
  /** IBM Secure Execution. */
  readonly s390Uv: boolean;
  /** Address space ids for encrypted guests, from the misc controller: name to number. */
  readonly capacity: Readonly<Record<string, number>>;
  /** What libvirt calls support of secure guests: the kernel has it on and the device is there. */
  readonly secureGuest: boolean;
}

/** The running kernel. */
export interface KernelFacts {
  /** `6.1.0-18-amd64`. */
  readonly release?: string;
  /** `#1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1`. */
  readonly version?: string;
}

/** One firmware, as its descriptor says. */
export interface FirmwareDescriptor {
  /** The file that counts, of those of one name. */
  readonly path: string;
  readonly description: string;
  readonly interfaces: readonly ("bios" | "openfirmware" | "uboot" | "uefi")[];
  readonly mapping: FirmwareMapping;
  readonly targets: readonly { readonly architecture: string; readonly machines: readonly string[] }[];
  /** Words this program does not know included. */
  readonly features: readonly string[];
  readonly tags: readonly string[];
}

/** How a firmware gets into a guest. */
export type FirmwareMapping =
  | {
    readonly device: "flash";
    readonly mode: "split" | "combined" | "stateless";
    readonly executable: FirmwareFile;
    /** For `split`. */
    readonly nvramTemplate?: FirmwareFile;
  }
  | { readonly device: "kernel" | "memory"; readonly filename: string }
  | { readonly device: "other"; readonly name: string };

/** A file of a firmware. */
export interface FirmwareFile {
  readonly filename: string;
  readonly format: string;
}

/** What the kernel offers to keep guests apart. */
export interface SecurityFacts {
  /** Absent: not enabled. */
  readonly selinux?: {
    readonly enforcing: boolean;
    /** Process contexts for guests of KVM and of emulation, from the policy. */
    readonly guestContexts?: { readonly kvm: string; readonly emulated: string };
  };
  /** Absent: not enabled. */
  readonly apparmor?: {
    /** Profiles that are loaded: name to mode. */
    readonly profiles: Readonly<Record<string, string>>;
    /** Whether templates for guest profiles are installed. */
    readonly templates: boolean;
  };
}

/** Ways to put the machine to sleep that the kernel has and a service would carry out. */
export interface PowerFacts {
  readonly suspendMem: boolean;
  readonly suspendDisk: boolean;
  readonly suspendHybrid: boolean;
}

/** What names the machine. */
export interface IdentityFacts {
  /** Lower case, with hyphens. Absent: neither source has one. */
  readonly uuid?: string;
  readonly source?: "dmi" | "machine-id";
}

/** A program that guests need beside their emulator. */
export interface HelperFacts {
  readonly name: string;
  /** Absent: not installed. */
  readonly path?: string;
  readonly size?: number;
  readonly mtimeNs?: bigint;
  readonly ctimeNs?: bigint;
  /** Where it was asked for and the program told it. */
  readonly version?: string;
}
