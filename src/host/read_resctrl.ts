/**
 * What resctrl can divide and watch, from /sys/fs/resctrl/info (Documentation/arch/x86/resctrl.rst of the kernel).
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { Host } from "./host.ts";

const INFO = "/sys/fs/resctrl/info";

/** What is said of a cache's content: code, data, or both together. */
export type CacheScope = "both" | "code" | "data";

/** Dividing a cache of one level. */
export interface CacheAllocation {
  readonly level: number;
  readonly scope: CacheScope;
  /** Into how many parts at most. */
  readonly maxAllocs: number;
  /** Of how many bits the whole cache is. */
  readonly bits: number;
  /** How many bits the smallest part has. */
  readonly minBits: number;
}

/** What resctrl tells. */
export interface ResctrlInfo {
  readonly allocations: readonly CacheAllocation[];
  /** Dividing memory bandwidth; in percent. */
  readonly bandwidth?: { readonly granularity: number; readonly min: number; readonly maxAllocs: number };
  readonly monitoring?: {
    readonly maxMonitors: number;
    readonly reuseThreshold?: number;
    readonly features: readonly string[];
  };
}

/** What resctrl tells; undefined where it is not mounted or not there. */
export async function readResctrl(host: Host, options: FactOptions = {}): Promise<ResctrlInfo | undefined> {
  const files = new FactFiles(host, options);
  const names = await files.list(INFO);
  if (names === undefined) return undefined;
  const allocations: CacheAllocation[] = [];
  for (const name of names) {
    const allocation = await readAllocation(files, name);
    if (allocation) allocations.push(allocation);
  }
  const bandwidth = await readBandwidth(files);
  const monitoring = await readMonitoring(files);
  return { allocations, ...(bandwidth && { bandwidth }), ...(monitoring && { monitoring }) };
}

const SCOPES: Readonly<Record<string, CacheScope>> = { "": "both", CODE: "code", DATA: "data" };

async function readAllocation(files: FactFiles, name: string): Promise<CacheAllocation | undefined> {
  const match = /^L(\d)(|CODE|DATA)$/.exec(name);
  const scope = SCOPES[match?.[2] ?? "?"];
  if (match === null || scope === undefined) return undefined;
  const mask = await files.text(`${INFO}/${name}/cbm_mask`);
  const maxAllocs = await files.integer(`${INFO}/${name}/num_closids`);
  const minBits = await files.integer(`${INFO}/${name}/min_cbm_bits`);
  if (mask === undefined || minBits === undefined || !/^[0-9a-f]{1,16}$/i.test(mask)) {
    files.report(`${INFO}/${name}`, "Expected cbm_mask in hexadecimal and min_cbm_bits");
    return undefined;
  }
  const bits = [...BigInt(`0x${mask}`).toString(2)].filter((bit) => bit === "1").length;
  return { level: Number(match[1]), scope, maxAllocs: maxAllocs ?? 0, bits, minBits };
}

async function readBandwidth(files: FactFiles): Promise<ResctrlInfo["bandwidth"]> {
  const granularity = await files.integer(`${INFO}/MB/bandwidth_gran`);
  if (granularity === undefined) return undefined;
  const min = await files.integer(`${INFO}/MB/min_bandwidth`);
  const maxAllocs = await files.integer(`${INFO}/MB/num_closids`);
  if (min !== undefined && maxAllocs !== undefined) return { granularity, min, maxAllocs };
  files.report(`${INFO}/MB`, "Expected min_bandwidth and num_closids beside bandwidth_gran");
  return undefined;
}

async function readMonitoring(files: FactFiles): Promise<ResctrlInfo["monitoring"]> {
  const maxMonitors = await files.integer(`${INFO}/L3_MON/num_rmids`);
  if (maxMonitors === undefined) return undefined;
  const reuseThreshold = await files.integer(`${INFO}/L3_MON/max_threshold_occupancy`);
  const features = await files.text(`${INFO}/L3_MON/mon_features`);
  if (features) {
    return { maxMonitors, ...(reuseThreshold === undefined ? {} : { reuseThreshold }), features: features.split("\n") };
  }
  files.report(`${INFO}/L3_MON`, "Expected names in mon_features beside num_rmids");
  return undefined;
}
