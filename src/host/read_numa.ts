/**
 * NUMA cells from /sys/devices/system/node, and the ways between them where the firmware has a HMAT
 * (Documentation/admin-guide/mm/numaperf.rst of the kernel).
 *
 * @module
 */

import type { CellCpu, Interconnect, MemorySideCache, NumaCell } from "../conf/capabilities/document.ts";
import { formatCpuList, parseCpuList } from "./cpu_list.ts";
import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { LogicalCpu, NumaFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { parseMemTotal } from "./parse_meminfo.ts";
import { readHugePages, readMemory, readPageSize } from "./read_memory.ts";
import { readTopology } from "./read_topology.ts";

const NODES = "/sys/devices/system/node";

/** The cells with their memory, pages, distances, memory-side caches and online CPUs. */
export async function readNuma(
  host: Host,
  options: FactOptions & { cpus?: readonly LogicalCpu[] } = {},
): Promise<NumaFacts> {
  const files = new FactFiles(host, options);
  const cpus = options.cpus ?? (await readTopology(host, options)).cpus;
  const nodes = await readNodes(files);
  // A kernel without NUMA is one cell with everything.
  if (nodes === undefined) return { cells: [await readOnlyCell(host, { ...options, cpus })], interconnects: [] };
  const pageSize = await readPageSize(host, options);
  const cells: NumaCell[] = [];
  const interconnects: Interconnect[] = [];
  for (const id of nodes) {
    cells.push(await readCell(files, id, { nodes, pageSize, cpus }));
    interconnects.push(...await readInterconnects(files, id));
  }
  return { cells, interconnects: interconnects.sort(compareInterconnects) };
}

/** The nodes that are online; where no list says so, those that have a directory. */
async function readNodes(files: FactFiles): Promise<number[] | undefined> {
  const online = await files.parsed(`${NODES}/online`, parseCpuList);
  if (online !== undefined) return online;
  const names = await files.list(NODES);
  return names?.flatMap((name) => /^node(\d+)$/.exec(name)?.[1] ?? []).map(Number).sort((one, other) => one - other);
}

async function readOnlyCell(host: Host, options: FactOptions & { cpus: readonly LogicalCpu[] }): Promise<NumaCell> {
  const { totalKiB } = await readMemory(host, options);
  return {
    id: 0,
    ...(totalKiB === undefined ? {} : { memory: { value: totalKiB, unit: "KiB" } }),
    pages: [],
    distances: [],
    cpus: options.cpus.filter((cpu) => cpu.online).map(describeCpu),
  };
}

async function readCell(
  files: FactFiles,
  id: number,
  machine: { nodes: readonly number[]; pageSize: number | undefined; cpus: readonly LogicalCpu[] },
): Promise<NumaCell> {
  const node = `${NODES}/node${id}`;
  const members = await files.parsed(`${node}/cpulist`, parseCpuList) ?? [];
  const memory = await files.parsed(`${node}/meminfo`, parseMemTotal);
  const distances = await files.parsed(`${node}/distance`, (text) => parseDistances(text, machine.nodes)) ?? [];
  const huge = await readHugePages(files, `${node}/hugepages`);
  const caches = await readMemorySideCaches(files, `${node}/memory_side_cache`);
  const pages = huge.map((each) => ({ size: { value: each.sizeKiB, unit: "KiB" }, count: each.count }));
  if (machine.pageSize !== undefined && memory !== undefined) {
    // What is reserved for huge pages is not there for ordinary ones.
    const reserved = huge.reduce((total, each) => total + each.sizeKiB * each.count, 0);
    const count = Math.floor((memory - reserved) / machine.pageSize);
    pages.unshift({ size: { value: machine.pageSize, unit: "KiB" }, count });
  }
  return {
    id,
    ...(memory === undefined ? {} : { memory: { value: memory, unit: "KiB" } }),
    pages: pages.sort((one, other) => one.size.value - other.size.value),
    distances,
    ...(caches.length === 0 ? {} : { caches }),
    cpus: members.map((member) => describeCpu(machine.cpus.find((cpu) => cpu.id === member) ?? { id: member })),
  };
}

function describeCpu(cpu: Pick<LogicalCpu, "id"> & Partial<LogicalCpu>): CellCpu {
  if (!cpu.online) return { id: cpu.id };
  return {
    id: cpu.id,
    socketId: cpu.socketId ?? 0,
    dieId: cpu.dieId ?? 0,
    ...(cpu.clusterId === undefined ? {} : { clusterId: cpu.clusterId }),
    coreId: cpu.coreId ?? 0,
    siblings: formatCpuList(cpu.siblings ?? [cpu.id]),
  };
}

/** A node's distances are in the order of the nodes that are online. */
export function parseDistances(text: string, nodes: readonly number[]): { id: number; value: number }[] {
  const values = text.split(/\s+/).filter(Boolean).map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 0)) throw new SyntaxError("Expected distances");
  return nodes.flatMap((id, index) => {
    const value = values[index];
    return value === undefined || value === 0 ? [] : { id, value };
  });
}

