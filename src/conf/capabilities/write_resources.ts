/**
 * Writes what a host can share out by class of service: cache banks and memory bandwidth.
 *
 * @module
 */

import type { XmlWriter } from "../xml/xml_writer.ts";
import type { CacheBank, CacheResources, MemoryBandwidth, ResourceMonitor } from "./document.ts";

/** Writes `<cache>`, or nothing for a host that has nothing to tell. */
export function writeCache(writer: XmlWriter, cache: CacheResources): void {
  writer.unlessEmpty("cache", {}, () => {
    for (const bank of cache.banks) writeBank(writer, bank);
    if (cache.monitor !== undefined) writeMonitor(writer, cache.monitor);
  });
}

/** Writes `<memory_bandwidth>`, or nothing for a host that has nothing to tell. */
export function writeMemoryBandwidth(writer: XmlWriter, bandwidth: MemoryBandwidth): void {
  writer.unlessEmpty("memory_bandwidth", {}, () => {
    for (const { id, cpus, controls } of bandwidth.nodes) {
      writer.element("node", { id, cpus }, () => {
        for (const { granularity, min, maxAllocs } of controls) {
          writer.element("control", { granularity, min, maxAllocs });
        }
      });
    }
    if (bandwidth.monitor !== undefined) writeMonitor(writer, bandwidth.monitor);
  });
}

function writeBank(writer: XmlWriter, bank: CacheBank): void {
  const { id, level, type, size, cpus } = bank;
  writer.element("bank", { id, level, type, size: size.value, unit: size.unit, cpus }, () => {
    for (const { granularity, min, type, maxAllocs } of bank.controls) {
      writer.element("control", { granularity: granularity.value, min, unit: granularity.unit, type, maxAllocs });
    }
  });
}

function writeMonitor(writer: XmlWriter, monitor: ResourceMonitor): void {
  const { level, reuseThreshold, maxMonitors, features } = monitor;
  if (features.length === 0) return;
  writer.block("monitor", { level, reuseThreshold, maxMonitors }, () => {
    for (const name of features) writer.element("feature", { name });
  });
}
