/**
 * Sockets, dies, clusters, cores and threads, from /sys/devices/system/cpu (Documentation/admin-guide/cputopology.rst
 * of the kernel).
 *
 * @module
 */

import { parseCpuList } from "./cpu_list.ts";
import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { LogicalCpu, TopologyFacts } from "./facts.ts";
import type { Host } from "./host.ts";

const CPUS = "/sys/devices/system/cpu";
// x86 writes this where it has no cluster; other architectures write -1.
const NO_CLUSTER = 65_535;

/** Every CPU that is present, and how many there are of each part. */
export async function readTopology(host: Host, options: FactOptions = {}): Promise<TopologyFacts> {
  const files = new FactFiles(host, options);
  const running = await files.parsed(`${CPUS}/online`, parseCpuList);
  const present = await files.parsed(`${CPUS}/present`, parseCpuList) ?? running ?? [];
  const online = new Set(running ?? present);
  const cpus: LogicalCpu[] = [];
  for (const id of present) cpus.push(online.has(id) ? await readOnlineCpu(files, id) : { id, online: false });
  return { cpus, ...countParts(cpus) };
}

async function readOnlineCpu(files: FactFiles, id: number): Promise<LogicalCpu> {
  const topology = `${CPUS}/cpu${id}/topology`;
  const clusterId = await files.integer(`${topology}/cluster_id`);
  return {
    id,
    online: true,
    // An architecture without the notion writes -1 or nothing, which libvirt takes for 0.
    socketId: Math.max(0, await files.integer(`${topology}/physical_package_id`) ?? 0),
    dieId: Math.max(0, await files.integer(`${topology}/die_id`) ?? 0),
    ...(clusterId === undefined || clusterId < 0 || clusterId === NO_CLUSTER ? {} : { clusterId }),
    coreId: Math.max(0, await files.integer(`${topology}/core_id`) ?? 0),
    siblings: await files.parsed(`${topology}/thread_siblings_list`, parseCpuList) ?? [id],
  };
}

/** How many there are of each part, from CPUs that are online. */
export function countParts(cpus: readonly LogicalCpu[]): Omit<TopologyFacts, "cpus"> {
  const online = cpus.filter((cpu) => cpu.online);
  const hasClusters = online.some((cpu) => cpu.clusterId !== undefined);
  const socket = (cpu: LogicalCpu): string => `${cpu.socketId}`;
  const die = (cpu: LogicalCpu): string => `${socket(cpu)}.${cpu.dieId}`;
  const cluster = (cpu: LogicalCpu): string => `${die(cpu)}.${cpu.clusterId}`;
  const parent = hasClusters ? cluster : die;
  const core = (cpu: LogicalCpu): string => `${parent(cpu)}.${cpu.coreId}`;
  return {
    sockets: new Set(online.map(socket)).size,
    diesPerSocket: mostPer(online, socket, die),
    ...(hasClusters ? { clustersPerDie: mostPer(online, die, cluster) } : {}),
    coresPerParent: mostPer(online, parent, core),
    threadsPerCore: Math.max(0, ...online.map((cpu) => cpu.siblings?.length ?? 1)),
  };
}

function mostPer(
  cpus: readonly LogicalCpu[],
  outer: (cpu: LogicalCpu) => string,
  inner: (cpu: LogicalCpu) => string,
): number {
  const parts = new Map<string, Set<string>>();
  for (const cpu of cpus) {
    const members = parts.get(outer(cpu)) ?? new Set();
    parts.set(outer(cpu), members.add(inner(cpu)));
  }
  return Math.max(0, ...[...parts.values()].map((members) => members.size));
}
