/**
 * The host's processor as the capabilities document shows it, and as the rooms that know CPU models want it told.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { HostCpu } from "../../conf/capabilities/document.ts";
import { type CpuMap, decodeHostCpu, type ProcessorFacts } from "../../cpu/mod.ts";
import type { HostFacts } from "../../host/facts.ts";
import type { MsrValue } from "../../host/host.ts";
import { isArm, isX86 } from "./guest_architectures.ts";

/** What decides about CPU models, in the terms of the host's architecture. */
export function describeProcessor(facts: HostFacts, msrs?: readonly MsrValue[]): ProcessorFacts {
  const { arch, cpu } = facts;
  if (isX86(arch)) return { arch, ...defined({ cpuid: cpu.cpuid, msrs, cpuinfo: describeCpuinfo(facts) }) };
  if (isArm(arch)) return { arch, ...defined({ arm: describeArm(facts) }) };
  return { arch };
}

/** The whole of `<cpu>`. */
export function describeHostCpu(map: CpuMap, facts: HostFacts, processor: ProcessorFacts): HostCpu {
  const { cpu, kvm, nodeCounts, memory } = facts;
  const { sockets, cores, threads } = nodeCounts;
  return {
    ...decodeHostCpu(map, processor),
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

function describeCpuinfo({ cpu }: HostFacts): ProcessorFacts["cpuinfo"] {
  const { vendor, family, model, stepping, flags } = cpu;
  if (vendor === undefined || family === undefined || model === undefined || stepping === undefined) return undefined;
  return { vendorId: vendor, family, model, stepping, flags };
}

/** The kernel gives implementer and part of ARM's main identification register as numbers in hexadecimal. */
function describeArm({ cpu }: HostFacts): ProcessorFacts["arm"] {
  const implementer = Number(cpu.vendor);
  if (!Number.isInteger(implementer) || cpu.model === undefined) return undefined;
  return { implementer, part: cpu.model, features: cpu.flags };
}
