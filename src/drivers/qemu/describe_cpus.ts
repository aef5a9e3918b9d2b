/**
 * Processors as the two documents show them: the host's own, and those that guests can have.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { HostCpu } from "../../conf/capabilities/document.ts";
import { CpuMap, customModels, decodeHostCpu, hostModel, type ProcessorFacts } from "../../cpu/mod.ts";
import type { BasicFacts, MachineFacts } from "../../host/facts.ts";
import { acceleratorFor, type BuildDomainCapabilitiesInput } from "./build_domain_capabilities.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import { isArm, isX86 } from "./guest_architectures.ts";

/** A guest whose processor is asked about. */
export interface GuestCpuQuestion {
  readonly capabilities: QemuCapabilities;
  readonly arch: string;
  readonly virtType: string;
}

/** Describes processors; the tables of models are put together at the first question. */
export class CpuDescriber {
  readonly #map = new CpuMap();

  /** The whole of the host's `<cpu>`. */
  describeHost(facts: MachineFacts): HostCpu {
    const { cpu, kvm, nodeCounts, memory } = facts;
    const { sockets, cores, threads } = nodeCounts;
    return {
      ...decodeHostCpu(this.#map, describeProcessor(facts)),
      ...defined({
        microcode: cpu.microcode,
        counter: kvm.tsc === undefined
          ? undefined
          : { name: "tsc" as const, frequency: kvm.tsc.frequencyHz, scaling: kvm.tsc.scaling },
        maxPhysAddr: cpu.physicalBits === undefined ? undefined : { mode: "emulate" as const, bits: cpu.physicalBits },
      }),
      // Dies are counted as cores of their socket here, as libvirt does for hosts.
      topology: { sockets, dies: 1, cores, threads },
      pages: memory.pageSizesKiB.map((value) => ({ value, unit: "KiB" })),
    };
  }

  /** What host-model stands for, and the models a guest can name. */
  describeGuest(
    { capabilities, arch, virtType }: GuestCpuQuestion,
    facts: BasicFacts,
  ): Pick<BuildDomainCapabilitiesInput, "hostModel" | "customModels"> {
    const accelerator = acceleratorFor(capabilities, virtType);
    if (accelerator === undefined) return {};
    const models = hostModel(this.#map, {
      hostArch: facts.arch,
      guestArch: arch,
      accelerated: accelerator.type !== "tcg",
      definitions: accelerator.cpus,
      processor: describeProcessor(facts),
      reportsUnavailable: capabilities.flags.includes("cpu-unavailable-features"),
      ...defined({ expanded: accelerator.hostCpu }),
    });
    return defined({ hostModel: models?.reported, customModels: customModels(this.#map, arch, accelerator.cpus) });
  }
}

/** What decides about CPU models, in the terms of the host's architecture. */
function describeProcessor(facts: BasicFacts): ProcessorFacts {
  const { arch, cpu, kvm } = facts;
  if (isX86(arch)) return { arch, ...defined({ cpuid: cpu.cpuid, msrs: kvm.msrs, cpuinfo: describeCpuinfo(facts) }) };
  if (isArm(arch)) return { arch, ...defined({ arm: describeArm(facts) }) };
  return { arch };
}

function describeCpuinfo({ cpu }: BasicFacts): ProcessorFacts["cpuinfo"] {
  const { vendor, family, model, stepping, flags } = cpu;
  if (vendor === undefined || family === undefined || model === undefined || stepping === undefined) return undefined;
  return { vendorId: vendor, family, model, stepping, flags };
}

/** The kernel gives implementer and part of ARM's main identification register as numbers in hexadecimal. */
function describeArm({ cpu }: BasicFacts): ProcessorFacts["arm"] {
  const implementer = Number(cpu.vendor);
  if (!Number.isInteger(implementer) || cpu.model === undefined) return undefined;
  return { implementer, part: cpu.model, features: cpu.flags };
}
