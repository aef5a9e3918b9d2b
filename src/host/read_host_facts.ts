/**
 * Everything that is known of the machine, in one reading.
 *
 * A start that has its answers in the cache does not need this: {@linkcode readHostFingerprint} reads only what those
 * answers depend on.
 *
 * @module
 */

import { countNodes, readNodeMembers } from "./count_nodes.ts";
import type { FactOptions, FactProblem } from "./fact_files.ts";
import type { HostFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { readCaches } from "./read_caches.ts";
import { readArch, readCpu, readCpuSignature } from "./read_cpu.ts";
import { readFirmware } from "./read_firmware.ts";
import { readHelpers } from "./read_helpers.ts";
import { readIdentity } from "./read_identity.ts";
import { readIommu } from "./read_iommu.ts";
import { formatKernel, readKernel } from "./read_kernel.ts";
import { readKvmAccess, readKvmDevice, readKvmModules, readNesting } from "./read_kvm.ts";
import { readMemory } from "./read_memory.ts";
import { readNuma } from "./read_numa.ts";
import { readPower } from "./read_power.ts";
import { readProtection, readSecureGuest } from "./read_protection.ts";
import { readSecurity } from "./read_security.ts";
import { readTopology } from "./read_topology.ts";

/** Everything. What could not be read is named in `problems`, the rest is there. */
export async function readHostFacts(
  host: Host,
  options: {
    /** Where the machine's `/` is. @default {""} */
    root?: string;
    /** Asks helper programs for their versions, which runs them. @default {false} */
    helperVersions?: boolean;
  } = {},
): Promise<HostFacts> {
  const problems: FactProblem[] = [];
  const from: FactOptions = { problems, ...(options.root === undefined ? {} : { root: options.root }) };
  const arch = await readArch(host, from);
  const topology = await readTopology(host, from);
  return {
    arch,
    cpu: await readCpu(host, from),
    topology,
    nodeCounts: countNodes(topology.cpus, await readNodeMembers(host, from), { cpuIsCore: arch.startsWith("s390") }),
    numa: await readNuma(host, { ...from, cpus: topology.cpus }),
    caches: await readCaches(host, from),
    memory: await readMemory(host, from),
    iommu: await readIommu(host, from),
    kvm: await readKvmDevice(host, from),
    modules: await readKvmModules(host, from),
    nested: await readNesting(host, from),
    protection: await readProtection(host, from),
    kernel: await readKernel(host, from),
    firmware: await readFirmware(host, from),
    security: await readSecurity(host, from),
    power: await readPower(host, from),
    identity: await readIdentity(host, from),
    helpers: await readHelpers(host, { ...from, versions: options.helperVersions ?? false }),
    problems,
  };
}

/** What stored answers about native guests depend on. */
export interface HostFingerprint {
  /** libvirt's text of the processor. */
  readonly cpuSignature?: string;
  readonly microcode?: number;
  /** Release and version. */
  readonly kernel?: string;
  /** `module:parameter` to its value, in the order of the names. */
  readonly kvmParameters: Readonly<Record<string, string>>;
  readonly nested: boolean;
  readonly secureGuest: boolean;
  readonly kvm: { readonly present: boolean; readonly usable: boolean; readonly ctimeNs?: bigint };
}

/** Reads only that: some dozens of small files and no program. */
export async function readHostFingerprint(host: Host, options: FactOptions = {}): Promise<HostFingerprint> {
  // A parameter that only root may read must not keep the others from being compared.
  const from = { ...options, problems: options.problems ?? [] };
  const { signature, microcode } = await readCpuSignature(host, from);
  const kernel = formatKernel(await readKernel(host, from));
  const modules = await readKvmModules(host, from);
  const { present, usable, ctimeNs } = await readKvmAccess(host, from);
  return {
    ...(signature === undefined ? {} : { cpuSignature: signature }),
    ...(microcode === undefined ? {} : { microcode }),
    ...(kernel === undefined ? {} : { kernel }),
    kvmParameters: Object.fromEntries(
      modules.flatMap(({ name, parameters }) =>
        Object.entries(parameters).map(([parameter, value]) => [`${name}:${parameter}`, value])
      ),
    ),
    nested: await readNesting(host, from),
    secureGuest: await readSecureGuest(host, from),
    kvm: { present, usable, ...(ctimeNs === undefined ? {} : { ctimeNs }) },
  };
}
