/**
 * What one QEMU binary can do on this host: the typed form of one cache file.
 *
 * Names and meanings are those of libvirt's `<qemuCaps>` cache document, so that the two are comparable.
 *
 * @module
 */

import type { CpuidLeaf, MsrValue } from "../../host/host.ts";

/** Accelerators in the reference's order of preference. */
export type AcceleratorType = "kvm" | "hvf" | "tcg";

/** A value of a CPU property as QEMU reports it. */
export type CpuPropertyValue = boolean | string | number;

/** One property of an expanded CPU model. */
export interface CpuProperty {
  readonly name: string;
  readonly value: CpuPropertyValue;
  /** Absent where QEMU was not asked. */
  readonly migratable?: boolean;
}

/** What `query-cpu-model-expansion` of `host` (or `max` under TCG) gave. */
export interface HostCpuModel {
  /** QEMU's name of the base model: `base`, `max`, or an s390 model. */
  readonly name: string;
  readonly migratability: boolean;
  readonly properties: readonly CpuProperty[];
  /** Features that any model of this architecture should do without; only where QEMU tells (s390x since 9.2). */
  readonly deprecatedFeatures?: readonly string[];
  /** Those of them that this very model has. */
  readonly hostDeprecatedFeatures?: readonly string[];
}

/** One row of `query-cpu-definitions`. */
export interface CpuDefinition {
  readonly name: string;
  /** QOM type name. */
  readonly typename?: string;
  readonly usable: "yes" | "no" | "unknown";
  /** Features that keep it from being usable, in QEMU's names as the reference records them. */
  readonly blockers: readonly string[];
  readonly deprecated: boolean;
}

/** One row of `query-machines`. */
export interface MachineType {
  readonly name: string;
  readonly alias?: string;
  readonly isDefault: boolean;
  readonly maxCpus: number;
  readonly hotplugCpus: boolean;
  readonly numaMemSupported: boolean;
  readonly defaultCpu?: string;
  readonly defaultRamId?: string;
  readonly deprecated: boolean;
  /** Absent where this QEMU does not say. */
  readonly acpi?: boolean;
}

/** What an accelerator offers with this binary. */
export interface Accelerator {
  readonly type: AcceleratorType;
  readonly hostCpu?: HostCpuModel;
  readonly cpus: readonly CpuDefinition[];
  readonly machines: readonly MachineType[];
}

/** One interrupt controller version for ARM guests. */
export interface GicCapability {
  readonly version: number;
  readonly kernel: boolean;
  readonly emulated: boolean;
}

/** AMD SEV as QEMU reports it. */
export interface SevCapability {
  readonly cbitpos: number;
  readonly reducedPhysBits: number;
  readonly pdh: string;
  readonly certChain: string;
  readonly cpu0Id?: string;
  readonly maxGuests?: number;
  readonly maxEsGuests?: number;
}

/** Intel SGX as QEMU reports it; sizes in KiB. */
export interface SgxCapability {
  readonly flc: boolean;
  readonly sgx1: boolean;
  readonly sgx2: boolean;
  readonly sectionSize: number;
  readonly sections: readonly { readonly node: number; readonly size: number }[];
}

/** Hyper-V enlightenments, by libvirt's names. */
export interface HypervCapability {
  readonly supported: boolean;
  readonly features: readonly string[];
  /** Spins before a guest tells the hypervisor, absent where it never does. */
  readonly spinlocks?: number;
  readonly stimerDirect?: boolean;
  readonly tlbflushDirect?: boolean;
  readonly tlbflushExtended?: boolean;
  /** Absent where QEMU names none. */
  readonly vendorId?: string;
}

/** The facts of a binary that the guest-visible documents are made from. */
export interface QemuCapabilities {
  /** Absolute path of the binary. */
  readonly emulator: string;
  /** major * 1 000 000 + minor * 1 000 + micro. */
  readonly version: number;
  /** QEMU's package string, absent when empty. */
  readonly package?: string;
  /** Guest architecture in libvirt's words; QEMU's own word where libvirt has none. */
  readonly arch: string;
  /** QEMU's own target name (`query-target`). */
  readonly target: string;
  /** Capability flags by the reference's names, in the reference's order. */
  readonly flags: readonly string[];
  readonly accelerators: readonly Accelerator[];
  readonly gic: readonly GicCapability[];
  readonly sev?: SevCapability;
  readonly sgx?: SgxCapability;
  /** Hyper-V enlightenments the accelerator offers; absent where not asked. */
  readonly hyperv?: HypervCapability;
  readonly kvmSupportsNesting: boolean;
  readonly kvmSupportsSecureGuest: boolean;
  /** What happened while probing. */
  readonly probe: ProbeLog;
}

/** One step of a probe that did not go as it should. */
export interface ProbeProblem {
  /** The QMP command and its argument, or the step: `device-list-properties virtio-gpu-gl-pci`, `start`. */
  readonly step: string;
  readonly message: string;
}

/** The story of one probe. */
export interface ProbeLog {
  /** ISO 8601 time at which it began. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Why the probe was made: a validity reason of the cache, `new` for the first. */
  readonly reason: string;
  /** True where a step failed and the rest was kept. */
  readonly partial: boolean;
  readonly problems: readonly ProbeProblem[];
  /** Device types that kill this very binary when asked for. */
  readonly deniedTypes: readonly string[];
}

/** What the probed facts depended on besides the binary itself, as the reference's file names them. */
export interface ProbeInputs {
  /** Seconds since 1970, as the reference keeps them. */
  readonly qemuCtime: number;
  readonly moduleDirMtime?: number;
  readonly selfCtime: number;
  readonly selfVersion: number;
  readonly microcodeVersion?: number;
  readonly hostCpuSignature?: string;
  readonly kernelVersion?: string;
  readonly cpuData?: { readonly cpuid: readonly CpuidLeaf[]; readonly msrs: readonly MsrValue[] };
}
