/**
 * What the document of a snapshot becomes when it is to be made, or to be known again.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { nameOfMoment } from "../parts/moment.ts";
import type { Snapshot } from "./document.ts";
import { refuse } from "./terms.ts";

/** How a snapshot is made. */
export interface NewSnapshotOptions {
  /** The present, in milliseconds since 1970. */
  readonly now: number;
  /** Whether the memory of the domain is left out: it is off, or only its disks are meant. */
  readonly offline: boolean;
}

/**
 * A snapshot that is to be made: what only one that exists has is overlooked.
 *
 * @throws {VirtError} Memory cannot be kept of a domain that is off.
 */
export function newSnapshot(document: Snapshot, { now, offline }: NewSnapshotOptions): Snapshot {
  const { name, description, memory, disks } = document;
  if (offline) refuseMemory(document);
  return defined({
    name: name ?? nameOfMoment(now),
    description,
    creationTime: Math.floor(now / 1000),
    memory,
    disks,
  });
}

/**
 * A snapshot that existed before and is to be known again.
 *
 * @throws {VirtError} Something that every snapshot has is missing.
 */
export function redefinedSnapshot(document: Snapshot): Snapshot {
  const { name, description, state, parent, creationTime, memory, ...rest } = document;
  if (name === undefined) refuse("a redefined snapshot must have a name", "VIR_ERR_XML_ERROR");
  if (creationTime === undefined) refuse("missing creationTime from existing snapshot", "VIR_ERR_INTERNAL_ERROR");
  if (state === undefined) refuse("missing state from existing snapshot", "VIR_ERR_XML_ERROR");
  if (state === "nostate") refuse("Invalid state 'nostate' in domain snapshot XML");
  const offline = state === "shutoff" || state === "disk-snapshot";
  if (offline) refuseMemory(document);
  const kept = memory ?? { snapshot: offline ? "no" as const : "internal" as const };
  return defined({ name, description, state, parent, creationTime, memory: kept, ...rest }) as Snapshot;
}

function refuseMemory({ memory }: Snapshot): void {
  if (memory === undefined || memory.snapshot === "no") return;
  refuse("memory state cannot be saved with offline or disk-only snapshot", "VIR_ERR_XML_ERROR");
}

/** Whether anything of the snapshot is kept outside of the domain's own images. */
export function isExternal({ memory, disks = [] }: Snapshot): boolean {
  return memory?.snapshot === "external" || disks.some((disk) => disk.snapshot === "external");
}
