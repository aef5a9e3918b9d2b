/**
 * What a guest tells of itself in one record: users, system, time zone, name, file systems, disks, interfaces.
 *
 * @module
 */

import type { GuestInfoTypes } from "../../model/domain_guest.ts";
import type { TypedRecord, TypedValue } from "../../model/typed_parameter.ts";
import type { GuestFilesystem, GuestInterface } from "../contract.ts";
import { disksOf, diskTarget } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { MOUNT_POINTS } from "./guest_system.ts";

const GIB = 1024 ** 3;

/** Where the writers below put what they know. */
type Fields = Record<string, TypedValue>;

/** Everything that is asked for; everything where nothing is. */
export function guestInfo(
  record: DomainRecord,
  types: GuestInfoTypes,
  interfaces: readonly GuestInterface[],
): TypedRecord {
  const fields: Fields = {};
  const all = !Object.values(types).some(Boolean);
  if (all || types.users) fields["user.count"] = 0;
  if (all || types.os) {
    Object.assign(fields, {
      "os.id": "test",
      "os.name": "Test Linux",
      "os.pretty-name": "Test Linux 1",
      "os.version": "1",
      "os.version-id": "1",
      "os.machine": record.definition.os?.type.arch ?? "",
    });
  }
  if (all || types.timezone) Object.assign(fields, { "timezone.name": "UTC", "timezone.offset": 0 });
  if (all || types.hostname) fields.hostname = `${record.name}host`;
  if (all || types.filesystem) writeFilesystems(record, fields);
  if (all || types.disks) writeDisks(record, fields);
  if (all || types.interfaces) writeInterfaces(interfaces, fields);
  return fields;
}

/** The two file systems on the first disk of a guest. */
export function filesystemsOf({ definition }: DomainRecord): GuestFilesystem[] {
  const disk = disksOf(definition).find(({ device }) => device === "disk");
  if (disk === undefined) return [];
  const target = diskTarget(disk);
  return MOUNT_POINTS.map((mountPoint, at) => ({
    mountPoint,
    name: `${target}${at + 1}`,
    type: "ext4",
    disks: [target],
  }));
}

function writeFilesystems(record: DomainRecord, fields: Fields): void {
  const filesystems = filesystemsOf(record);
  fields["fs.count"] = filesystems.length;
  for (const [at, { mountPoint, name, type, disks }] of filesystems.entries()) {
    fields[`fs.${at}.mountpoint`] = mountPoint;
    fields[`fs.${at}.name`] = name;
    fields[`fs.${at}.fstype`] = type;
    fields[`fs.${at}.total-bytes`] = 10 * GIB;
    fields[`fs.${at}.used-bytes`] = GIB;
    fields[`fs.${at}.disk.count`] = disks.length;
    for (const [number, alias] of disks.entries()) fields[`fs.${at}.disk.${number}.alias`] = alias;
  }
}

function writeDisks({ definition }: DomainRecord, fields: Fields): void {
  const disks = disksOf(definition);
  fields["disk.count"] = disks.length;
  for (const [at, disk] of disks.entries()) {
    fields[`disk.${at}.name`] = `/dev/${diskTarget(disk)}`;
    fields[`disk.${at}.partition`] = false;
    fields[`disk.${at}.alias`] = diskTarget(disk);
  }
}

function writeInterfaces(interfaces: readonly GuestInterface[], fields: Fields): void {
  fields["if.count"] = interfaces.length;
  for (const [at, { name, mac, addresses }] of interfaces.entries()) {
    fields[`if.${at}.name`] = name;
    if (mac !== undefined) fields[`if.${at}.hwaddr`] = mac;
    fields[`if.${at}.addr.count`] = addresses.length;
    for (const [number, { type, address, prefix }] of addresses.entries()) {
      fields[`if.${at}.addr.${number}.type`] = type;
      fields[`if.${at}.addr.${number}.addr`] = address;
      fields[`if.${at}.addr.${number}.prefix`] = prefix;
    }
  }
}
