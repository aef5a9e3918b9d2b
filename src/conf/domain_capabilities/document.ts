/**
 * The `<domainCapabilities>` document as data.
 * Source of the structure: libvirt's documentation of the domain capabilities format and its RNG schema.
 *
 * @module
 */

import type { CpuFeature, MaxPhysAddr } from "../cpu/document.ts";

/** A list of values that an attribute or element may take: `<enum name='bus'><value>virtio</value></enum>`. */
export interface EnumValues {
  readonly name: string;
  readonly values: readonly string[];
}

/** A part that is supported or not, with the values it may take. */
export interface SupportedPart {
  readonly supported: boolean;
  readonly enums: readonly EnumValues[];
}

/** The whole document. */
export interface DomainCapabilitiesDocument {
  /** The emulator. Absent for hypervisors without one. */
  readonly path?: string;
  readonly domain: string;
  readonly machine?: string;
  readonly arch: string;
  readonly vcpuMax?: number;
  readonly iothreads?: boolean;
  readonly os?: OsCapabilities;
  readonly cpu: CpuCapabilities;
  readonly memoryBacking?: SupportedPart;
  /** Device kinds in the document's order. */
  readonly devices: readonly DeviceCapabilities[];
  /** Features in the document's order. */
  readonly features: readonly DomainFeature[];
}

/** What `<os>` may hold. */
export interface OsCapabilities extends SupportedPart {
  readonly firmwareFeatures?: SupportedPart;
  readonly loader?: LoaderCapabilities;
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
  readonly model: string;
  readonly fallback: "allow" | "forbid";
  readonly vendor?: string;
  readonly maxPhysAddr?: MaxPhysAddr;
  readonly features: readonly CpuFeature[];
}

/** A named model. */
export interface CustomCpuModel {
  readonly name: string;
  readonly usable: "yes" | "no" | "unknown";
  /** Absent: the document says `unknown`. */
  readonly vendor?: string;
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
  readonly cbitpos: number;
  readonly reducedPhysBits: number;
  readonly maxGuests?: number;
  readonly maxEsGuests?: number;
  readonly cpu0Id?: string;
}

/** Intel SGX for guests; sizes in KiB. */
export interface SgxFeature {
  readonly flc: boolean;
  readonly sgx1: boolean;
  readonly sgx2: boolean;
  readonly sectionSizeKiB: number;
  readonly sections: readonly { readonly node: number; readonly sizeKiB: number }[];
}

/** What the enlightenments get when nothing is said of them. */
export interface HypervDefaults {
  readonly spinlocks?: number;
  readonly stimerDirect?: boolean;
  readonly tlbflushDirect?: boolean;
  readonly tlbflushExtended?: boolean;
  readonly vendorId?: string;
}
