/**
 * Processors as the two documents show them: the host's own, and those that guests can have.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { HostCpu } from "../../conf/capabilities/document.ts";
import type { HostFacts } from "../../host/facts.ts";
import { acceleratorFor, type BuildDomainCapabilitiesInput } from "./build_domain_capabilities.ts";
import type { QemuCapabilities } from "./capabilities.ts";

/** A guest whose processor is asked about. */
export interface GuestCpuQuestion {
  readonly capabilities: QemuCapabilities;
  readonly arch: string;
  readonly virtType: string;
}

/** Describes processors, without their models: those are the work of another room. */
export class CpuDescriber {
  /** The whole of the host's `<cpu>`. */
  describeHost(facts: HostFacts): HostCpu {
    const { cpu, kvm, nodeCounts, memory } = facts;
    const { sockets, cores, threads } = nodeCounts;
    return {
      arch: facts.arch,
      features: [],
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
  describeGuest({ capabilities, virtType }: GuestCpuQuestion): Pick<BuildDomainCapabilitiesInput, "customModels"> {
    const accelerator = acceleratorFor(capabilities, virtType);
    if (accelerator === undefined) return {};
    return {
      customModels: accelerator.cpus.map(({ name, usable, blockers, deprecated }) => ({
        name,
        usable,
        blockers,
        ...(deprecated ? { deprecated } : {}),
      })),
    };
  }
}
