/**
 * From what is known of the machine to what the two documents repeat of it.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type {
  CacheResources,
  HostCapabilities,
  MemoryBandwidth,
  SecurityModel,
  Topology,
} from "../../conf/capabilities/document.ts";
import type { GuestFacts, MachineFacts, PowerFacts, SecurityFacts } from "../../host/facts.ts";
import type { HostDocumentFacts } from "./build_capabilities.ts";
import type { CpuidLeaf } from "../../host/host.ts";
import type { DomainHostFacts, SevLimits } from "./build_domain_rules.ts";

/** Who guests run as. */
export interface GuestOwner {
  readonly uid: number;
  readonly gid: number;
}

/** What the TPM emulator's set-up program can make. */
export interface SwtpmVersions {
  readonly tpm12: boolean;
  readonly tpm20: boolean;
}

/** What {@linkcode describeDomainHost} is told besides the facts. */
export interface DomainHostOptions {
  /** Whether `/dev/vfio/vfio` is there. */
  readonly vfioDevice: boolean;
  /** Those of {@linkcode DEFAULT_LOADERS} that are there. */
  readonly defaultLoaders: readonly string[];
  /** Absent: not asked, or not installed. */
  readonly swtpm?: SwtpmVersions;
}

/** Firmware files that libvirt (as Debian builds it) offers for machines that no descriptor speaks of. */
export const DEFAULT_LOADERS: readonly string[] = [
  "/usr/share/OVMF/OVMF_CODE.fd",
  "/usr/share/OVMF/OVMF_CODE.secboot.fd",
  "/usr/share/AAVMF/AAVMF_CODE.fd",
  "/usr/share/AAVMF/AAVMF32_CODE.fd",
];

/** What the host document repeats. `owner` is absent where guests run as whoever asks. */
export function describeHost(facts: MachineFacts, options: { readonly owner?: GuestOwner } = {}): HostDocumentFacts {
  return defined({
    uuid: facts.identity.uuid,
    powerManagement: describePower(facts.power),
    iommu: facts.iommu.groups > 0,
    topology: describeTopology(facts),
    cache: describeCaches(facts),
    memoryBandwidth: describeMemoryBandwidth(facts),
    securityModels: describeSecurity(facts.security, options.owner),
  });
}

/** What decides about guests. */
export function describeDomainHost(facts: GuestFacts, options: DomainHostOptions): DomainHostFacts {
  const installed = new Set(facts.helpers.filter(({ path }) => path !== undefined).map(({ name }) => name));
  return defined({
    arch: facts.arch,
    kvmMaxVcpus: facts.kvm.maxVcpus,
    sevLimits: sevLimitsOf(facts.cpu.cpuid ?? []),
    vfio: facts.iommu.groups > 0 && options.vfioDevice,
    firmware: facts.firmware,
    defaultLoaders: options.defaultLoaders,
    swtpm: installed.has("swtpm") ? options.swtpm ?? { tpm12: false, tpm20: false } : undefined,
    passt: installed.has("passt"),
    rdp: installed.has("qemu-rdp"),
  });
}

/** Reads what `swtpm_setup --print-capabilities` prints; undefined where it is not that. */
export function parseSwtpmVersions(text: string): SwtpmVersions | undefined {
  const features = featuresOf(text);
  return features && { tpm12: features.includes("tpm-1.2"), tpm20: features.includes("tpm-2.0") };
}

function featuresOf(text: string): readonly unknown[] | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const holder = typeof answer === "object" && answer !== null && "features" in answer ? answer.features : undefined;
    return Array.isArray(holder) ? holder : undefined;
  } catch {
    return undefined; // Old programs print a usage text.
  }
}

/**
 * Address space ids that the processor keeps for encrypted guests: ECX is how many there are, EDX the first that is not
 * kept for guests with encrypted state. Source: AMD64 Architecture Programmer's Manual, CPUID Fn8000_001F.
 */
function sevLimitsOf(leaves: readonly CpuidLeaf[]): SevLimits | undefined {
  const leaf = leaves.find(({ eaxIn }) => eaxIn === 0x8000001f);
  if (leaf === undefined || leaf.ecx === 0 || leaf.edx === 0) return undefined;
  return { guests: leaf.ecx - leaf.edx + 1, esGuests: leaf.edx - 1 };
}

function describePower(power: PowerFacts): NonNullable<HostCapabilities["powerManagement"]> {
  return [
    ...power.suspendMem ? ["suspend_mem"] as const : [],
    ...power.suspendDisk ? ["suspend_disk"] as const : [],
    ...power.suspendHybrid ? ["suspend_hybrid"] as const : [],
  ];
}

function describeTopology({ numa }: MachineFacts): Topology {
  return numa.interconnects.length > 0
    ? { cells: numa.cells, interconnects: numa.interconnects }
    : { cells: numa.cells };
}

function describeCaches({ caches: { banks, monitor } }: MachineFacts): CacheResources | undefined {
  return banks.length === 0 && monitor === undefined ? undefined : defined({ banks, monitor });
}

function describeMemoryBandwidth({ caches }: MachineFacts): MemoryBandwidth | undefined {
  const { memoryBandwidth: nodes, memoryBandwidthMonitor: monitor } = caches;
  return nodes.length === 0 && monitor === undefined ? undefined : defined({ nodes, monitor });
}

/** One model that labels processes (or the word for none), and file ownership where guests have an owner. */
function describeSecurity(security: SecurityFacts, owner: GuestOwner | undefined): SecurityModel[] {
  const models: SecurityModel[] = [describeLabels(security)];
  if (owner !== undefined) {
    const label = `+${owner.uid}:+${owner.gid}`;
    models.push({ model: "dac", doi: "0", baseLabels: ["kvm", "qemu"].map((type) => ({ type, label })) });
  }
  return models;
}

function describeLabels({ selinux, apparmor }: SecurityFacts): SecurityModel {
  if (selinux !== undefined) {
    const { guestContexts } = selinux;
    const baseLabels = guestContexts === undefined
      ? []
      : [{ type: "kvm", label: guestContexts.kvm }, { type: "qemu", label: guestContexts.emulated }];
    return { model: "selinux", doi: "0", baseLabels };
  }
  // Without its templates there is nothing a guest's profile could be made from.
  if (apparmor !== undefined && apparmor.templates) return { model: "apparmor", doi: "0", baseLabels: [] };
  return { model: "none", doi: "0", baseLabels: [] };
}
