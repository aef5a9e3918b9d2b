/**
 * Makes snapshots: of a guest as it is, or of what is known of an earlier one.
 *
 * @module
 */

import { parseShape } from "../../conf/shape/mod.ts";
import { alignSnapshotDisks } from "../../conf/snapshot/align_disks.ts";
import { isExternal, newSnapshot, redefinedSnapshot } from "../../conf/snapshot/complete_snapshot.ts";
import { type Snapshot, snapshot, snapshotRequest } from "../../conf/snapshot/document.ts";
import { SNAPSHOT_CREATE_FLAGS, type SnapshotCreateFlags } from "../../model/domain_snapshot.ts";
import type { SnapshotsPart } from "../contract.ts";
import { addMoment, refuseCycles } from "./choose_moments.ts";
import { imagePath } from "../../conf/domain/find_disk.ts";
import { disksOf } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { type Guests, stopDomain, tell } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { runJob } from "./job.ts";
import type { SnapshotRecord } from "./moment_records.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";

/** The call that makes one. */
export function createSnapshotOf(guests: Guests): SnapshotsPart["create"] {
  const { hypervisor, list } = guests;
  return async (ref, xml, flags, { signal }) => {
    refuseFlags(flags, {
      table: SNAPSHOT_CREATE_FLAGS,
      allowed: ["redefine", "current", "halt", "quiesce", "atomic", "live", "validate"],
      function: "testDomainSnapshotCreateXML",
    });
    const record = list.require(ref);
    if (record.checkpoints.size > 0) {
      throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "cannot create snapshot while checkpoint exists");
    }
    if (!record.persistent && flags.halt) {
      throw failure("VIR_ERR_OPERATION_INVALID", "cannot halt after transient domain snapshot");
    }
    const unknown = flags.validate ? "error" : "ignore";
    const shape = flags.redefine || flags.validate ? snapshot : snapshotRequest;
    const document: Snapshot = parsing("the snapshot", () => parseShape(shape, xml, { unknown, live: false }));
    if (flags.redefine) return { name: redefine(record, document, flags), domain: domainRef(record) };
    let name = "";
    await runJob({ hypervisor, record }, { call: "virDomainSnapshotCreateXML", operation: "snapshot" }, {
      ...(signal === undefined ? {} : { signal }),
      finish: async () => void (name = await take(guests, record, document, flags)),
    });
    return { name, domain: domainRef(record) };
  };
}

async function take(
  guests: Guests,
  record: DomainRecord,
  given: Snapshot,
  flags: SnapshotCreateFlags,
): Promise<string> {
  const { clock, files } = guests.hypervisor;
  const document = { ...newSnapshot(given, { now: clock.now(), offline: false }), domain: record.definition };
  if (document.disks?.some((disk) => disk.snapshot === "manual")) {
    const detail = "'manual' snapshot mode is not supported by the test driver";
    throw failure("VIR_ERR_OPERATION_UNSUPPORTED", detail);
  }
  const external = document.memory?.snapshot === "external";
  const { state } = record.state;
  const memory = external ? {} : { memory: { snapshot: state === "shutoff" ? "no" as const : "internal" as const } };
  const regular = external ? await regularFiles(record, files) : new Set<string>();
  const aligned = alignSnapshotDisks({ ...document, state, ...memory }, {
    disks: disksOf(record.definition),
    default: external ? "external" : "internal",
    uniformInternal: true,
    isFile: (path) => regular.has(path),
  });
  const { name = "" } = aligned;
  const parent = record.snapshots.current?.name;
  const made: SnapshotRecord = { name, document: aligned, ...(parent === undefined ? {} : { parent }) };
  addMoment(record.snapshots, made);
  record.snapshots.current = made;
  if (flags.halt && record.id !== -1) {
    stopDomain(guests, record, "fromSnapshot");
    tell(guests, record, { change: "stopped", detail: "fromSnapshot" });
  }
  return name;
}

async function regularFiles(
  { definition }: DomainRecord,
  files: Guests["hypervisor"]["files"],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const disk of disksOf(definition)) {
    const path = imagePath(disk);
    if (path !== undefined && (await files.stat(path))?.kind === "file") found.add(path);
  }
  return found;
}

/** Puts in what is known of a snapshot, in the place of one of its name. */
export function redefine(
  { uuid, snapshots }: Pick<DomainRecord, "uuid" | "snapshots">,
  given: Snapshot,
  flags: Pick<SnapshotCreateFlags, "current" | "diskOnly">,
): string {
  // Which one is active is known here, and libvirt's test hypervisor keeps no cookie.
  const { name = "", active: _, cookie: __, ...rest } = redefinedSnapshot(given);
  const { parent, ...document } = { ...rest, name };
  refuseCycles(snapshots, parent === undefined ? { name } : { name, parent });
  const other = snapshots.find(name);
  refuseOther(document, { uuid, other: other?.document });
  const domain = document.domain ?? other?.document.domain;
  if (domain === undefined) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "missing domain in snapshot", { domain: "VIR_FROM_DOMAIN_SNAPSHOT" });
  }
  const external = document.state === "disk-snapshot" || isExternal(document);
  const aligned = alignSnapshotDisks(document, {
    disks: disksOf(domain),
    default: external ? "external" : "internal",
    uniformInternal: true,
    isFile: () => false,
  });
  const known: SnapshotRecord = { name, document: aligned, ...(parent === undefined ? {} : { parent }) };
  const wasCurrent = other !== undefined && snapshots.current === other;
  snapshots.set(known);
  if (flags.current || wasCurrent) snapshots.current = known;
  return name;
}

function refuseOther(
  { name, state, domain }: Snapshot,
  { uuid, other }: { readonly uuid: string; readonly other: Snapshot | undefined },
): void {
  const refuse = (detail: string): Error =>
    failure("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_DOMAIN_SNAPSHOT" });
  if (domain?.uuid !== undefined && domain.uuid !== uuid) {
    throw refuse(`definition for snapshot ${name} must use uuid ${uuid}`);
  }
  if (other === undefined) return;
  const online = (of: Snapshot["state"]): boolean => of === "running" || of === "paused";
  if (online(state) !== online(other.state)) {
    throw refuse(`cannot change between online and offline snapshot state in snapshot ${name}`);
  }
  if ((state === "disk-snapshot") !== (other.state === "disk-snapshot")) {
    throw refuse(`cannot change between disk only and full system in snapshot ${name}`);
  }
}
