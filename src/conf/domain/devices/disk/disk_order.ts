/**
 * The order of a guest's disks: those of one bus by their names.
 *
 * @module
 */

import { diskIndex } from "../../disk_name.ts";
import type { Disk } from "./disk.ts";

/** The disks in libvirt's order. */
export function orderDisks(disks: readonly Disk[]): readonly Disk[] {
  return disks.reduce<readonly Disk[]>(insertDisk, []);
}

/** The disks with one more, which stands behind those of its bus with a lower name, else at the end. */
export function insertDisk(disks: readonly Disk[], disk: Disk): readonly Disk[] {
  const index = indexOf(disk);
  let place: number | undefined;
  for (let at = disks.length - 1; at >= 0; at -= 1) {
    const each = disks[at];
    if (each === undefined || each.target?.bus !== disk.target?.bus) continue;
    if (each.target?.dev !== undefined && disk.target?.dev !== undefined && indexOf(each) > index) place = at;
    else place ??= at + 1;
  }
  return disks.toSpliced(place ?? disks.length, 0, disk);
}

function indexOf({ target }: Disk): number {
  return diskIndex(target?.dev ?? "") ?? -1;
}