/** Numbers as the kernel's enumerations of cache indexing and write policy have them. */
const INDEXING = ["direct", "full", "none"] as const;
const WRITE_POLICY = ["writeback", "writethrough", "none"] as const;

async function readMemorySideCaches(files: FactFiles, directory: string): Promise<MemorySideCache[]> {
  const caches: MemorySideCache[] = [];
  for (const name of await files.list(directory) ?? []) {
    const level = /^index(\d{1,3})$/.exec(name)?.[1];
    if (level === undefined) continue;
    const size = await files.integer(`${directory}/${name}/size`);
    const line = await files.integer(`${directory}/${name}/line_size`);
    const associativity = INDEXING[await files.integer(`${directory}/${name}/indexing`) ?? -1];
    const policy = WRITE_POLICY[await files.integer(`${directory}/${name}/write_policy`) ?? -1];
    if (size === undefined || line === undefined || associativity === undefined || policy === undefined) {
      files.report(`${directory}/${name}`, "Expected size, line_size, indexing and write_policy with known values");
      continue;
    }
    caches.push({
      level: Number(level),
      associativity,
      policy,
      size: { value: Math.floor(size / 1024), unit: "KiB" },
      line: { value: line, unit: "B" },
    });
  }
  return caches.sort((one, other) => one.level - other.level);
}

/** Of the initiators that are CPUs (`access1`), as seen from the best of them. */
async function readInterconnects(files: FactFiles, target: number): Promise<Interconnect[]> {
  const initiators = `${NODES}/node${target}/access1/initiators`;
  const names = await files.list(initiators);
  if (names === undefined) return [];
  const found: Interconnect[] = [];
  for (const name of names) {
    const initiator = /^node(\d+)$/.exec(name)?.[1];
    if (initiator === undefined) continue;
    for (const type of ["read", "write"] as const) {
      const way = { initiator: Number(initiator), target, type };
      const latency = await files.integer(`${initiators}/${type}_latency`);
      const bandwidth = await files.integer(`${initiators}/${type}_bandwidth`);
      if (latency !== undefined) found.push({ kind: "latency", ...way, value: latency });
      // The kernel counts MiB a second.
      if (bandwidth !== undefined) found.push({ kind: "bandwidth", ...way, value: bandwidth * 1024, unit: "KiB" });
    }
  }
  return found;
}

function compareInterconnects(one: Interconnect, other: Interconnect): number {
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.initiator - other.initiator ||
    one.target - other.target || TYPES.indexOf(one.type) - TYPES.indexOf(other.type);
}

const KINDS: readonly Interconnect["kind"][] = ["latency", "bandwidth"];
const TYPES: readonly Interconnect["type"][] = ["access", "read", "write"];
