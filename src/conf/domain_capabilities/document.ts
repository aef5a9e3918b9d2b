/**
 * The `<domainCapabilities>` document as data.
 * Source of the structure: libvirt's documentation of the domain capabilities format and its RNG schema.
 *
 * @module
 */

import type { CpuFeature, MaxPhysAddr } from "../cpu/document.ts";

/** A list of values that an attribute or element may take: `<enum name='bus'><value>virtio</value></enum>`. */
export interface EnumValues {
  /** Name of the attribute or element. */
  readonly name: string;
  /** What it may be. */
  readonly values: readonly string[];
}

/** A part that is supported or not, with the values it may take. */
export interface SupportedPart {
  /** Whether guests can have it. */
  readonly supported: boolean;
  /** The values its attributes may take. */
  readonly enums: readonly EnumValues[];
}

/** The whole document. */
export interface DomainCapabilitiesDocument {
  /** The emulator. Absent for hypervisors without one. */
  readonly path?: string;
  /** Virtualisation type: `kvm`, `qemu`, `test`, … */
  readonly domain: string;
  /** Versioned machine type; absent where the hypervisor has none. */
  readonly machine?: string;
  /** libvirt's name of the architecture. */
  readonly arch: string;
  /** Most virtual processors a guest can have. */
  readonly vcpuMax?: number;
  /** Whether disks can have threads of their own. */
  readonly iothreads?: boolean;
  /** How a guest starts. */
  readonly os?: OsCapabilities;
  /** CPU modes and models. */
  readonly cpu: CpuCapabilities;
  /** Where guest memory can come from. */
  readonly memoryBacking?: SupportedPart;
  /** Device kinds in the document's order. */
  readonly devices: readonly DeviceCapabilities[];
  /** Features in the document's order. */
  readonly features: readonly DomainFeature[];
}

/** What `<os>` may hold. */
export interface OsCapabilities extends SupportedPart {
  /** What a firmware can be asked to have. */
  readonly firmwareFeatures?: SupportedPart;
  /** Firmware files. */
  readonly loader?: LoaderCapabilities;
  /** Whether variables can be kept in a store of their own. */
  readonly varstore?: boolean;
}

/** The firmware files known on the host and how they may be used. */
export interface LoaderCapabilities extends SupportedPart {
  /** Paths. */
  readonly values: readonly string[];
}

/** One kind of device. */
export interface DeviceCapabilities extends SupportedPart {
  /** Element name: `disk`. */
  readonly name: string;
}

/** The `<cpu>` part. */
export interface CpuCapabilities {
  /** The host's processor as it is. */
  readonly hostPassthrough: SupportedPart;
  /** Absent: the document's version does not know this mode. */
  readonly maximum?: SupportedPart;
  /** Absent: not supported. */
  readonly hostModel?: HostModelCpu;
  /** Absent: not supported. */
  readonly custom?: readonly CustomCpuModel[];
}

/** The CPU that host-model stands for. */
export interface HostModelCpu {
  /** The named model it is based on. */
  readonly model: string;
  /** Whether a model below it will do. */
  readonly fallback: "allow" | "forbid";
  /** Who made it. */
  readonly vendor?: string;
  /** How many bits a physical address has. */
  readonly maxPhysAddr?: MaxPhysAddr;
  /** What is added to the model or taken away. */
  readonly features: readonly CpuFeature[];
}

/** A named model. */
export interface CustomCpuModel {
  /** Name that a guest definition gives. */
  readonly name: string;
  /** Whether it runs on this host. */
  readonly usable: "yes" | "no" | "unknown";
  /** Absent: the document says `unknown`. */
  readonly vendor?: string;
  /** True where its developers advise against it. */
  readonly deprecated?: boolean;
  /** The name this one stands for. */
  readonly canonical?: string;
  /** Features that keep the model from being usable. */
  readonly blockers: readonly string[];
}

/** One row of `<features>`. */
export interface DomainFeature {
  /** Element name: `gic`. */
  readonly name: string;
  /** Whether guests can have it. */
  readonly supported: boolean;
  /** Absent for features that are on or off only. */
  readonly enums?: readonly EnumValues[];
  /** With `name: "sev"`. */
  readonly sev?: SevFeature;
  /** With `name: "sgx"`. */
  readonly sgx?: SgxFeature;
  /** With `name: "hyperv"`. */
  readonly hypervDefaults?: HypervDefaults;
}

/** AMD SEV for guests. */
export interface SevFeature {
  /** Position of the encryption bit in a page table entry. */
  readonly cbitpos: number;
  /** Physical address bits that encryption takes. */
  readonly reducedPhysBits: number;
  /** Most guests with SEV at once. */
  readonly maxGuests?: number;
  /** Most guests with SEV-ES at once. */
  readonly maxEsGuests?: number;
  /** Identity of the first processor, in Base64. */
  readonly cpu0Id?: string;
}

/** Intel SGX for guests; sizes in KiB. */
export interface SgxFeature {
  /** Whether launch control is flexible. */
  readonly flc: boolean;
  /** Whether the first version is there. */
  readonly sgx1: boolean;
  /** Whether the second version is there. */
  readonly sgx2: boolean;
  /** Size of all sections together, in KiB. */
  readonly sectionSizeKiB: number;
  /** Size of each section, by NUMA node. */
  readonly sections: readonly { readonly node: number; readonly sizeKiB: number }[];
}

/** What the enlightenments get when nothing is said of them. */
export interface HypervDefaults {
  /** Spins after which a waiting guest tells the hypervisor. */
  readonly spinlocks?: number;
  /** Whether synthetic timers interrupt directly. */
  readonly stimerDirect?: boolean;
  /** Whether nested flushes go directly to the hypervisor. */
  readonly tlbflushDirect?: boolean;
  /** Whether flushes can name ranges. */
  readonly tlbflushExtended?: boolean;
  /** What the guest is told of who made the hypervisor. */
  readonly vendorId?: string;
}
