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
  type Fail,
  mapped,
  merge,
  oneOf,
  path,
  size,
  uint32,
  uint64,
  yesNo,
} from "../shape/mod.ts";
import { completeDistances } from "./distances.ts";

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
      value: attribute("value", uint32(), { required: true }),
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
  cells: mapped(
    children("cell", cell, { min: 1, domain: "VIR_FROM_DOMAIN", detail: "NUMA topology defined without NUMA cells" }),
    {
      parse(cells, fail) {
        const numbered = cells.map((each, at) => ({ ...each, id: each.id ?? at }));
        checkIds(numbered.map(({ id }) => id), fail);
        return completeDistances(numbered.toSorted((a, b) => a.id - b.id), fail);
      },
      format: (cells) => cells,
    },
  ),
  interconnects: child("interconnects", {
    latencies: children("latency", { ...link, value: attribute("value", uint64, { required: true }) }),
    bandwidths: children("bandwidth", merge(link, { value: size({ attribute: "value" }) })),
  }, { empty: "omit" }),
});

function checkIds(ids: readonly number[], fail: Fail): void {
  const seen = new Set<number>();
  for (const id of ids) {
    if (id >= ids.length) {
      const detail = "Exactly one 'cell' element per guest NUMA cell allowed, " +
        "non-contiguous ranges or ranges not starting from 0 are not allowed";
      fail("the ids of cells are not 0, 1, 2, …", { domain: "VIR_FROM_DOMAIN", detail });
    }
    const detail = `Duplicate NUMA cell info for cell id '${id}'`;
    if (seen.has(id)) fail(`there are two cells ${id}`, { domain: "VIR_FROM_DOMAIN", detail });
    seen.add(id);
  }
}
