/**
 * How the kind of a machine decides what of its document means anything.
 *
 * @module
 */

import type { Fail, ShapeOf } from "../shape/mod.ts";
import { NO_OS, type os } from "./os.ts";
import { wrong } from "./terms.ts";

type Os = ShapeOf<typeof os>;

/** The fields of a domain that decide about each other. */
interface Kind {
  readonly type: string;
  readonly bootloader?: string;
  readonly bootloaderArgs?: string;
  readonly os: Os;
}

/** The document without what libvirt does not look at for this kind of machine. */
export function canonicalKind<D extends Kind>(domain: D, fail: Fail): D {
  if (domain.os === NO_OS && domain.bootloader === undefined) {
    fail("the element <os> is missing", wrong("an os <type> must be specified"));
  }
  const { bootloaderArgs: _, ...rest } = domain;
  return {
    ...(domain.bootloader === undefined ? rest : domain),
    os: canonicalOs(domain.os, domain),
  } as D;
}

function canonicalOs(os: Os, { type, bootloader }: Kind): Os {
  // A paravirtual Xen guest has been called "linux" for longer than "xen".
  const kind = type === "xen" && os.type.type === "xen" ? "linux" : os.type.type;
  const named: Os = { ...os, type: { ...os.type, type: kind } };
  if (kind === "hvm") return bootloader === undefined ? without(named, INIT) : without(named, [...INIT, ...BOOT]);
  if (kind === "exe") return without(named, [...KERNEL, ...FIRMWARE, ...BOOT]);
  if (kind === "linux" && type !== "xen") return without(named, [...INIT, ...KERNEL, ...FIRMWARE, ...BOOT]);
  return without(named, [...INIT, ...FIRMWARE_CHOICE, ...BOOT]);
}

type OsField = keyof Os & string;

const INIT: readonly OsField[] = ["init", "initArgs", "initEnv", "initDir", "initUser", "initGroup"];
const BOOT: readonly OsField[] = ["boot", "bootMenu", "bios"];
const KERNEL: readonly OsField[] = ["kernel", "initrd", "dtb", "root"];
const FIRMWARE_CHOICE: readonly OsField[] = ["firmware", "firmwareFeatures", "acpiTables"];
const FIRMWARE: readonly OsField[] = [...FIRMWARE_CHOICE, "loader", "nvram"];

function without(os: Os, fields: readonly OsField[]): Os {
  const kept = Object.entries(os).filter(([name]) => !fields.includes(name as OsField));
  return Object.fromEntries(kept) as unknown as Os;
}
