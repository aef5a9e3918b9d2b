/**
 * `<numa>`: the nodes that a guest's processors and memory are on.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  cpuSet,
  mapped,
  merge,
  oneOf,
  path,
  refine,
  size,
  uint32,
  uint64,
  yesNo,
} from "../shape/mod.ts";

const cache = {
  level: attribute("level", uint32(), { required: true }),
  associativity: attribute("associativity", oneOf("none", "direct", "full"), { required: true }),
  policy: attribute("policy", oneOf("none", "writeback", "writethrough"), { required: true }),
  size: path("size", size({ attribute: "value" })),
  line: path("line", size({ attribute: "value", unit: "B" })),
};

const cell = {
  id: attribute("id", uint32()),
  cpus: attribute("cpus", cpuSet, { code: "VIR_ERR_INVALID_ARG", detail: "Failed to parse bitmap '%s'" }),
  memory: size({
    attribute: "memory",
    domain: "VIR_FROM_DOMAIN",
    detail: "missing memory attribute in guest NUMA node",
  }),
  memAccess: attribute("memAccess", oneOf("shared", "private"), { drop: ["default"] }),
  discard: attribute("discard", yesNo),
  distances: path(
    "distances",
    children("sibling", {
      id: attribute("id", uint32(), { required: true }),
      value: attribute("value", uint32({ min: 10, max: 255 }), { required: true }),
    }),
  ),
  caches: children("cache", cache),
};

const link = {
  initiator: attribute("initiator", uint32(), { required: true }),
  target: attribute("target", uint32(), { required: true }),
  cache: attribute("cache", uint32()),
  type: attribute("type", oneOf("access", "read", "write"), { required: true }),
};

/** The child `<numa>`; nodes are in the order of their numbers, which they get where they have none. */
export const numa = child("numa", {
  cells: refine(
    mapped(children("cell", cell, { min: 1 }), {
      parse: (cells) => cells.map((each, at) => ({ ...each, id: each.id ?? at })).toSorted((a, b) => a.id - b.id),
      format: (cells) => cells,
    }),
    (cells, fail) => {
      const at = cells.findIndex(({ id }, index) => id !== index);
      if (at === -1) return;
      const duplicate = cells[at]?.id === at - 1;
      const detail = duplicate
        ? `Duplicate NUMA cell info for cell id '${at - 1}'`
        : "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed";
      fail("the ids of cells are not 0, 1, 2, …", { domain: "VIR_FROM_DOMAIN", detail });
    },
  ),
  interconnects: child("interconnects", {
    latencies: children("latency", { ...link, value: attribute("value", uint64, { required: true }) }),
    bandwidths: children("bandwidth", merge(link, { value: size({ attribute: "value" }) })),
  }, { empty: "omit" }),
});
