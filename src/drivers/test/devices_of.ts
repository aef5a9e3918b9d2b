/**
 * A guest's devices as the calls ask for them: by target, by source, by MAC address.
 *
 * @module
 */

import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import type { Domain } from "../../conf/domain/document.ts";
import { deviceViews, type InterfaceView } from "./device_views.ts";

/** The disks of a guest. */
export function disksOf({ devices }: Domain): readonly Disk[] {
  return devices?.disks ?? [];
}

/** The target of a disk: `vda`. */
export function diskTarget({ target }: Disk): string {
  return target?.dev ?? "";
}

/** Where a disk of this host is. */
export function diskPath(disk: Disk): string | undefined {
  switch (disk.type) {
    case "file":
      return disk.source?.file;
    case "block":
      return disk.source?.dev;
    case "dir":
      return disk.source?.dir;
    case "vhostuser":
      return disk.source?.path;
    default:
      return undefined;
  }
}

/** The disk with this target, or, where the name begins with a slash, with this source. */
export function findDisk(definition: Domain, name: string): Disk | undefined {
  const nameOf = name.startsWith("/") ? diskPath : diskTarget;
  return disksOf(definition).find((disk) => nameOf(disk) === name);
}

/** The network interfaces of a guest. */
export function interfacesOf(definition: Domain): readonly InterfaceView[] {
  return deviceViews(definition).interfaces;
}

/** The interface with this target or this MAC address. */
export function findInterface(definition: Domain, name: string): InterfaceView | undefined {
  const mac = name.toLowerCase();
  return interfacesOf(definition).find((each) => each.mac === mac || each.target === name);
}

/** A definition with one disk in the place of another. */
export function withDisk(definition: Domain, old: Disk, next: Disk): Domain {
  const disks = disksOf(definition).map((disk) => disk === old ? next : disk);
  return { ...definition, devices: { ...definition.devices, disks } };
}
