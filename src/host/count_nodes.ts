/**
 * libvirt's node information: counts of sockets, cores and threads per NUMA node.
 *
 * @module
 */

import { parseCpuList } from "./cpu_list.ts";
import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { LogicalCpu, NodeCounts } from "./facts.ts";
import type { Host } from "./host.ts";

const NODES = "/sys/devices/system/node";

/** How CPUs are counted where an architecture is different. */
export interface CountOptions {
  /** On s390 every CPU is a core of its own. */
  readonly cpuIsCore?: boolean;
  /**
   * POWER: threads of a split core, of which only the first is online (KVM_CAP_PPC_SMT).
   * @default {0}
   */
  readonly threadsPerSubcore?: number;
}

/** The CPUs of each NUMA node, offline ones included; undefined where the kernel knows no nodes. */
export async function readNodeMembers(
  host: Host,
  options: FactOptions = {},
): Promise<ReadonlyMap<number, readonly number[]> | undefined> {
  const files = new FactFiles(host, options);
  const names = await files.list(NODES);
  if (names === undefined) return undefined;
  const members = new Map<number, readonly number[]>();
  for (const name of names) {
    const node = /^node(\d+)$/.exec(name)?.[1];
    if (node === undefined) continue;
    const entries = await files.list(`${NODES}/${name}`) ?? [];
    const cpus = entries.flatMap((entry) => /^cpu(\d+)$/.exec(entry)?.[1] ?? []).map(Number);
    // Recorded trees may lack the links to the CPUs and have the list only.
    const listed = cpus.length > 0 ? cpus : await files.parsed(`${NODES}/${name}/cpulist`, parseCpuList) ?? [];
    members.set(Number(node), listed);
  }
  return members;
}

/** The counts of a machine with these CPUs in these nodes. */
export function countNodes(
  cpus: readonly LogicalCpu[],
  members: ReadonlyMap<number, readonly number[]> | undefined,
  options: CountOptions = {},
): NodeCounts {
  const subcore = validSubcore(cpus, options.threadsPerSubcore ?? 0);
  const settings = { cpuIsCore: options.cpuIsCore ?? false, subcore };
  const nodes = [...members?.values() ?? []].map((ids) =>
    countOne(cpus.filter((cpu) => ids.includes(cpu.id)), settings)
  );
  const known = nodes.length > 0 && nodes.some((node) => node.cpus > 0);
  const counted = known ? nodes : [countOne(cpus, settings)];
  const total = {
    cpus: sum(counted.map((node) => node.cpus)),
    offline: sum(counted.map((node) => node.offline)),
    nodes: counted.length,
    sockets: Math.max(...counted.map((node) => node.sockets)),
    cores: Math.max(...counted.map((node) => node.cores)),
    threads: Math.max(...counted.map((node) => node.threads)),
  };
  const all = total.cpus + total.offline;
  // Uneven machines have no such counts: the document's topology tells the truth, this tells the number.
  return total.nodes * total.sockets * total.cores * total.threads === all
    ? total
    : { ...total, nodes: 1, sockets: 1, cores: all, threads: 1 };
}

/** Threads of a split core, or 0 where a thread that ought to sleep is online. */
function validSubcore(cpus: readonly LogicalCpu[], threads: number): number {
  return threads > 0 && cpus.every((cpu) => !cpu.online || cpu.id % threads === 0) ? threads : 0;
}

function countOne(
  cpus: readonly LogicalCpu[],
  settings: { cpuIsCore: boolean; subcore: number },
): Omit<NodeCounts, "nodes"> {
  const { subcore } = settings;
  const online = cpus.filter((cpu) => cpu.online);
  const running = new Set(online.map((cpu) => cpu.id));
  // A sleeping thread of a split core counts with the one that runs.
  const sleeping = cpus.filter((cpu) => !cpu.online && subcore > 0 && running.has(cpu.id - cpu.id % subcore)).length;
  const cores = new Map<number, Set<number>>();
  for (const cpu of online) {
    const socket = cpu.socketId ?? 0;
    cores.set(socket, (cores.get(socket) ?? new Set()).add(settings.cpuIsCore ? cpu.id : cpu.coreId ?? 0));
  }
  return {
    cpus: online.length + sleeping,
    offline: cpus.length - online.length - sleeping,
    sockets: cores.size,
    cores: Math.max(0, ...[...cores.values()].map((set) => set.size)),
    threads: Math.max(0, ...online.map((cpu) => cpu.siblings?.length ?? 1)) * Math.max(1, subcore),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
