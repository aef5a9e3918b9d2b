/**
 * What else the host limits or binds: disks' bandwidth, NUMA nodes, resource groups, ids of containers.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  cpuSet,
  mapped,
  oneOf,
  path,
  pattern,
  refine,
  type ShapeOf,
  string,
  textOf,
  uint32,
  uint64,
} from "../shape/mod.ts";
import { unsupported } from "./terms.ts";

/** `<blkiotune>`: shares of the host's disks. */
export const blkiotune = child("blkiotune", {
  weight: child("weight", textOf(uint32())),
  devices: children("device", {
    path: child("path", textOf(string), { required: true }),
    weight: child("weight", textOf(uint32())),
    readIopsSec: child("read_iops_sec", textOf(uint32())),
    writeIopsSec: child("write_iops_sec", textOf(uint32())),
    readBytesSec: child("read_bytes_sec", textOf(uint64)),
    writeBytesSec: child("write_bytes_sec", textOf(uint64)),
  }),
}, { empty: "omit" });

const mode = oneOf("strict", "preferred", "interleave", "restrictive");

const memory = refine({
  mode: attribute("mode", mode, unsupported("Unsupported NUMA memory tuning mode '%s'")),
  nodeset: attribute("nodeset", cpuSet, { code: "VIR_ERR_INVALID_ARG", detail: "Failed to parse bitmap '%s'" }),
  placement: attribute(
    "placement",
    oneOf("static", "auto"),
    unsupported("Unsupported NUMA memory placement mode '%s'"),
  ),
}, ({ nodeset, placement }, fail, { lenient }) => {
  if (nodeset === "") {
    fail("the set is empty", { attribute: "nodeset", ...unsupported("Invalid value of 'nodeset': ") });
  }
  if (placement === "static" && nodeset === undefined) {
    const detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    fail("static placement needs a nodeset", unsupported(detail));
  }
  if (placement === "auto" && nodeset !== undefined && !lenient) fail("automatic placement has no nodeset of its own");
});

/** Where a guest's memory comes from; a placement goes without saying where there is a set of nodes. */
export interface NumaMemory {
  readonly mode: ShapeOf<typeof memory>["mode"] & string;
  /** Nodes of the host. */
  readonly nodeset?: string;
  /** `auto`: wherever numad says. */
  readonly placement?: "static" | "auto";
}

/** `<numatune>`: which nodes memory comes from. */
export const numatune = child("numatune", {
  memory: mapped(child("memory", memory, { empty: "omit" }), {
    parse(value): NumaMemory | undefined {
      if (value === undefined) return undefined;
      const { mode = "strict", nodeset, placement } = value;
      if (placement !== "auto" && nodeset !== undefined) return { mode, nodeset };
      return { mode, ...(placement === undefined ? {} : { placement }) };
    },
    format: (value) => value,
  }),
  memnodes: children("memnode", {
    cellid: attribute("cellid", uint32(), { required: true }),
    mode: attribute("mode", mode, { default: "strict" }),
    nodeset: attribute("nodeset", cpuSet, { required: true }),
  }),
}, { empty: "omit" });

/** `<resource>`: the group that the host counts the guest to. */
export const resource = child("resource", {
  partition: child("partition", textOf(string)),
  fibreChannelAppId: path(
    "fibrechannel",
    attribute("appid", pattern(/[ -~]{1,128}/, "up to 128 printable characters"), {
      code: "VIR_ERR_INVALID_ARG",
      detail: "FC appid '%s' is not valid",
    }),
  ),
}, { empty: "omit" });

const range = {
  start: attribute("start", uint32(), { required: true }),
  target: attribute("target", uint32(), { required: true }),
  count: attribute("count", uint32(), { required: true }),
};

/** `<idmap>`: which ids of the host a container's are. */
export const idmap = child("idmap", {
  uids: mapped(children("uid", range), { parse: (ids) => ids?.toSorted(byStart), format: (ids) => ids }),
  gids: mapped(children("gid", range), { parse: (ids) => ids?.toSorted(byStart), format: (ids) => ids }),
}, { empty: "omit" });

function byStart(a: { readonly start: number }, b: { readonly start: number }): number {
  return a.start - b.start;
}
