/**
 * The `<cpu>` element as data: of a guest definition, of a host, and of the host-model answer.
 *
 * @module
 */

/** What a guest asks of a feature. */
export type FeaturePolicy = "force" | "require" | "optional" | "disable" | "forbid";

/** A CPU feature by libvirt's name. */
export interface CpuFeature {
  /** libvirt's name of the feature. */
  readonly name: string;
  /** Absent in a host CPU. */
  readonly policy?: FeaturePolicy;
}

/** How wide guest physical addresses are. */
export interface MaxPhysAddr {
  /** Whether the guest sees bits of its own or the host's. */
  readonly mode: "emulate" | "passthrough";
  /** How many bits. */
  readonly bits?: number;
  /** The most that `passthrough` may take from the host. */
  readonly limit?: number;
}

/** How a processor is divided. */
export interface CpuTopology {
  /** How many sockets. */
  readonly sockets: number;
  /** Absent where the document's version does not know dies. */
  readonly dies?: number;
  /** Absent where the document's version does not know clusters. */
  readonly clusters?: number;
  /** Cores in a cluster, or in a die where there are no clusters. */
  readonly cores: number;
  /** Threads of a core. */
  readonly threads: number;
}

/** What CPUID says of the model. */
export interface CpuSignature {
  /** Family, with its extension added. */
  readonly family: number;
  /** Model, with its extension added. */
  readonly model: number;
  /** Stepping. */
  readonly stepping: number;
}

/** The time stamp counter. */
export interface CpuCounter {
  /** Which counter. */
  readonly name: "tsc";
  /** Hz. */
  readonly frequency: number;
  /** Whether its frequency can be scaled for a guest. */
  readonly scaling?: boolean;
}

/** A CPU as compare and baseline take and give it: of a host when it has an architecture and no mode. */
export interface CpuDocument {
  /** Absent in a host CPU. */
  readonly mode?: "custom" | "host-model" | "host-passthrough" | "maximum";
  /** How closely the host has to be like it. */
  readonly match?: "minimum" | "exact" | "strict";
  /** How closely the guest's processor is compared before it starts. */
  readonly check?: "none" | "partial" | "full";
  /** Whether features that keep a guest from moving are left out. */
  readonly migratable?: boolean;
  /** libvirt's name of the architecture. */
  readonly arch?: string;
  /** The named model, and whether one below it will do. */
  readonly model?: { readonly name?: string; readonly fallback?: "allow" | "forbid"; readonly vendorId?: string };
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
  /** What the guest sees of caches. */
  readonly cache?: { readonly level?: number; readonly mode: "emulate" | "passthrough" | "disable" };
  /** How many bits a physical address has. */
  readonly maxPhysAddr?: MaxPhysAddr;
  /** Features with what is asked of each. */
  readonly features: readonly CpuFeature[];
}
