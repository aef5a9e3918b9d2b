/**
 * Writes the NUMA topology of a host.
 *
 * @module
 */

import { type FormatOptions, isKnown } from "../level.ts";
import type { XmlWriter } from "../xml/xml_writer.ts";
import type { CellCpu, Interconnect, MemorySideCache, NumaCell, Topology } from "./document.ts";
import { CAPABILITIES_SINCE } from "./since.ts";

/** Writes `<topology>`. */
export function writeTopology(writer: XmlWriter, topology: Topology, options: FormatOptions): void {
  const { cells, interconnects } = topology;
  writer.block("topology", {}, () => {
    writer.block("cells", { num: cells.length }, () => {
      for (const cell of cells) writeCell(writer, cell, options);
    });
    if (interconnects === undefined) return;
    writer.unlessEmpty("interconnects", {}, () => {
      for (const each of interconnects) writeInterconnect(writer, each);
    });
  });
}

function writeCell(writer: XmlWriter, cell: NumaCell, options: FormatOptions): void {
  const { id, memory, pages, distances, caches = [], cpus } = cell;
  const withClusters = isKnown(CAPABILITIES_SINCE, "host/topology/cells/cell/cpus/cpu/cluster_id", options);
  writer.block("cell", { id }, () => {
    if (memory !== undefined) writer.element("memory", { unit: memory.unit }, memory.value);
    for (const { size, count } of pages) writer.element("pages", { unit: size.unit, size: size.value }, count);
    writer.unlessEmpty("distances", {}, () => {
      for (const distance of distances) writer.element("sibling", { id: distance.id, value: distance.value });
    });
    for (const cache of caches) writeMemorySideCache(writer, cache);
    writer.element("cpus", { num: cpus.length }, () => {
      for (const cpu of cpus) writeCellCpu(writer, cpu, withClusters);
    });
  });
}

function writeMemorySideCache(writer: XmlWriter, cache: MemorySideCache): void {
  const { level, associativity, policy, size, line } = cache;
  writer.block("cache", { level, associativity, policy }, () => {
    writer.element("size", { value: size.value, unit: size.unit });
    if (line !== undefined) writer.element("line", { value: line.value, unit: line.unit });
  });
}

function writeCellCpu(writer: XmlWriter, cpu: CellCpu, withClusters: boolean): void {
  writer.element("cpu", {
    id: cpu.id,
    socket_id: cpu.socketId,
    die_id: cpu.dieId,
    cluster_id: withClusters ? cpu.clusterId : undefined,
    core_id: cpu.coreId,
    siblings: cpu.siblings,
  });
}

function writeInterconnect(writer: XmlWriter, interconnect: Interconnect): void {
  const { kind, initiator, target, cache, type, value, unit } = interconnect;
  writer.element(kind, { initiator, target, cache, type, value, unit });
}
