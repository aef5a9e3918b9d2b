/**
 * Checkpoints: moments from which changes of disks are noted.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  alignCheckpointDisks,
  newCheckpoint,
  redefinedCheckpoint,
  withBitmapNames,
} from "../../conf/checkpoint/complete_checkpoint.ts";
import { type Checkpoint, checkpoint } from "../../conf/checkpoint/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import { CHECKPOINT_CREATE_FLAGS } from "../../model/domain_checkpoint.ts";
import type { DomainCheckpointRef } from "../../model/object_refs.ts";
import type { CheckpointsPart } from "../contract.ts";
import { addMoment, chooseMoments, noMoment, refuseCycles, removeMoment } from "./choose_moments.ts";
import { disksOf } from "./devices_of.ts";
import { createBackups } from "./domain_backup.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { type Guests, requireRunning } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { waitForJob } from "./job.ts";
import type { CheckpointRecord } from "./moment_records.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const CHECKPOINTS_CALLS: Partial<CallNames<CheckpointsPart>> = {
  create: "virDomainCheckpointCreateXML",
  getXml: "virDomainCheckpointGetXMLDesc",
  list: "virDomainListAllCheckpoints",
  listChildren: "virDomainCheckpointListAllChildren",
  lookupByName: "virDomainCheckpointLookupByName",
  getParent: "virDomainCheckpointGetParent",
  delete: "virDomainCheckpointDelete",
  beginBackup: "virDomainBackupBegin",
  getBackupXml: "virDomainBackupGetXMLDesc",
};

/** Bytes that every bitmap says were written. */
const SIZE = 1024;

/** The part. */
export function createCheckpoints(guests: Guests): CheckpointsPart {
  const { hypervisor, list } = guests;
  const find = (ref: DomainCheckpointRef): { readonly record: DomainRecord; readonly found: CheckpointRecord } => {
    const record = list.require(ref.domain);
    return { record, found: requireCheckpoint(record, ref.name) };
  };
  return {
    async create(ref, xml, flags, { signal }): Promise<DomainCheckpointRef> {
      refuseFlags(flags, {
        table: CHECKPOINT_CREATE_FLAGS,
        allowed: ["redefine", "quiesce"],
        function: "testDomainCheckpointCreateXML",
      });
      const record = list.require(ref);
      await waitForJob(hypervisor, record, signal);
      const name = makeCheckpoint(record, xml, { redefine: flags.redefine ?? false, now: hypervisor.clock.now() });
      return { name, domain: domainRef(record) };
    },
    getXml: (ref, { secure = false, noDomain, size }) =>
      Promise.try(() => {
        const { record, found: { document, parent } } = find(ref);
        if (size) requireRunning(record);
        const { domain, disks, ...rest } = document;
        const sized = disks?.map((disk) => size && disk.checkpoint === "bitmap" ? { ...disk, size: SIZE } : disk);
        const whole = defined({ ...rest, parent, disks: sized, domain: noDomain ? undefined : domain });
        return formatShape(checkpoint, whole as Checkpoint, { live: size ?? false, secure });
      }),
    list: (ref, filter) =>
      Promise.try(() => {
        const record = list.require(ref);
        return refsOf(record, chooseMoments(record.checkpoints, filter));
      }),
    listChildren: (ref, filter) =>
      Promise.try(() => {
        const { record, found } = find(ref);
        return refsOf(record, chooseMoments(record.checkpoints, filter, found));
      }),
    lookupByName: (ref, name) =>
      Promise.try(() => {
        const record = list.require(ref);
        return { name: requireCheckpoint(record, name).name, domain: domainRef(record) };
      }),
    getParent: (ref) =>
      Promise.try(() => {
        const { record, found: { name, parent } } = find(ref);
        if (parent === undefined) throw noMoment("checkpoint", `checkpoint '${name}' does not have a parent`);
        return { name: parent, domain: domainRef(record) };
      }),
    async delete(ref, flags, { signal }): Promise<void> {
      await waitForJob(hypervisor, list.require(ref.domain), signal);
      const { record, found } = find(ref);
      removeMoment(record.checkpoints, found, flags);
    },
    ...createBackups(guests),
  };
}

/**
 * Makes a checkpoint of a guest that runs, and gives its name.
 *
 * @throws VirtError where it cannot be
 */
export function makeCheckpoint(
  record: DomainRecord,
  xml: string,
  { redefine, now }: { readonly redefine: boolean; readonly now: number },
): string {
  if (record.snapshots.size > 0) {
    throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "cannot create checkpoint while snapshot exists");
  }
  if (record.id === -1) {
    throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "cannot create checkpoint for inactive domain");
  }
  const given = parsing("the checkpoint", () => parseShape(checkpoint, xml, { live: false }));
  const made = redefine ? redefined(record, given) : taken(record, given, now);
  const { checkpoints } = record;
  const { current } = checkpoints;
  if (redefine) {
    checkpoints.set(made);
    if (current === undefined || current.name === made.parent || current.name === made.name) checkpoints.current = made;
  } else {
    addMoment(checkpoints, made);
    checkpoints.current = made;
  }
  return made.name;
}

function taken({ definition, checkpoints }: DomainRecord, given: Checkpoint, now: number): CheckpointRecord {
  const aligned = alignCheckpointDisks({ ...newCheckpoint(given, now), domain: definition }, disksOf(definition));
  const parent = checkpoints.current?.name;
  return { name: aligned.name ?? "", document: aligned, ...(parent === undefined ? {} : { parent }) };
}

function redefined({ uuid, checkpoints }: DomainRecord, given: Checkpoint): CheckpointRecord {
  const { parent, ...document } = redefinedCheckpoint(given);
  const { name = "", domain } = document;
  refuseCycles(checkpoints, parent === undefined ? { name } : { name, parent });
  if (domain?.uuid !== undefined && domain.uuid !== uuid) {
    throw failure("VIR_ERR_INVALID_ARG", `definition for checkpoint ${name} must use uuid ${uuid}`, {
      domain: "VIR_FROM_DOMAIN_CHECKPOINT",
    });
  }
  const whole = domain === undefined ? withBitmapNames(document) : alignCheckpointDisks(document, disksOf(domain));
  return { name, document: whole, ...(parent === undefined ? {} : { parent }) };
}

function requireCheckpoint({ checkpoints }: DomainRecord, name: string): CheckpointRecord {
  const found = checkpoints.find(name);
  if (found === undefined) throw noMoment("checkpoint", `no domain checkpoint with matching name '${name}'`);
  return found;
}

function refsOf(record: DomainRecord, found: readonly CheckpointRecord[]): DomainCheckpointRef[] {
  const domain = domainRef(record);
  return found.map(({ name }) => ({ name, domain }));
}
