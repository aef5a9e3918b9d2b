/**
 * `<domainsnapshot>`: what a domain was at a moment.
 *
 * @module
 */

import { cpu } from "../domain/cpu.ts";
import { NAMESPACES } from "../domain/namespaces.ts";
import { domainUuid, embeddedDomain } from "../parts/embedded_domain.ts";
import { momentName, momentPlace } from "../parts/moment.ts";
import {
  attribute,
  child,
  children,
  element,
  type Fail,
  flag,
  int32,
  mapped,
  oneOf,
  path,
  type ShapeOf,
  string,
  textOf,
} from "../shape/mod.ts";
import { SNAPSHOT_LOCATIONS, snapshotDisk } from "./disk.ts";
import { wrong } from "./terms.ts";

const STATES = [
  "nostate",
  "running",
  "blocked",
  "paused",
  "shutdown",
  "shutoff",
  "crashed",
  "pmsuspended",
  "disk-snapshot",
] as const;

const memory = mapped(
  child("memory", {
    snapshot: attribute("snapshot", oneOf(...SNAPSHOT_LOCATIONS)),
    file: attribute("file", string),
  }),
  {
    parse(value, fail) {
      if (value?.snapshot === undefined && value?.file === undefined) return undefined;
      const { snapshot = "external" as const, file } = value;
      checkMemory({ snapshot, file }, fail);
      return { snapshot, ...(file === undefined ? {} : { file }) };
    },
    format: (value) => value,
  },
);

const disks = path("disks", children("disk", snapshotDisk));

/** What is read of a snapshot that is to be made; whatever else stands there, libvirt overlooks. */
export const snapshotRequest = element("domainsnapshot", { ...momentName, memory, disks });

/** A snapshot's document. */
export const snapshot = element("domainsnapshot", {
  ...momentName,
  state: child(
    "state",
    textOf(oneOf(...STATES), wrong("Invalid state '%s' in domain snapshot XML", "VIR_ERR_CONFIG_UNSUPPORTED")),
  ),
  ...momentPlace,
  memory,
  disks,
  domain: embeddedDomain("domain"),
  domainUuid,
  inactiveDomain: embeddedDomain("inactiveDomain"),
  /** What the QEMU driver keeps with a snapshot. */
  cookie: child("cookie", { cpu, slirpHelper: flag("slirpHelper") }),
  active: mapped(child("active", textOf(int32())), {
    parse: (number) => number === undefined ? undefined : number !== 0,
    format: (active) => active ? 1 : 0,
    schema: () => ({ type: "boolean" }),
  }),
}, { namespaces: NAMESPACES });

/** A snapshot as an object; also its JSON form. */
export type Snapshot = ShapeOf<typeof snapshot>;

/** What a domain was in at the moment. */
export type SnapshotState = (typeof STATES)[number];

function checkMemory(
  { snapshot, file }: { readonly snapshot: string; readonly file: string | undefined },
  fail: Fail,
): void {
  if (snapshot === "manual") fail("nobody can do that", wrong("'manual' memory snapshot mode not supported"));
  if (file !== undefined && snapshot !== "external") {
    fail("only what is outside has a file", wrong(`memory filename '${file}' requires external snapshot`));
  }
  if (file === undefined && snapshot === "external") {
    fail("the file is missing", wrong("external memory snapshots require a filename"));
  }
  if (file !== undefined && !file.startsWith("/")) {
    fail("the path is not absolute", wrong(`memory snapshot file path (${file}) must be absolute`));
  }
}
