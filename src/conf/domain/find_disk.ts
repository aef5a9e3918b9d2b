/**
 * Finds a disk of a domain by what a person calls it.
 *
 * @module
 */

import type { Disk } from "./devices/disk/disk.ts";

/** The place of an image on this host. */
export function imagePath(disk: Disk): string | undefined {
  switch (disk.type) {
    case "file":
      return disk.source?.file;
    case "block":
      return disk.source?.dev;
    case "dir":
      return disk.source?.dir;
    case "network":
      return disk.source?.name;
    default:
      return undefined;
  }
}

/** The disk with this target, or with this path where that is one disk's only. */
export function findDisk(disks: readonly Disk[], name: string): Disk | undefined {
  if (!name.startsWith("/")) return disks.find((disk) => disk.target?.dev === name);
  const found = disks.filter((disk) => imagePath(disk) === name);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether there is a disk in the drive. */
export function hasMedium(disk: Disk): boolean {
  return disk.source !== undefined;
}
