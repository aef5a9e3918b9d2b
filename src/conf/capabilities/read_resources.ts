/**
 * Reads what a host can share out by class of service: cache banks and memory bandwidth.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { CacheBank, CacheResources, MemoryBandwidth, ResourceMonitor } from "./document.ts";
import { readQuantity } from "./read_quantity.ts";

const CACHE_TYPES = ["both", "code", "data"] as const;

/** Reads `<cache>`. */
export function readCache(cache: ElementReader): CacheResources {
  return defined({ banks: cache.children("bank").map(readBank), monitor: readMonitor(cache) });
}

/** Reads `<memory_bandwidth>`. */
export function readMemoryBandwidth(bandwidth: ElementReader): MemoryBandwidth {
  const nodes = bandwidth.children("node").map((node) => ({
    id: node.requiredInteger("id"),
    cpus: node.requiredAttribute("cpus"),
    controls: node.children("control").map((control) =>
      defined({
        granularity: control.requiredInteger("granularity"),
        min: control.integer("min"),
        maxAllocs: control.requiredInteger("maxAllocs"),
      })
    ),
  }));
  return defined({ nodes, monitor: readMonitor(bandwidth) });
}

function readBank(bank: ElementReader): CacheBank {
  return {
    id: bank.requiredInteger("id"),
    level: bank.requiredInteger("level"),
    type: bank.requiredOneOf("type", CACHE_TYPES),
    size: readQuantity(bank, "size"),
    cpus: bank.requiredAttribute("cpus"),
    controls: bank.children("control").map((control) =>
      defined({
        granularity: readQuantity(control, "granularity"),
        min: control.integer("min"),
        type: control.requiredOneOf("type", CACHE_TYPES),
        maxAllocs: control.requiredInteger("maxAllocs"),
      })
    ),
  };
}

function readMonitor(parent: ElementReader): ResourceMonitor | undefined {
  const monitor = parent.child("monitor");
  if (monitor === undefined) return undefined;
  return defined({
    level: monitor.integer("level"),
    reuseThreshold: monitor.integer("reuseThreshold"),
    maxMonitors: monitor.requiredInteger("maxMonitors"),
    features: monitor.children("feature").map((feature) => feature.requiredAttribute("name")),
  });
}
