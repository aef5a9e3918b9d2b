/**
 * What a disk may not be, whatever the hypervisor: each row names what is wrong and how libvirt says it. The first row
 * that holds counts.
 *
 * @module
 */

import type { ErrorCode } from "../../../model/error_code.ts";
import type { Disk } from "../devices/disk/disk.ts";
import type { Domain } from "../document.ts";
import { sourceOf } from "./disks.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";
import { VHOST_USER_RULES } from "./vhost_user_rules.ts";

/** Something a disk may not be. */
export interface DiskRule {
  /** Whether it holds. */
  readonly when: (disk: Disk, domain: Domain) => boolean;
  /** What libvirt says. */
  readonly detail: string | ((disk: Disk) => string);
  /** @default {"VIR_ERR_CONFIG_UNSUPPORTED"} */
  readonly code?: ErrorCode;
}

const SECRET_OF_PROTOCOL: Readonly<Record<string, string>> = { iscsi: "iscsi", rbd: "ceph" };
const AUTHENTICATED = ["iscsi", "http", "https", "ftp", "ftps", "ssh", "rbd"];
const SECRETS = ["none", "volume", "ceph", "iscsi", "tls", "vtpm"];
const DRIVE_BUSES = ["ide", "fdc", "scsi", "sata"];

const SOURCE_RULES: readonly DiskRule[] = [
  {
    when: (disk) =>
      disk.type === "network" && authOf(disk) !== undefined && !AUTHENTICATED.includes(protocolOf(disk) ?? ""),
    detail: (disk) => `authentication is not supported for protocol '${protocolOf(disk)}'`,
  },
  {
    when: (disk) =>
      disk.type === "network" && authOf(disk) !== undefined && !SECRETS.includes(authOf(disk)?.secret.type ?? ""),
    detail: (disk) => `unknown secret type '${authOf(disk)?.secret.type ?? "<null>"}'`,
  },
  {
    when: (disk) => {
      const wanted = SECRET_OF_PROTOCOL[protocolOf(disk) ?? ""];
      return authOf(disk) !== undefined && wanted !== undefined && authOf(disk)?.secret.type !== wanted;
    },
    detail: (disk) => `invalid secret type '${authOf(disk)?.secret.type}'`,
  },
  {
    when: (disk) => {
      const encryption = disk.encryption ?? disk.source?.encryption;
      return encryption?.format === "luks" && encryption.cipher !== undefined;
    },
    detail: "supplying <cipher> for domain disk definition is unnecessary",
  },
];

const LUN_RULES: readonly DiskRule[] = [
  {
    when: (disk) => isLun(disk) && disk.type === "network" && protocolOf(disk) !== "iscsi",
    detail: (disk) => `disk device='lun' is not supported for protocol='${protocolOf(disk)}'`,
  },
  {
    when: (disk) => isLun(disk) && !["network", "block", "volume"].includes(disk.type),
    detail: "disk device='lun' is only valid for block type disk source",
  },
  {
    when: (disk) => isLun(disk) && !["raw", "none", undefined].includes(disk.driver?.type),
    detail: "disk device 'lun' must use 'raw' format",
  },
  {
    when: (disk) =>
      isLun(disk) && (disk.encryption ?? disk.source?.encryption ?? { format: "default" }).format !== "default",
    detail: "disk device 'lun' doesn't support encryption",
  },
  {
    when: (disk) => !isLun(disk) && disk.source?.reservations !== undefined,
    detail: "<reservations/> allowed only for lun devices",
  },
  { when: (disk) => !isLun(disk) && disk.rawIo !== undefined, detail: "rawio can be used only with device='lun'" },
  { when: (disk) => !isLun(disk) && disk.sgIo !== undefined, detail: "sgio can be used only with device='lun'" },
];

const LIMIT_RULES: readonly DiskRule[] = (["BytesSec", "IopsSec", "BytesSecMax", "IopsSecMax"] as const).map((
  name,
) => ({
  when: ({ ioTune }) =>
    ioTune?.[`total${name}`] !== undefined && (ioTune[`read${name}`] ?? ioTune[`write${name}`]) !== undefined,
  detail: `total and read/write ${snakeCase(name)} cannot be set at the same time`,
  code: "VIR_ERR_XML_ERROR",
}));

