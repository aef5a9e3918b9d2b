/**
 * Processor caches from /sys/devices/system/cpu, with what resctrl can do with them.
 *
 * @module
 */

import type { CacheBank, MemoryBandwidthNode, ResourceMonitor } from "../conf/capabilities/document.ts";
import { formatCpuList, parseCpuList } from "./cpu_list.ts";
import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { CacheFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { type CacheAllocation, readResctrl, type ResctrlInfo } from "./read_resctrl.ts";
import { bytesIn, parseKernelSize, scaleBytes, smallerUnit } from "./scale_bytes.ts";

const CPUS = "/sys/devices/system/cpu";
const TYPES: Readonly<Record<string, CacheBank["type"]>> = { Unified: "both", Instruction: "code", Data: "data" };
const SCOPE_ORDER = ["both", "code", "data"];

interface FoundCache {
  readonly id: number;
  readonly level: number;
  readonly type: CacheBank["type"];
  readonly bytes: number;
  readonly cpus: string;
}

/**
 * The banks of the given level and above, each once.
 * The level of libvirt 9.0 is 3; later releases begin at 2.
 */
export async function readCaches(
  host: Host,
  options: FactOptions & {
    /** @default {3} */
    minLevel?: number;
  } = {},
): Promise<CacheFacts> {
  const files = new FactFiles(host, options);
  const resctrl = await readResctrl(host, options);
  const found = new Map<string, FoundCache>();
  for (const cpu of await files.parsed(`${CPUS}/online`, parseCpuList) ?? []) {
    const directory = `${CPUS}/cpu${cpu}/cache`;
    for (const name of await files.list(directory) ?? []) {
      if (!/^index\d+$/.test(name)) continue;
      const cache = await readCache(files, `${directory}/${name}`, options.minLevel ?? 3);
      if (cache) found.set(JSON.stringify(cache), cache);
    }
  }
  const caches = [...found.values()].sort((one, other) => one.level - other.level || one.id - other.id);
  return { banks: caches.map((cache) => describeBank(cache, resctrl)), ...describeWatching(caches, resctrl) };
}

/** A cache without an id (virtual machines have such) cannot be told from others, and is left out as libvirt does. */
async function readCache(files: FactFiles, directory: string, minLevel: number): Promise<FoundCache | undefined> {
  const level = await files.integer(`${directory}/level`);
  if (level === undefined || level < minLevel) return undefined;
  const id = await files.integer(`${directory}/id`);
  const type = await files.text(`${directory}/type`);
  const bytes = await files.parsed(`${directory}/size`, parseKernelSize);
  const cpus = await files.parsed(`${directory}/shared_cpu_list`, parseCpuList);
  if (id === undefined || type === undefined || bytes === undefined || cpus === undefined) return undefined;
  const known = TYPES[type];
  if (known === undefined) {
    files.report(`${directory}/type`, `Expected Unified, Instruction or Data, found ${JSON.stringify(type)}`);
    return undefined;
  }
  return { id, level, type: known, bytes, cpus: formatCpuList(cpus) };
}

function describeBank(cache: FoundCache, resctrl: ResctrlInfo | undefined): CacheBank {
  const allocations = (resctrl?.allocations ?? []).filter((allocation) => allocation.level === cache.level);
  return {
    id: cache.id,
    level: cache.level,
    type: cache.type,
    size: scaleBytes(cache.bytes),
    cpus: cache.cpus,
    controls: allocations
      .sort((one, other) => SCOPE_ORDER.indexOf(one.scope) - SCOPE_ORDER.indexOf(other.scope))
      .map((allocation) => describeControl(cache, allocation)),
  };
}

function describeControl(cache: FoundCache, allocation: CacheAllocation): CacheBank["controls"][number] {
  const step = Math.floor(cache.bytes / Math.max(1, allocation.bits));
  const common = { type: allocation.scope, maxAllocs: allocation.maxAllocs };
  const granularity = scaleBytes(step);
  // A minimum of one step says nothing that the granularity does not.
  if (allocation.minBits === 1) return { granularity, ...common };
  const min = step * allocation.minBits;
  const unit = smallerUnit(granularity.unit, scaleBytes(min).unit);
  return { granularity: { value: bytesIn(step, unit), unit }, min: bytesIn(min, unit), ...common };
}

function describeWatching(caches: readonly FoundCache[], resctrl: ResctrlInfo | undefined): Omit<CacheFacts, "banks"> {
  const bandwidth = resctrl?.bandwidth;
  // Memory bandwidth is divided among the caches of the last level.
  const last = Math.max(...caches.map((cache) => cache.level));
  const memoryBandwidth: MemoryBandwidthNode[] = bandwidth === undefined ? [] : caches
    .filter((cache) => cache.level === last)
    .map((cache) => ({ id: cache.id, cpus: cache.cpus, controls: [bandwidth] }));
  const monitor = describeMonitor(resctrl, "llc_");
  const memoryBandwidthMonitor = describeMonitor(resctrl, "mbm_");
  return { ...(monitor && { monitor }), memoryBandwidth, ...(memoryBandwidthMonitor && { memoryBandwidthMonitor }) };
}

function describeMonitor(resctrl: ResctrlInfo | undefined, prefix: "llc_" | "mbm_"): ResourceMonitor | undefined {
  const monitoring = resctrl?.monitoring;
  const features = monitoring?.features.filter((feature) => feature.startsWith(prefix)) ?? [];
  if (monitoring === undefined || features.length === 0) return undefined;
  // The kernel watches caches of level 3 only.
  const ofCache = prefix === "llc_"
    ? {
      level: 3,
      ...(monitoring.reuseThreshold === undefined ? {} : { reuseThreshold: monitoring.reuseThreshold }),
    }
    : {};
  return { ...ofCache, maxMonitors: monitoring.maxMonitors, features };
}
