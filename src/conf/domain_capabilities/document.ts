/**
 * The `<domainCapabilities>` document as data.
 * Source of the structure: libvirt's documentation of the domain capabilities format and its RNG schema.
 *
 * @module
 */

import type { CpuFeature } from "../cpu/document.ts";

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
  readonly path: string;
  readonly domain: string;
  readonly machine?: string;
  readonly arch: string;
  readonly vcpuMax?: number;
  readonly iothreads?: boolean;
  readonly os: SupportedPart & { readonly loader: SupportedPart & { readonly values: readonly string[] } };
  readonly cpu: CpuCapabilities;
  readonly memoryBacking?: SupportedPart;
  /** Device kinds in the document's order. */
  readonly devices: readonly (SupportedPart & { readonly name: string })[];
  /** Features in the document's order. */
  readonly features: readonly DomainFeature[];
}

/** The `<cpu>` part. */
export interface CpuCapabilities {
  readonly hostPassthrough: SupportedPart;
  readonly maximum: SupportedPart;
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
  readonly maxPhysAddr?: { readonly mode: "emulate" | "passthrough"; readonly bits?: number; readonly limit?: number };
  readonly features: readonly CpuFeature[];
}

/** A named model. */
export interface CustomCpuModel {
  readonly name: string;
  readonly usable: "yes" | "no" | "unknown";
  readonly vendor?: string;
  readonly deprecated?: boolean;
  /** The name this one stands for. */
  readonly canonical?: string;
  /** Features that keep the model from being usable. */
  readonly blockers: readonly string[];
}

/** One row of `<features>`. */
export type DomainFeature =
  | { readonly name: "gic"; readonly supported: boolean; readonly enums: readonly EnumValues[] }
  | { readonly name: "sev"; readonly supported: boolean; readonly sev?: SevFeature }
  | { readonly name: "sgx"; readonly supported: boolean; readonly sgx?: SgxFeature }
  | { readonly name: "hyperv"; readonly supported: boolean; readonly enums: readonly EnumValues[] }
  | {
    readonly name: string;
    readonly supported: boolean;
    readonly enums?: readonly EnumValues[];
  };

/** AMD SEV for guests. */
export interface SevFeature {
  readonly cbitpos: number;
  readonly reducedPhysBits: number;
  readonly maxGuests?: number;
  readonly maxEsGuests?: number;
  readonly cpu0Id?: string;
}

/** Intel SGX for guests. */
export interface SgxFeature {
  readonly flc: boolean;
  readonly sgx1: boolean;
  readonly sgx2: boolean;
  readonly sectionSizeKiB: number;
  readonly sections: readonly { readonly node: number; readonly sizeKiB: number }[];
}
