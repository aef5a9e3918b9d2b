/**
 * What libvirt makes of a disk where its own element decides: bus, write protection, snapshots.
 *
 * @module
 */

import type { Disk } from "./disk.ts";

/** The bus that a target's name stands for, `ide` where it is none of these. */
const BUS_OF_PREFIX = { hd: "ide", sd: "scsi", vd: "virtio", xvd: "xen", ubd: "uml" } as const;

/** The disk with what follows from what is given. */
export function completeDisk(given: Disk): Disk {
  const { snapshot, ...rest } = withSource(given);
  const readonly = rest.readonly === true || rest.device === "cdrom";
  const place = snapshot ?? (rest.type === "vhostuser" ? "no" : undefined);
  const keepsPlace = place !== undefined && !(place === "no" && readonly);
  return { ...withTarget(rest), ...(readonly ? { readonly } : {}), ...(keepsPlace ? { snapshot: place } : {}) };
}

/** A disk without a source is one of type file; a source gets what its type always has. */
function withSource(disk: Disk): Disk {
  if (disk.source === undefined) return { ...disk, type: "file" } as Disk;
  if (disk.type === "nvme") return { ...disk, source: { managed: true, ...disk.source } };
  if (disk.type === "network" && disk.source.protocol === "iscsi") {
    const name = disk.source.name ?? "";
    return { ...disk, source: { ...disk.source, name: name.includes("/") ? name : `${name}/0` } };
  }
  return disk;
}

function withTarget(disk: Disk): Disk {
  const { target } = disk;
  if (target === undefined) return disk;
  const dev = target.dev?.replace(/^ioemu:/, "");
  const bus = target.bus ?? (disk.device === "floppy" ? "fdc" : busOf(dev ?? ""));
  return { ...disk, target: { ...target, ...(dev === undefined ? {} : { dev }), bus } };
}

function busOf(dev: string): "ide" | "scsi" | "virtio" | "xen" | "uml" {
  const known = Object.entries(BUS_OF_PREFIX).find(([prefix]) => dev.startsWith(prefix));
  return known?.[1] ?? "ide";
}
