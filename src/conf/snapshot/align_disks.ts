/**
 * Which disks of a domain take part in a snapshot, and how.
 *
 * @module
 */

import type { Disk } from "../domain/devices/disk/disk.ts";
import { findDisk, hasMedium, imagePath } from "../domain/find_disk.ts";
import { pathOf, type SnapshotDisk } from "./disk.ts";
import type { Snapshot } from "./document.ts";
import { refuse } from "./terms.ts";

/** How disks are looked after that the snapshot says nothing about. */
export interface AlignOptions {
  readonly disks: readonly Disk[];
  readonly default: "internal" | "external";
  /** An internal snapshot is one of all disks: the hypervisor cannot choose. */
  readonly uniformInternal: boolean;
  /** Whether there is a regular file at the path, which a new one can be named after. */
  readonly isFile: (path: string) => boolean;
}

/**
 * The snapshot with every disk of the domain, in the domain's order.
 *
 * @throws {VirtError} A disk is not the domain's, is named twice, or cannot be kept like that.
 */
export function alignSnapshotDisks(snapshot: Snapshot, options: AlignOptions): Snapshot {
  const { disks } = options;
  const wanted = snapshot.disks ?? [];
  if (wanted.length > disks.length) refuse("too many disk snapshot requests for domain");
  if (disks.length === 0) return snapshot;
  const byTarget = new Map<string, SnapshotDisk>();
  for (const each of wanted) {
    const disk = findDisk(disks, each.name);
    const target = disk?.target?.dev;
    if (disk === undefined || target === undefined) return refuse(`no disk named '${each.name}'`);
    if (byTarget.has(target)) refuse(`disk '${each.name}' specified twice`);
    byTarget.set(target, { ...located(each, disk, options), name: target });
  }
  const aligned = disks.map((disk) => byTarget.get(disk.target?.dev ?? "") ?? remaining(disk, options.default));
  return { ...snapshot, disks: withNames(aligned, snapshot.name ?? "", options) };
}

/** The request with the way it is kept. */
function located(wanted: SnapshotDisk, disk: Disk, options: AlignOptions): SnapshotDisk {
  const must = options.uniformInternal && options.default === "internal";
  const chosen = wanted.snapshot ??
    (disk.snapshot !== undefined && (!must || disk.snapshot === "no") ? disk.snapshot : options.default);
  const isLeftOut = wanted.snapshot === "no" && disk.snapshot === "no";
  if (must && wanted.snapshot !== undefined && wanted.snapshot !== options.default && !isLeftOut) {
    refuse(`disk '${wanted.name}' must use snapshot mode '${options.default}'`);
  }
  const path = pathOf(wanted);
  if (path !== undefined && chosen !== "external") {
    refuse(`file '${path}' for disk '${wanted.name}' requires use of external snapshot mode`);
  }
  const { name, snapshot: _, ...rest } = wanted;
  return { name, snapshot: chosen, ...rest };
}

function remaining(disk: Disk, byDefault: "internal" | "external"): SnapshotDisk {
  const snapshot = hasMedium(disk) ? disk.snapshot ?? byDefault : "no";
  return { name: disk.target?.dev ?? "", snapshot };
}

/** New files beside the old ones, named after the snapshot. */
function withNames(aligned: readonly SnapshotDisk[], name: string, { disks, isFile }: AlignOptions): SnapshotDisk[] {
  const named: SnapshotDisk[] = [];
  for (const [index, each] of aligned.entries()) {
    if (each.snapshot !== "external" || (each.type !== undefined && each.source !== undefined)) {
      named.push(each);
      continue;
    }
    if (each.type !== undefined && each.type !== "file") {
      refuse(`cannot generate external snapshot name for disk '${each.name}' on a '${each.type}' device`);
    }
    const file = newFile(each.name, { disk: disks[index], name, isFile });
    const twin = named.find((other) => pathOf(other) === file);
    if (twin !== undefined) {
      refuse(`cannot generate external snapshot name for disk '${each.name}': collision with disk '${twin.name}'`);
    }
    named.push({ ...each, type: "file", source: { file } });
  }
  return named;
}

interface NewFile {
  readonly disk: Disk | undefined;
  readonly name: string;
  readonly isFile: (path: string) => boolean;
}

function newFile(disk: string, { disk: old, name, isFile }: NewFile): string {
  const path = old === undefined ? undefined : imagePath(old);
  if (path === undefined) return refuse(`cannot generate external snapshot name for disk '${disk}' without source`);
  if (!isFile(path)) {
    refuse(`source for disk '${disk}' is not a regular file; refusing to generate external snapshot name`);
  }
  return `${path.replace(/\.[^./]*$/, "")}.${name}`;
}
