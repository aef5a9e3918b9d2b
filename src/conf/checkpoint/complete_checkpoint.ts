/**
 * What the document of a checkpoint becomes when it is to be made, or to be known again.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ErrorCode } from "../../model/error_code.ts";
import { VirtError } from "../../model/error.ts";
import type { Disk } from "../domain/devices/disk/disk.ts";
import { findDisk, hasMedium } from "../domain/find_disk.ts";
import { nameOfMoment } from "../parts/moment.ts";
import type { Checkpoint } from "./document.ts";

type CheckpointDisk = NonNullable<Checkpoint["disks"]>[number];

/** A checkpoint that is to be made at the present, in milliseconds since 1970. */
export function newCheckpoint({ name, description, disks }: Checkpoint, now: number): Checkpoint {
  return defined({
    name: name ?? nameOfMoment(now),
    description,
    creationTime: Math.floor(now / 1000),
    disks,
  });
}

/**
 * A checkpoint that existed before and is to be known again.
 *
 * @throws {VirtError} Something that every checkpoint has is missing.
 */
export function redefinedCheckpoint(document: Checkpoint): Checkpoint {
  if (document.name === undefined) refuse("a redefined checkpoint must have a name", "VIR_ERR_XML_ERROR");
  if (document.creationTime === undefined) {
    refuse("missing creationTime from existing checkpoint", "VIR_ERR_INTERNAL_ERROR");
  }
  return document;
}

/**
 * The checkpoint with every disk of the domain, in the domain's order.
 *
 * @throws {VirtError} A disk is not the domain's, is named twice, or cannot be written to.
 */
export function alignCheckpointDisks(checkpoint: Checkpoint, disks: readonly Disk[]): Checkpoint {
  const wanted = checkpoint.disks ?? [];
  if (wanted.length > disks.length) refuse("too many disk checkpoint requests for domain");
  if (disks.length === 0) refuse("domain must have at least one disk to perform checkpoints");
  const byTarget = new Map<string, CheckpointDisk>();
  for (const each of wanted) {
    const disk = findDisk(disks, each.name);
    const target = disk?.target?.dev;
    if (disk === undefined || target === undefined) return refuse(`no disk named '${each.name}'`);
    if (byTarget.has(target)) refuse(`disk '${each.name}' specified twice`);
    if (isFixed(disk) && each.checkpoint !== "no") refuse(`disk '${each.name}' is empty or readonly`);
    byTarget.set(target, { ...each, name: target });
  }
  const others = wanted.length === 0 ? "bitmap" as const : "no" as const;
  const aligned = disks.map((disk): CheckpointDisk => {
    const name = disk.target?.dev ?? "";
    return byTarget.get(name) ?? { name, checkpoint: isFixed(disk) ? "no" : others };
  });
  return { ...checkpoint, disks: aligned.map((disk) => withBitmap(disk, checkpoint.name)) };
}

/** The checkpoint whose bitmaps have names, where the domain is not known. */
export function withBitmapNames(checkpoint: Checkpoint): Checkpoint {
  if (checkpoint.disks === undefined) return checkpoint;
  return { ...checkpoint, disks: checkpoint.disks.map((disk) => withBitmap(disk, checkpoint.name)) };
}

function isFixed(disk: Disk): boolean {
  return !hasMedium(disk) || disk.readonly === true;
}

function withBitmap(disk: CheckpointDisk, name: string | undefined): CheckpointDisk {
  return disk.checkpoint === "no" || disk.bitmap !== undefined
    ? disk
    : defined({ ...disk, bitmap: name }) as CheckpointDisk;
}

function refuse(detail: string, code: ErrorCode = "VIR_ERR_CONFIG_UNSUPPORTED"): never {
  throw new VirtError(code, detail, { domain: "VIR_FROM_DOMAIN_CHECKPOINT" });
}
