/**
 * Builds `<domainCapabilities>` of one emulator for one machine type and virtualisation type.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type {
  CpuCapabilities,
  CustomCpuModel,
  DomainCapabilitiesDocument,
  HostModelCpu,
  SupportedPart,
} from "../../conf/domain_capabilities/document.ts";
import { buildDevices } from "./build_domain_devices.ts";
import { buildFeatures } from "./build_domain_features.ts";
import { buildOs } from "./build_domain_os.ts";
import { buildEnum, type DomainGuest, type DomainHostFacts, type ValueRow } from "./build_domain_rules.ts";
import type { Accelerator, QemuCapabilities } from "./capabilities.ts";
import { isNative, isS390 } from "./guest_architectures.ts";

/** What the document is built from. */
export interface BuildDomainCapabilitiesInput {
  readonly capabilities: QemuCapabilities;
  /** The versioned name of the machine type; absent where the emulator has no machine types. */
  readonly machine?: string;
  /** `kvm`, `qemu` or `hvf`. */
  readonly virtType: string;
  /** The guest's architecture, which may be narrower than the emulator's: `i686` of x86_64. */
  readonly arch: string;
  readonly hostFacts: DomainHostFacts;
  /** What host-model stands for; absent where it is not supported. */
  readonly hostModel?: HostModelCpu;
  /** The models a guest can name; absent where the emulator does not tell its models. */
  readonly customModels?: readonly CustomCpuModel[];
}

const MEMORY_SOURCES: readonly ValueRow[] = [
  { value: "file" },
  { value: "anonymous" },
  { value: "memfd", flags: ["memory-backend-memfd"] },
];

/** These machines can have the host's own CPU only, whatever the emulator's version. */
const S390_HOST_CPU_ONLY = [2.4, 2.5, 2.6, 2.7].map((version) => `s390-ccw-virtio-${version}`);

/** Builds the document. */
export function buildDomainCapabilities(input: BuildDomainCapabilitiesInput): DomainCapabilitiesDocument {
  const { capabilities, machine, virtType, arch, hostFacts } = input;
  const guest: DomainGuest = {
    arch,
    machine: machine ?? "",
    virtType,
    flags: new Set(capabilities.flags),
    capabilities,
    host: hostFacts,
  };
  const vcpuMax = maxVcpus(guest);
  return defined({
    path: capabilities.emulator,
    domain: virtType,
    machine,
    arch,
    vcpuMax: vcpuMax > 0 ? vcpuMax : undefined,
    iothreads: guest.flags.has("iothread"),
    os: buildOs(guest),
    cpu: buildCpu(input, guest),
    memoryBacking: { supported: true, enums: [buildEnum("sourceType", MEMORY_SOURCES, guest)] },
    devices: buildDevices(guest),
    features: buildFeatures(guest),
  });
}

/** The accelerator that serves a virtualisation type. */
export function acceleratorFor(capabilities: QemuCapabilities, virtType: string): Accelerator | undefined {
  const wanted = virtType === "qemu" ? "tcg" : virtType;
  return capabilities.accelerators.find(({ type }) => type === wanted);
}

function maxVcpus({ capabilities, virtType, machine, host }: DomainGuest): number {
  const machines = acceleratorFor(capabilities, virtType)?.machines ?? [];
  const ofMachine = machines.find(({ name }) => name === machine)?.maxCpus ?? 0;
  const limit = virtType === "kvm" ? host.kvmMaxVcpus : undefined;
  return limit === undefined || limit === 0 ? ofMachine : Math.min(ofMachine, limit);
}

function buildCpu(input: BuildDomainCapabilitiesInput, guest: DomainGuest): CpuCapabilities {
  const { capabilities, virtType, machine, flags, host } = guest;
  const hostOnly = isS390(capabilities.arch) && virtType === "kvm" && S390_HOST_CPU_ONLY.includes(machine);
  const passthrough = virtType !== "qemu" && isNative(host.arch, capabilities.arch);
  return defined({
    hostPassthrough: supportedWith(passthrough, {
      name: "hostPassthroughMigratable",
      values: flags.has("cpu.migratable") ? ["on", "off"] : ["off"],
    }),
    maximum: supportedWith(flags.has("cpu-max") && !hostOnly, { name: "maximumMigratable", values: ["on", "off"] }),
    hostModel: hostOnly ? undefined : input.hostModel,
    custom: hostOnly || input.customModels?.length === 0 ? undefined : input.customModels?.map(withoutUnknownVendor),
  });
}

/** A document says `unknown` by having no vendor. */
function withoutUnknownVendor({ vendor, ...model }: CustomCpuModel): CustomCpuModel {
  return vendor === undefined || vendor === "unknown" ? model : { ...model, vendor };
}

function supportedWith(supported: boolean, values: SupportedPart["enums"][number]): SupportedPart {
  return supported ? { supported, enums: [values] } : { supported, enums: [] };
}
