/**
 * Everything that is known of the machine, in one reading.
 *
 * A start that has its answers in the cache does not need this: the readers of single facts are cheap and read only
 * what they are about.
 *
 * @module
 */

import { countNodes, readNodeMembers } from "./count_nodes.ts";
import type { FactOptions, FactProblem } from "./fact_files.ts";
import type { HostFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { readCaches } from "./read_caches.ts";
import { readArch, readCpu } from "./read_cpu.ts";
import { readFirmware } from "./read_firmware.ts";
import { readHelpers } from "./read_helpers.ts";
import { readIdentity } from "./read_identity.ts";
import { readIommu } from "./read_iommu.ts";
import { readKernel } from "./read_kernel.ts";
import { readKvmDevice, readKvmModules, readNesting } from "./read_kvm.ts";
import { readMemory } from "./read_memory.ts";
import { readNuma } from "./read_numa.ts";
import { readPower } from "./read_power.ts";
import { readProtection } from "./read_protection.ts";
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
