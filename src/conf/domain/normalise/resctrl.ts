/**
 * Shares of caches and of memory bandwidth: each processor is in one group, and each share is given once.
 *
 * @module
 */

import { VirtError } from "../../../model/error.ts";
import { formatCpuSet, parseCpuSet } from "../../shape/mod.ts";
import type { Domain } from "../document.ts";
import { refuse } from "./step.ts";

/** Processors that share something. */
interface Group {
  readonly vcpus: ReadonlySet<number>;
  readonly isEmpty: boolean;
  readonly monitors: { readonly kind: "cache" | "memory"; readonly vcpus: ReadonlySet<number> }[];
}

type Cputune = NonNullable<Domain["cputune"]>;
type CacheTune = NonNullable<Cputune["cacheTunes"]>[number];
type MemoryTune = NonNullable<Cputune["memoryTunes"]>[number];

/** Limits groups to the processors that there are, drops empty ones, and refuses those that collide. */
export function completeResctrl(domain: Domain): Domain {
  const { cacheTunes, memoryTunes, ...rest } = domain.cputune ?? {};
  if (cacheTunes === undefined && memoryTunes === undefined) return domain;
  const { maximum } = domain.vcpu;
  const groups: Group[] = [];
  const caches = withVcpus(cacheTunes, maximum);
  for (const tune of caches) addCacheTune(groups, tune, maximum);
  const memories = withVcpus(memoryTunes, maximum);
  for (const tune of memories) addMemoryTune(groups, tune, maximum);
  const cputune = {
    ...rest,
    ...(caches.length === 0 ? {} : { cacheTunes: caches }),
    ...(memories.length === 0 ? {} : { memoryTunes: memories }),
  };
  return { ...domain, cputune };
}

function addCacheTune(groups: Group[], tune: CacheTune, maximum: number): void {
  const vcpus = members(tune.vcpus, maximum);
  if (findGroup(groups, vcpus) !== undefined) refuse("Identical vcpus in cachetunes found");
  const group = { vcpus, isEmpty: tune.caches === undefined, monitors: [] };
  const taken = new Set<string>();
  for (const { level, id, type } of tune.caches ?? []) {
    const rivals = type === "both" ? ["both", "code", "data"] : ["both", type];
    if (rivals.some((rival) => taken.has(`${level}/${id}/${rival}`))) {
      const detail = `Colliding cache allocations for cache level '${level}' id '${id}', type '${type}'`;
      throw new VirtError("VIR_ERR_XML_ERROR", detail, { domain: "VIR_FROM_RESCTRL" });
    }
    taken.add(`${level}/${id}/${type}`);
  }
  for (const monitor of tune.monitors ?? []) {
    if (monitor.level !== 3) refuse(`Invalid monitor cache level '${monitor.level}'`);
    addMonitor(group, "cache", members(monitor.vcpus, maximum));
  }
  groups.push(group);
}

function addMemoryTune(groups: Group[], tune: MemoryTune, maximum: number): void {
  const vcpus = members(tune.vcpus, maximum);
  const found = findGroup(groups, vcpus);
  const group = found ?? { vcpus, isEmpty: tune.nodes === undefined, monitors: [] };
  const taken = new Set<number>();
  for (const { id } of tune.nodes ?? []) {
    if (taken.has(id)) {
      const detail = `Memory Bandwidth already defined for node ${id}`;
      throw new VirtError("VIR_ERR_XML_ERROR", detail, { domain: "VIR_FROM_RESCTRL" });
    }
    taken.add(id);
  }
  for (const monitor of tune.monitors ?? []) addMonitor(group, "memory", members(monitor.vcpus, maximum));
  if (found === undefined) groups.push(group);
}

/** The group of exactly these processors; one that shares some of them is refused. */
function findGroup(groups: readonly Group[], vcpus: ReadonlySet<number>): Group | undefined {
  for (const group of groups) {
    if (isSame(group.vcpus, vcpus)) return group;
    if (!group.vcpus.isDisjointFrom(vcpus)) refuse("Overlapping vcpus in resctrls");
  }
  return undefined;
}

function addMonitor(group: Group, kind: "cache" | "memory", vcpus: ReadonlySet<number>): void {
  if (vcpus.size === 0) refuse("vcpus is empty", "VIR_ERR_INVALID_ARG");
  if (!vcpus.isSubsetOf(group.vcpus)) refuse("Monitor vcpus conflicts with allocation", "VIR_ERR_INVALID_ARG");
  const isWhole = isSame(vcpus, group.vcpus);
  for (const other of group.monitors) {
    const isEqual = isSame(vcpus, other.vcpus);
    if (isEqual && kind === other.kind) {
      refuse("Identical vcpus found in same type monitors", "VIR_ERR_INVALID_ARG");
    }
    if (isEqual || vcpus.isDisjointFrom(other.vcpus)) continue;
    if (group.isEmpty || (!isWhole && !isSame(other.vcpus, group.vcpus))) {
      refuse("vcpus overlaps in resctrl groups", "VIR_ERR_INVALID_ARG");
    }
  }
  group.monitors.push({ kind, vcpus });
}

function withVcpus<T extends { readonly vcpus: string }>(
  tunes: readonly T[] | undefined,
  maximum: number,
): readonly T[] {
  const limited = tunes?.map((tune) => ({ ...tune, vcpus: formatCpuSet(members(tune.vcpus, maximum)) })) ?? [];
  return limited.filter(({ vcpus }) => vcpus !== "");
}

function members(set: string, maximum: number): ReadonlySet<number> {
  return new Set([...parseCpuSet(set) ?? []].filter((id) => id < maximum));
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && a.isSubsetOf(b);
}
