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

/** A CPU as compare and baseline take and give it. */
export interface CpuDocument {
  /** Absent in a host CPU. */
  readonly mode?: "custom" | "host-model" | "host-passthrough" | "maximum";
  readonly match?: "minimum" | "exact" | "strict";
  readonly check?: "none" | "partial" | "full";
  readonly migratable?: boolean;
  readonly arch?: string;
  readonly model?: { readonly name?: string; readonly fallback?: "allow" | "forbid"; readonly vendorId?: string };
  readonly vendor?: string;
  readonly maxPhysAddr?: { readonly mode: "emulate" | "passthrough"; readonly bits?: number; readonly limit?: number };
  readonly topology?: {
    readonly sockets: number;
    readonly dies?: number;
    readonly clusters?: number;
    readonly cores: number;
    readonly threads: number;
  };
  readonly features: readonly CpuFeature[];
}