const BUS_RULES: readonly DiskRule[] = [
  {
    when: ({ address, target }) =>
      address !== undefined && address.type !== "drive" && DRIVE_BUSES.includes(target?.bus ?? ""),
    detail: ({ address, target }) =>
      `Invalid address type '${address?.type}' for the disk '${target?.dev}' with the bus type '${target?.bus}'`,
  },
  {
    when: (disk) => !isVirtio(disk) && disk.model !== undefined,
    detail: ({ model, target }) => `disk model '${model}' not supported for bus '${target?.bus}'`,
  },
  {
    when: (disk) => !isVirtio(disk) && disk.driver?.queues !== undefined,
    detail: "queues attribute in disk driver element is only supported by virtio-blk",
  },
  {
    when: (disk) => !isVirtio(disk) && disk.driver?.eventIdx !== undefined,
    detail: "disk event_idx mode supported only for virtio bus",
  },
  {
    when: (disk) => !isVirtio(disk) && disk.driver?.ioEventFd !== undefined,
    detail: "disk ioeventfd mode supported only for virtio bus",
  },
];

const REST: readonly DiskRule[] = [
  {
    when: ({ target, device }) => target?.tray !== undefined && device !== "floppy" && device !== "cdrom",
    detail: "tray is only valid for cdrom and floppy",
  },
  { when: ({ vendor = "" }) => vendor.length > 8, detail: "disk vendor is more than 8 characters" },
  { when: ({ product = "" }) => product.length > 16, detail: "disk product is more than 16 characters" },
  {
    when: ({ device, target }) => device === "floppy" && target?.bus !== "fdc",
    detail: ({ target }) => `Invalid bus type '${target?.bus}' for floppy disk`,
    code: "VIR_ERR_INTERNAL_ERROR",
  },
  {
    when: ({ device, target }) => device !== "floppy" && target?.bus === "fdc",
    detail: ({ target }) => `Invalid bus type '${target?.bus}' for disk`,
    code: "VIR_ERR_INTERNAL_ERROR",
  },
  {
    when: ({ target }) => target?.removable !== undefined && target.bus !== "usb",
    detail: "removable is only valid for usb disks",
    code: "VIR_ERR_XML_ERROR",
  },
  {
    when: ({ device, target }) =>
      (device === "disk" || device === "lun") && !/^(hd|sd|vd|xvd|ubd)/.test(target?.dev ?? ""),
    detail: ({ target }) => `Invalid harddisk device name: ${target?.dev}`,
    code: "VIR_ERR_INTERNAL_ERROR",
  },
  {
    when: ({ device, target }) => device === "floppy" && !target?.dev?.startsWith("fd"),
    detail: ({ target }) => `Invalid floppy device name: ${target?.dev}`,
    code: "VIR_ERR_INTERNAL_ERROR",
  },
  {
    when: (disk) => disk.device === "disk" && isEmpty(disk),
    detail: ({ target }) => target?.dev ?? "",
    code: "VIR_ERR_NO_SOURCE",
  },
];

const RULES: readonly DiskRule[] = [
  {
    when: ({ target }) => target?.dev === undefined,
    detail: (disk) => disk.source === undefined ? "" : sourceOf(disk),
    code: "VIR_ERR_NO_TARGET",
  },
  ...SOURCE_RULES,
  { when: ({ sgIo }) => sgIo === "unfiltered", detail: "unfiltered sgio is no longer supported" },
  ...LUN_RULES,
  ...LIMIT_RULES,
  ...BUS_RULES,
  ...VHOST_USER_RULES,
  ...REST,
];

/** Refuses disks that are handed over as open files, where the driver takes none. */
export function checkDiskFiles(domain: Domain, { accepts }: NormaliseContext): Domain {
  if (accepts.has("disk-fd")) return domain;
  const handed = domain.devices.disks?.find(({ type, source }) => type === "file" && source?.fdGroup !== undefined);
  if (handed !== undefined) refuseUnsupported(`driver does not support FD passing for disk '${handed.target?.dev}'`);
  return domain;
}

/** Refuses disks that break a rule. */
export function checkDiskRules(domain: Domain): Domain {
  for (const disk of domain.devices.disks ?? []) {
    for (const { when, detail, code = "VIR_ERR_CONFIG_UNSUPPORTED" } of RULES) {
      if (when(disk, domain)) refuse(typeof detail === "string" ? detail : detail(disk), code);
    }
  }
  return domain;
}

function isLun(disk: Disk): boolean {
  return disk.device === "lun";
}

function isVirtio(disk: Disk): boolean {
  return disk.target?.bus === "virtio";
}

function protocolOf(disk: Disk): string | undefined {
  return disk.type === "network" ? disk.source?.protocol : undefined;
}

function authOf(disk: Disk): Disk["auth"] {
  return disk.auth ?? (disk.type === "network" ? disk.source?.auth : undefined);
}

/** Whether there is nothing in the drive. */
function isEmpty(disk: Disk): boolean {
  if (disk.source === undefined) return true;
  switch (disk.type) {
    case "file":
      return disk.source.file === undefined && disk.source.fdGroup === undefined;
    case "block":
      return disk.source.dev === undefined;
    case "dir":
      return disk.source.dir === undefined;
    case "volume":
      return disk.source.pool === undefined;
    default:
      return false;
  }
}

function snakeCase(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
