/**
 * Disks among each other: their order, their addresses, and the limits they share.
 *
 * @module
 */

import type { Disk } from "../devices/disk/disk.ts";
import { diskIndex } from "../disk_name.ts";
import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";

/** Where a disk hangs on a controller. */
type DriveAddress = Extract<NonNullable<Disk["address"]>, { readonly type: "drive" }>;

/** Gives drives the address that follows from their name. */
export function addressDisks(domain: Domain, { accepts }: NormaliseContext): Domain {
  const disks = domain.devices.disks?.map((disk) => {
    const dev = disk.target?.dev;
    if (disk.address !== undefined || dev === undefined) return disk;
    const index = diskIndex(dev);
    if (index === undefined) return refuse(`Unknown disk name '${dev}' and no address specified`);
    const address = accepts.has("wide-scsi") && disk.target?.bus === "scsi"
      ? wideScsiAddress(index)
      : addressOf(disk.target?.bus, index);
    return address === undefined ? disk : { ...disk, address };
  });
  return withDisks(domain, disks);
}

/** Copies the limits of a group to the disk that only names it. */
export function shareIoTune(domain: Domain): Domain {
  const { disks } = domain.devices;
  return withDisks(
    domain,
    disks?.map((disk) => {
      const group = disk.ioTune?.groupName;
      if (group === undefined || hasLimits(disk)) return disk;
      const other = disks.find((each) => each.ioTune?.groupName === group && hasLimits(each));
      return other?.ioTune === undefined ? disk : { ...disk, ioTune: other.ioTune };
    }),
  );
}

/** Refuses two disks of one name or address. */
export function checkDisks(domain: Domain): Domain {
  const disks = domain.devices.disks ?? [];
  disks.forEach((disk, at) => {
    const other = disks.slice(at + 1).find((each) => each.target?.dev === disk.target?.dev);
    if (other === undefined) return;
    const names = `'${disk.target?.dev}' duplicated for disk sources '${sourceOf(disk)}' and '${sourceOf(other)}'`;
    refuse(`target ${names}`);
  });
  disks.forEach((disk, at) => {
    const { address, target } = disk;
    if (address?.type !== "drive") return;
    const isSame = (each: Disk): boolean => each.target?.bus === target?.bus && isSameDrive(each.address, address);
    if (!disks.slice(at + 1).some(isSame)) return;
    const place =
      `controller='${address.controller}' bus='${address.bus}' target='${address.target}' unit='${address.unit}'`;
    refuseUnsupported(`Found duplicate drive address for disk with target name '${target?.dev}' ${place}`);
  });
  return domain;
}

/** Whether two addresses are the same drive. */
export function isSameDrive(a: Disk["address"], b: DriveAddress): boolean {
  return a?.type === "drive" && a.controller === b.controller && a.bus === b.bus && a.target === b.target &&
    a.unit === b.unit;
}

/** What is in a disk, as libvirt says it in messages. */
export function sourceOf(disk: Disk): string {
  const { source } = disk;
  if (source === undefined) return "<null>";
  if ("file" in source && source.file !== undefined) return source.file;
  if ("dev" in source && source.dev !== undefined) return source.dev;
  if ("dir" in source && source.dir !== undefined) return source.dir;
  if ("name" in source && source.name !== undefined) return source.name;
  return "<null>";
}

/** How many drives hang on one controller of a bus, and on one bus of it. */
const DRIVES = {
  ide: { controller: 4, bus: 2 },
  fdc: { controller: 2, bus: 2 },
  sata: { controller: 6, bus: 6 },
  scsi: { controller: 7, bus: 7 },
} as const satisfies Readonly<Record<string, { readonly controller: number; readonly bus: number }>>;

function addressOf(bus: string | undefined, index: number): DriveAddress | undefined {
  if (bus === undefined || !(bus in DRIVES)) return undefined;
  const drives = DRIVES[bus as keyof typeof DRIVES];
  return {
    type: "drive",
    controller: Math.floor(index / drives.controller),
    bus: Math.floor(index % drives.controller / drives.bus),
    target: 0,
    unit: index % drives.bus,
  };
}

/** Sixteen units on a wide bus, of which the eighth is the controller itself. */
function wideScsiAddress(index: number): DriveAddress {
  const unit = index % 15;
  const controller = Math.floor(index / 15);
  return { type: "drive", controller, bus: 0, target: 0, unit: unit < 7 ? unit : unit + 1 };
}

function hasLimits({ ioTune }: Disk): boolean {
  return Object.keys(ioTune ?? {}).some((name) => name !== "groupName");
}

function withDisks(domain: Domain, disks: readonly Disk[] | undefined): Domain {
  return disks === undefined || disks.length === 0 ? domain : { ...domain, devices: { ...domain.devices, disks } };
}
