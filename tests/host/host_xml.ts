/**
 * The parts of libvirt's host capabilities that host facts answer, written as lines of XML for comparison in tests.
 *
 * @module
 */

import type { ResourceMonitor } from "../../src/conf/capabilities/document.ts";
import type { CacheFacts, NumaFacts } from "../../src/host/facts.ts";

/** Lines of `<topology>`, `<cache>` and `<memory_bandwidth>`, without indentation. */
export function hostLines(numa: NumaFacts, caches: CacheFacts): string[] {
  return [...topologyLines(numa), ...cacheLines(caches), ...bandwidthLines(caches)];
}

function topologyLines(numa: NumaFacts): string[] {
  const lines = ["<topology>", `<cells num='${numa.cells.length}'>`];
  for (const cell of numa.cells) {
    lines.push(`<cell id='${cell.id}'>`);
    if (cell.memory) lines.push(`<memory unit='${cell.memory.unit}'>${cell.memory.value}</memory>`);
    for (const { size, count } of cell.pages) {
      lines.push(`<pages unit='${size.unit}' size='${size.value}'>${count}</pages>`);
    }
    if (cell.distances.length > 0) {
      lines.push("<distances>", ...cell.distances.map(({ id, value }) => `<sibling id='${id}' value='${value}'/>`));
      lines.push("</distances>");
    }
    for (const cache of cell.caches ?? []) {
      lines.push(`<cache level='${cache.level}' associativity='${cache.associativity}' policy='${cache.policy}'>`);
      lines.push(`<size value='${cache.size.value}' unit='${cache.size.unit}'/>`);
      if (cache.line) lines.push(`<line value='${cache.line.value}' unit='${cache.line.unit}'/>`);
      lines.push("</cache>");
    }
    if (cell.cpus.length === 0) lines.push("<cpus num='0'/>");
    else {
      lines.push(`<cpus num='${cell.cpus.length}'>`);
      for (const cpu of cell.cpus) {
        lines.push(
          `<cpu id='${cpu.id}' socket_id='${cpu.socketId}' die_id='${cpu.dieId}' core_id='${cpu.coreId}' ` +
            `siblings='${cpu.siblings}'/>`,
        );
      }
      lines.push("</cpus>");
    }
    lines.push("</cell>");
  }
  lines.push("</cells>");
  if (numa.interconnects.length > 0) {
    lines.push("<interconnects>");
    for (const way of numa.interconnects) {
      const unit = way.unit === undefined ? "" : ` unit='${way.unit}'`;
      const { kind, initiator, target, type, value } = way;
      lines.push(`<${kind} initiator='${initiator}' target='${target}' type='${type}' value='${value}'${unit}/>`);
    }
    lines.push("</interconnects>");
  }
  return [...lines, "</topology>"];
}

function cacheLines(caches: CacheFacts): string[] {
  if (caches.banks.length === 0 && caches.monitor === undefined) return [];
  const lines = ["<cache>"];
  for (const bank of caches.banks) {
    const head = `<bank id='${bank.id}' level='${bank.level}' type='${bank.type}' size='${bank.size.value}' ` +
      `unit='${bank.size.unit}' cpus='${bank.cpus}'`;
    if (bank.controls.length === 0) lines.push(`${head}/>`);
    else {
      lines.push(`${head}>`);
      for (const control of bank.controls) {
        const min = control.min === undefined ? "" : ` min='${control.min}'`;
        lines.push(
          `<control granularity='${control.granularity.value}'${min} unit='${control.granularity.unit}' ` +
            `type='${control.type}' maxAllocs='${control.maxAllocs}'/>`,
        );
      }
      lines.push("</bank>");
    }
  }
  return [...lines, ...monitorLines(caches.monitor), "</cache>"];
}

function bandwidthLines(caches: CacheFacts): string[] {
  if (caches.memoryBandwidth.length === 0 && caches.memoryBandwidthMonitor === undefined) return [];
  const lines = ["<memory_bandwidth>"];
  for (const node of caches.memoryBandwidth) {
    lines.push(`<node id='${node.id}' cpus='${node.cpus}'>`);
    for (const { granularity, min, maxAllocs } of node.controls) {
      lines.push(`<control granularity='${granularity}' min='${min}' maxAllocs='${maxAllocs}'/>`);
    }
    lines.push("</node>");
  }
  return [...lines, ...monitorLines(caches.memoryBandwidthMonitor), "</memory_bandwidth>"];
}

function monitorLines(monitor: ResourceMonitor | undefined): string[] {
  if (monitor === undefined) return [];
  const cache = monitor.level === undefined
    ? ""
    : `level='${monitor.level}' reuseThreshold='${monitor.reuseThreshold}' `;
  const features = monitor.features.map((name) => `<feature name='${name}'/>`);
  return [`<monitor ${cache}maxMonitors='${monitor.maxMonitors}'>`, ...features, "</monitor>"];
}

/** The same lines of a document of libvirt's, which may be a whole `<capabilities>`. */
export function linesOfDocument(xml: string): string[] {
  const parts = ["topology", "cache", "memory_bandwidth"];
  const host = /<host>.*<\/host>/s.exec(xml)?.[0] ?? "";
  return parts.flatMap((part) => {
    // Cells have elements named cache too, at a deeper level.
    const text = new RegExp(`^ {4}<${part}>\n.*?\n {4}</${part}>`, "ms").exec(host)?.[0] ?? "";
    return text.split("\n").map((line) => line.trim()).filter(Boolean);
  });
}
