/**
 * Which disks of a domain take part in a backup, and where their copies go.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { VirtError } from "../../model/error.ts";
import type { Disk } from "../domain/devices/disk/disk.ts";
import { hasMedium, imagePath } from "../domain/find_disk.ts";
import type { Backup, BackupDisk } from "./document.ts";

/**
 * The backup with every disk of the domain; `suffix` names the files that are made for it.
 *
 * @throws {VirtError} A disk is not the domain's, is named twice, or cannot be copied.
 */
export function alignBackupDisks(backup: Backup, disks: readonly Disk[], suffix: string): Backup {
  if (disks.length === 0) refuse("domain must have at least one disk to perform backup");
  const wanted = backup.disks ?? [];
  const targets = new Set<string>();
  const named = wanted.map((each): BackupDisk => {
    const disk = disks.find(({ target }) => target?.dev === each.name);
    if (disk === undefined) return refuse(`no disk named '${each.name}'`);
    if (targets.has(each.name)) refuse(`disk '${each.name}' specified twice`);
    targets.add(each.name);
    if (each.backupMode === "incremental" && (each.incremental ?? backup.incremental) === undefined) {
      const need = "requires setting 'incremental' field for disk or backup";
      refuse(`'incremental' backup mode of disk '${each.name}' ${need}`);
    }
    return each.backup ? stored(each, disk, suffix) : each;
  });
  const others = disks.filter(({ target }) => !targets.has(target?.dev ?? ""));
  const added = others.map((disk): BackupDisk => {
    const name = disk.target?.dev ?? "";
    const all = wanted.length === 0 && hasMedium(disk) && disk.readonly !== true;
    return all ? stored({ name, backup: true }, disk, suffix) : { name, backup: false };
  });
  return { ...backup, disks: [...named, ...added].map((disk) => withMode(disk, backup.incremental)) } as Backup;
}

/** The disk with a place for its copy: beside the image, where that is a file. */
function stored(wanted: BackupDisk, disk: Disk, suffix: string): BackupDisk {
  if (wanted.type !== undefined) return hasMedium(disk) ? wanted : refuse(`disk '${wanted.name}' has no media`);
  if (disk.type !== "file") return refuse(`refusing to generate file name for disk '${wanted.name}'`);
  return { ...wanted, type: "file", source: { file: `${imagePath(disk)}.${suffix}` } };
}

function withMode(disk: BackupDisk, since: string | undefined): BackupDisk {
  const backupMode = disk.backupMode ?? ((since ?? disk.incremental) === undefined ? "full" : "incremental");
  const incremental = disk.incremental ?? (backupMode === "incremental" ? since : undefined);
  return defined({ ...disk, backupMode, incremental }) as BackupDisk;
}

function refuse(detail: string): never {
  throw new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", detail, { domain: "VIR_FROM_DOMAIN" });
}
