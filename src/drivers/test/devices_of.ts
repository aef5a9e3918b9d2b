/**
 * A guest's devices as the calls ask for them: by target, by source, by MAC address.
 *
 * @module
 */

import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import type { Interface } from "../../conf/domain/devices/interface/interface.ts";
import type { Domain } from "../../conf/domain/document.ts";
import { findDisk as findIn } from "../../conf/domain/find_disk.ts";
import { failure } from "./errors.ts";

/** The disks of a guest. */
export function disksOf({ devices }: Domain): readonly Disk[] {
  return devices?.disks ?? [];
}

/** The target of a disk: `vda`. */
export function diskTarget({ target }: Disk): string {
  return target?.dev ?? "";
}

/** The disk with this target, or with this path where that is one disk's only. */
export function findDisk(definition: Domain, name: string): Disk | undefined {
  return findIn(disksOf(definition), name);
}

/** The network interfaces of a guest. */
export function interfacesOf({ devices }: Domain): readonly Interface[] {
  return devices?.interfaces ?? [];
}

/** The interface with this target or this MAC address. */
export function findInterface(definition: Domain, name: string): Interface | undefined {
  const wanted = name.toLowerCase();
  return interfacesOf(definition).find(({ mac, target }) => mac?.address === wanted || target?.dev === name);
}

/**
 * The interface with this target or this MAC address.
 *
 * @throws VirtError where there is none
 */
export function requireInterface(definition: Domain, name: string): Interface {
  const found = findInterface(definition, name);
  if (found !== undefined) return found;
  throw failure("VIR_ERR_INVALID_ARG", `'${name}' is not a known interface`, { domain: "VIR_FROM_DOMAIN" });
}

/** A definition with one disk in the place of another. */
export function withDisk(definition: Domain, old: Disk, next: Disk): Domain {
  const disks = disksOf(definition).map((disk) => disk === old ? next : disk);
  return { ...definition, devices: { ...definition.devices, disks } };
}

/** A definition with one interface in the place of another. */
export function withInterface(definition: Domain, old: Interface, next: Interface): Domain {
  const interfaces = interfacesOf(definition).map((each) => each === old ? next : each);
  return { ...definition, devices: { ...definition.devices, interfaces } };
}
