/**
 * How much memory a guest has, what backs it, and how the host limits it.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { attribute, child, children, cpuSet, flag, mapped, oneOf, onOff, path, size, uint32 } from "../shape/mod.ts";

/** Sizes of memory, in KiB. */
export const memory = {
  maxMemory: child("maxMemory", { slots: attribute("slots", uint32()), size: size() }),
  memory: child("memory", { dumpCore: attribute("dumpCore", onOff), size: size() }),
  currentMemory: child("currentMemory", size()),
};

/** A limit this large is none. */
const UNLIMITED = 9_007_199_254_740_991n;

/** Limits that the host keeps, in KiB. */
export const memtune = child("memtune", {
  hardLimit: limit("hard_limit"),
  softLimit: limit("soft_limit"),
  minGuarantee: child("min_guarantee", size()),
  swapHardLimit: limit("swap_hard_limit"),
}, { empty: "omit" });

/** What the memory is made of. */
export const memoryBacking = child("memoryBacking", {
  hugepages: child("hugepages", {
    pages: children("page", { size: size({ attribute: "size" }), nodeset: attribute("nodeset", cpuSet) }),
  }),
  noSharePages: flag("nosharepages"),
  locked: flag("locked"),
  source: path("source", attribute("type", oneOf("file", "anonymous", "memfd"), { drop: ["none"] })),
  access: path("access", attribute("mode", oneOf("shared", "private"), { drop: ["default"] })),
  allocation: child("allocation", {
    mode: attribute("mode", oneOf("immediate", "ondemand"), { drop: ["none"] }),
    threads: attribute("threads", uint32()),
  }, { empty: "omit" }),
  discard: flag("discard"),
}, { empty: "omit" });

function limit(name: string) {
  return mapped(child(name, size()), {
    parse: (value): Integer64 | undefined => value !== undefined && BigInt(value) >= UNLIMITED ? undefined : value,
    format: (value) => value,
  });
}
