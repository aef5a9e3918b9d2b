/**
 * What is known of the machine, in one reading: everything, or only what one kind of document repeats. Whoever waits
 * for a document waits for its facts, and most of them are of no use to the other.
 *
 * @module
 */

import { countNodes, readNodeMembers } from "./count_nodes.ts";
import type { FactOptions, FactProblem } from "./fact_files.ts";
import type { BasicFacts, GuestFacts, HostFacts, MachineFacts } from "./facts.ts";
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

/** Where the machine's `/` is. What could not be read is named in the `problems` of the facts, the rest is there. */
export interface ReadFactsOptions {
  /** @default {""} */
  readonly root?: string;
}

/** What the machine's own description repeats. */
export async function readMachineFacts(host: Host, options: ReadFactsOptions = {}): Promise<MachineFacts> {
  return await readMachine(host, collecting(options));
}

/** What decides about what guests can have. */
export async function readGuestFacts(host: Host, options: ReadFactsOptions = {}): Promise<GuestFacts> {
  const from = collecting(options);
  return {
    ...await readBasics(host, from),
    firmware: await readFirmware(host, from),
    helpers: await readHelpers(host, from),
  };
}

/** Everything. */
export async function readHostFacts(
  host: Host,
  options: ReadFactsOptions & {
    /** Asks helper programs for their versions, which runs them. @default {false} */
    readonly helperVersions?: boolean;
  } = {},
): Promise<HostFacts> {
  const from = collecting(options);
  return {
    ...await readMachine(host, from),
    modules: await readKvmModules(host, from),
    nested: await readNesting(host, from),
    protection: await readProtection(host, from),
    kernel: await readKernel(host, from),
    firmware: await readFirmware(host, from),
    helpers: await readHelpers(host, { ...from, versions: options.helperVersions ?? false }),
  };
}

type Collecting = FactOptions & { readonly problems: FactProblem[] };

function collecting({ root }: ReadFactsOptions): Collecting {
  return { problems: [], ...(root === undefined ? {} : { root }) };
}

async function readMachine(host: Host, from: Collecting): Promise<MachineFacts> {
  const basics = await readBasics(host, { ...from, tsc: true });
  const topology = await readTopology(host, from);
  const cpuIsCore = basics.arch.startsWith("s390");
  return {
    ...basics,
    topology,
    nodeCounts: countNodes(topology.cpus, await readNodeMembers(host, from), { cpuIsCore }),
    numa: await readNuma(host, { ...from, cpus: topology.cpus }),
    caches: await readCaches(host, from),
    memory: await readMemory(host, from),
    security: await readSecurity(host, from),
    power: await readPower(host, from),
    identity: await readIdentity(host, from),
  };
}

async function readBasics(host: Host, from: Collecting & { readonly tsc?: boolean }): Promise<BasicFacts> {
  return {
    arch: await readArch(host, from),
    cpu: await readCpu(host, from),
    iommu: await readIommu(host, from),
    kvm: await readKvmDevice(host, from),
    problems: from.problems,
  };
}
