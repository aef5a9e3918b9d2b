/**
 * The `<cpu>` element as data: of a guest definition, of a host, and of the host-model answer.
 *
 * @module
 */

/** What a guest asks of a feature. */
export type FeaturePolicy = "force" | "require" | "optional" | "disable" | "forbid";

/** A CPU feature by libvirt's name. */
export interface CpuFeature {
  readonly name: string;
  /** Absent in a host CPU. */
  readonly policy?: FeaturePolicy;
}

/** How wide guest physical addresses are. */
export interface MaxPhysAddr {
  readonly mode: "emulate" | "passthrough";
  readonly bits?: number;
  /** The most that `passthrough` may take from the host. */
  readonly limit?: number;
}

/** How a processor is divided. */
export interface CpuTopology {
  readonly sockets: number;
  /** Absent where the document's version does not know dies. */
  readonly dies?: number;
  /** Absent where the document's version does not know clusters. */
  readonly clusters?: number;
  readonly cores: number;
  readonly threads: number;
}

/** What CPUID says of the model. */
export interface CpuSignature {
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
}

/** The time stamp counter. */
export interface CpuCounter {
  readonly name: "tsc";
  /** Hz. */
  readonly frequency: number;
  readonly scaling?: boolean;
}

/** A CPU as compare and baseline take and give it: of a host when it has an architecture and no mode. */
export interface CpuDocument {
  /** Absent in a host CPU. */
  readonly mode?: "custom" | "host-model" | "host-passthrough" | "maximum";
  readonly match?: "minimum" | "exact" | "strict";
  readonly check?: "none" | "partial" | "full";
  readonly migratable?: boolean;
  readonly arch?: string;
  readonly model?: { readonly name?: string; readonly fallback?: "allow" | "forbid"; readonly vendorId?: string };
  readonly vendor?: string;
  readonly microcode?: number;
  readonly signature?: CpuSignature;
  readonly counter?: CpuCounter;
  readonly topology?: CpuTopology;
  readonly cache?: { readonly level?: number; readonly mode: "emulate" | "passthrough" | "disable" };
  readonly maxPhysAddr?: MaxPhysAddr;
  readonly features: readonly CpuFeature[];
}
