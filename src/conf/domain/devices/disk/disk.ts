/**
 * `<disk>`.
 *
 * @module
 */

import { storageAuth } from "../../../parts/storage_auth.ts";
import { storageEncryption } from "../../../parts/storage_encryption.ts";
import {
  attribute,
  child,
  children,
  type Fail,
  type FieldsOf,
  flag,
  mapped,
  merge,
  nonZero,
  oneOf,
  onOff,
  type Part,
  path,
  type ReadContext,
  refine,
  string,
  textOf,
  uint32,
  yesNo,
} from "../../../shape/mod.ts";
import { unsupported } from "../../terms.ts";
import { bootableInfo } from "../device_info.ts";
import { backingStore } from "./backing_store.ts";
import { completeDisk } from "./complete_disk.ts";
import { orderDisks } from "./disk_order.ts";
import { diskDriver } from "./driver.ts";
import { ioTune } from "./iotune.ts";
import { mirror } from "./mirror.ts";
import { type Storage, storage } from "./source.ts";

const geometry = mapped(
  child("geometry", {
    cylinders: attribute("cyls", uint32(), { default: 0 }),
    heads: attribute("heads", uint32(), { default: 0 }),
    sectors: attribute("secs", uint32(), { default: 0 }),
    translation: attribute("trans", oneOf("none", "auto", "lba")),
  }),
  {
    parse: (value) => value === undefined || value.cylinders * value.heads * value.sectors === 0 ? undefined : value,
    format: (value) => value,
  },
);

const target = child("target", {
  dev: attribute("dev", string),
  bus: attribute("bus", oneOf("ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd")),
  tray: attribute("tray", oneOf("open"), { drop: ["closed"] }),
  removable: attribute("removable", onOff),
  rotationRate: nonZero(attribute("rotation_rate", uint32())),
});

const beforeSource = {
  device: attribute("device", oneOf("disk", "cdrom", "floppy", "lun"), { default: "disk" }),
  model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional"), { drop: ["default"] }),
  rawIo: attribute("rawio", yesNo),
  sgIo: attribute("sgio", oneOf("filtered", "unfiltered")),
  snapshot: attribute("snapshot", oneOf("no", "internal", "external", "manual")),
  driver: diskDriver,
  auth: child("auth", storageAuth),
} as const;

const afterSource = {
  backingStore,
  backendDomain: path("backenddomain", attribute("name", string)),
  geometry,
  blockIo: child("blockio", {
    logicalBlockSize: nonZero(attribute("logical_block_size", uint32())),
    physicalBlockSize: nonZero(attribute("physical_block_size", uint32())),
  }, { empty: "omit" }),
  mirror,
  target,
  ioTune,
  readonly: flag("readonly"),
  shareable: flag("shareable"),
  transient: child("transient", { shareBacking: attribute("shareBacking", yesNo, { drop: ["no"] }) }),
  serial: child("serial", textOf(string)),
  wwn: child("wwn", textOf(string)),
  vendor: child("vendor", textOf(string)),
  product: child("product", textOf(string)),
  encryption: child("encryption", storageEncryption, { empty: "block" }),
  ...bootableInfo,
} as const;

/** What a disk of any type has. */
export interface DiskFields extends FieldsOf<typeof beforeSource>, FieldsOf<typeof afterSource> {}

/** A disk. */
export type Disk = DiskFields & Storage;

const parts: Part<Disk> = merge(beforeSource, storage({ default: "file" }), afterSource);

const givenDisk: Part<Disk> = refine(refine(parts, checkTwice), checkSchema);

/** The content of `<disk>`. */
export const disk: Part<Disk> = mapped(givenDisk, { parse: completeDisk, format: (value) => value });

/** Every `<disk>`; libvirt orders them before it knows the buses that follow from their names. */
export const disks = mapped(children("disk", givenDisk), {
  parse: (given): readonly Disk[] | undefined => given && orderDisks(given).map(completeDisk),
  format: (value) => value,
});

/** What libvirt's schema alone asks for. */
function checkSchema({ type, source, device, target, auth }: Disk, fail: Fail, { lenient }: ReadContext): void {
  if (lenient) return;
  if (target?.dev === undefined) fail("the target's dev is missing");
  if (type === "network" && source === undefined) fail("a disk of type network has a source");
  if (device === "lun" && (type === "file" || type === "dir")) fail("a lun is no file", { attribute: "type" });
  const secret = auth?.secret ?? (source !== undefined && "auth" in source ? source.auth?.secret : undefined);
  if (secret !== undefined && secret.type !== "ceph" && secret.type !== "iscsi") {
    fail("the secret is for ceph or iscsi");
  }
}

/** Authentication and encryption stand in the source or beside it. */
function checkTwice({ source, auth, encryption }: Disk, fail: Fail): void {
  if (auth !== undefined && source !== undefined && "auth" in source) {
    fail("auth is given twice", unsupported("an <auth> definition already found for disk source"));
  }
  if (encryption === undefined || source?.encryption === undefined) return;
  fail("encryption is given twice", unsupported("an <encryption> definition already found for disk source"));
}
