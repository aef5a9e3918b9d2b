/**
 * NUMA nodes of guest and host: which processors are on them, and what follows from placing automatically.
 *
 * @module
 */

import { parseCpuSet } from "../../shape/mod.ts";
import type { Domain } from "../document.ts";
import { refuse, refuseUnsupported } from "./step.ts";

/** Refuses nodes with processors that there are not, or with the same ones. */
export function checkNumaCpus(domain: Domain): Domain {
  const { maximum } = domain.vcpu;
  const sets = domain.cpu?.numa?.cells.map(({ cpus }) => parseCpuSet(cpus ?? "") ?? new Set<number>()) ?? [];
  sets.forEach((set, at) => {
    const other = sets.slice(0, at).findIndex((each) => !each.isDisjointFrom(set));
    if (other !== -1) refuseUnsupported(`NUMA cells ${at} and ${other} have overlapping vCPU ids`);
  });
  const count = sets.reduce((sum, set) => sum + set.size, 0);
  if (count > maximum) refuse("Number of CPUs in <numa> exceeds the <vcpu> count", "VIR_ERR_INTERNAL_ERROR");
  if (sets.some((set) => Math.max(-1, ...set) >= maximum)) {
    refuse("CPU IDs in <numa> exceed the <vcpu> count", "VIR_ERR_INTERNAL_ERROR");
  }
  return domain;
}

/** Memory goes where processors go: both are placed automatically, or the document says where. */
export function completePlacement(domain: Domain): Domain {
  const isAutomatic = domain.vcpu.placement === "auto";
  const { memory, ...rest } = domain.numatune ?? {};
  const completed = memory === undefined
    ? isAutomatic ? { mode: "strict" as const, placement: "auto" as const } : undefined
    : memory.nodeset === undefined && memory.placement === undefined
    ? { ...memory, placement: isAutomatic ? "auto" as const : "static" as const }
    : memory;
  if (completed?.placement === "static" && completed.nodeset === undefined) {
    refuseUnsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
  }
  const isPinned = domain.vcpu.cpuset !== undefined || domain.cputune?.vcpuPins !== undefined ||
    domain.cputune?.emulatorPin !== undefined || domain.cputune?.iothreadPins !== undefined;
  const placement = completed?.placement === "auto" && !isPinned ? "auto" : domain.vcpu.placement;
  const placed = { ...domain, vcpu: { ...domain.vcpu, placement } };
  return completed === undefined ? placed : { ...placed, numatune: { memory: completed, ...rest } };
}

/** Refuses memory of single nodes that cannot be placed so. */
export function checkMemnodes(domain: Domain): Domain {
  const { memory, memnodes = [] } = domain.numatune ?? {};
  if (memnodes.length === 0) return domain;
  if (memory?.placement === "auto") {
    refuseUnsupported("Per-node binding is not compatible with automatic NUMA placement.");
  }
  const cells = domain.cpu?.numa?.cells.length ?? 0;
  if (cells === 0) refuse("Element 'memnode' is invalid without any guest NUMA cells");
  const seen = new Set<number>();
  for (const { cellid, mode, nodeset } of memnodes) {
    if (cellid >= cells) {
      refuse("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell");
    }
    if (seen.has(cellid)) refuse(`Multiple memnode elements with cellid ${cellid}`);
    seen.add(cellid);
    if (memory?.mode === "restrictive" && mode !== "restrictive") {
      refuse("'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element");
    }
    if (nodeset === "") refuseUnsupported("Invalid value of 'nodeset': ");
  }
  return domain;
}

/** Without nodes of its own the guest is one node, the first, which needs no name. */
export function completeHugePages(domain: Domain): Domain {
  const pages = domain.memoryBacking?.hugepages?.pages;
  if (pages === undefined || domain.cpu?.numa !== undefined) return domain;
  const plain = pages.map(({ size, nodeset }) => {
    const names = nodeset !== undefined && [...parseCpuSet(nodeset) ?? []].some((node) => node > 0);
    return { size, ...(names ? { nodeset } : {}) };
  });
  return { ...domain, memoryBacking: { ...domain.memoryBacking, hugepages: { pages: plain } } };
}

/** Refuses pages of two sizes for the same nodes, and for nodes that there are not. */
export function checkHugePages(domain: Domain): Domain {
  const cells = domain.cpu?.numa?.cells.length ?? 0;
  const sets = domain.memoryBacking?.hugepages?.pages?.map(({ size, nodeset }) => ({
    size,
    nodes: nodeset === undefined ? undefined : parseCpuSet(nodeset),
  })) ?? [];
  sets.forEach(({ size, nodes }, at) => {
    for (const other of sets.slice(0, at)) {
      if (nodes === undefined && other.nodes === undefined) {
        refuse(`two master hugepages detected: ${size} and ${other.size}`, "VIR_ERR_XML_DETAIL");
      }
      if (nodes !== undefined && other.nodes !== undefined && !nodes.isDisjointFrom(other.nodes)) {
        const detail = `nodeset attribute of hugepages of sizes ${size} and ${other.size} intersect`;
        refuse(detail, "VIR_ERR_XML_DETAIL");
      }
    }
    const missing = [...nodes ?? []].toSorted((a, b) => a - b).find((node) => node >= cells);
    if (missing !== undefined) refuse(`hugepages: node ${missing} not found`, "VIR_ERR_XML_DETAIL");
  });
  return domain;
}
