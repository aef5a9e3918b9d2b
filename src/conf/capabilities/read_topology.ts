/**
 * Reads the NUMA topology of a host.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { CellCpu, Interconnect, MemorySideCache, NumaCell, Topology } from "./document.ts";
import { readQuantity, readQuantityText } from "./read_quantity.ts";

const INTERCONNECTS = ["latency", "bandwidth"] as const;

/** Reads `<topology>`. */
export function readTopology(topology: ElementReader): Topology {
  const cells = topology.requiredChild("cells");
  cells.integer("num");
  return defined({
    cells: cells.children("cell").map(readCell),
    interconnects: topology.child("interconnects")?.elements().map(readInterconnect),
  });
}

function readCell(cell: ElementReader): NumaCell {
  const memory = cell.child("memory");
  const caches = cell.children("cache").map(readMemorySideCache);
  const cpus = cell.child("cpus");
  cpus?.integer("num");
  return defined({
    id: cell.requiredInteger("id"),
    memory: memory === undefined ? undefined : readQuantityText(memory),
    pages: cell.children("pages").map((pages) => ({ size: readQuantity(pages, "size"), count: pages.textInteger() })),
    distances: (cell.child("distances")?.children("sibling") ?? []).map((sibling) => ({
      id: sibling.requiredInteger("id"),
      value: sibling.requiredInteger("value"),
    })),
    caches: caches.length === 0 ? undefined : caches,
    cpus: (cpus?.children("cpu") ?? []).map(readCellCpu),
  });
}

function readMemorySideCache(cache: ElementReader): MemorySideCache {
  const line = cache.child("line");
  return defined({
    level: cache.requiredInteger("level"),
    associativity: cache.oneOf("associativity", ["none", "direct", "full"]),
    policy: cache.oneOf("policy", ["none", "writeback", "writethrough"]),
    size: readQuantity(cache.requiredChild("size"), "value"),
    line: line === undefined ? undefined : readQuantity(line, "value"),
  });
}

function readCellCpu(cpu: ElementReader): CellCpu {
  return defined({
    id: cpu.requiredInteger("id"),
    socketId: cpu.integer("socket_id", { min: -1 }),
    dieId: cpu.integer("die_id", { min: -1 }),
    clusterId: cpu.integer("cluster_id", { min: -1 }),
    coreId: cpu.integer("core_id", { min: -1 }),
    siblings: cpu.attribute("siblings"),
  });
}

function readInterconnect(element: ElementReader): Interconnect {
  const kind = INTERCONNECTS.find((name) => name === element.name);
  return defined({
    kind: kind ?? element.fail(`unknown element <${element.name}>`),
    initiator: element.requiredInteger("initiator"),
    target: element.requiredInteger("target"),
    cache: element.integer("cache"),
    type: element.requiredOneOf("type", ["access", "read", "write"]),
    value: element.requiredInteger("value"),
    unit: element.attribute("unit"),
  });
}
