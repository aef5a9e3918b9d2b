/**
 * Snapshots: made, listed, described, deleted.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { formatShape } from "../../conf/shape/mod.ts";
import { isExternal } from "../../conf/snapshot/complete_snapshot.ts";
import { type Snapshot, snapshot } from "../../conf/snapshot/document.ts";
import { SNAPSHOT_DELETE_FLAGS, type SnapshotListFlags } from "../../model/domain_snapshot.ts";
import type { DomainRef, DomainSnapshotRef } from "../../model/object_refs.ts";
import type { SnapshotsPart } from "../contract.ts";
import { chooseMoments, noMoment, removeMoment } from "./choose_moments.ts";
import { createSnapshotOf } from "./create_snapshot.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import type { Guests } from "./domain_state.ts";
import { waitForJob } from "./job.ts";
import type { SnapshotRecord } from "./moment_records.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { createRevert } from "./revert_snapshot.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const SNAPSHOTS_CALLS: Partial<CallNames<SnapshotsPart>> = {
  create: "virDomainSnapshotCreateXML",
  getXml: "virDomainSnapshotGetXMLDesc",
  list: "virDomainListAllSnapshots",
  listChildren: "virDomainSnapshotListAllChildren",
  lookupByName: "virDomainSnapshotLookupByName",
  hasCurrent: "virDomainHasCurrentSnapshot",
  getCurrent: "virDomainSnapshotCurrent",
  getParent: "virDomainSnapshotGetParent",
  isCurrent: "virDomainSnapshotIsCurrent",
  hasMetadata: "virDomainSnapshotHasMetadata",
  revert: "virDomainRevertToSnapshot",
  delete: "virDomainSnapshotDelete",
};

/** The part. */
export function createSnapshots(guests: Guests): SnapshotsPart {
  const { hypervisor, list } = guests;
  const create = createSnapshotOf(guests);
  const find = (ref: DomainSnapshotRef): Found => {
    const record = list.require(ref.domain);
    return { record, found: requireSnapshot(record, ref.name) };
  };
  return {
    create,
    getXml: (ref, { secure = false }) =>
      Promise.try(() => {
        const { found: { document, parent } } = find(ref);
        return formatShape(snapshot, defined({ ...document, parent }) as Snapshot, { live: false, secure });
      }),
    list: (ref, filter) =>
      Promise.try(() => {
        const record = list.require(ref);
        return refsOf(record, chooseMoments(record.snapshots, filter), filter);
      }),
    listChildren: (ref, filter) =>
      Promise.try(() => {
        const { record, found } = find(ref);
        return refsOf(record, chooseMoments(record.snapshots, filter, found), filter);
      }),
    lookupByName: (ref, name) => Promise.try(() => refOf(list.require(ref), name)),
    hasCurrent: (ref) => Promise.try(() => list.require(ref).snapshots.current !== undefined),
    getCurrent: (ref) =>
      Promise.try(() => {
        const record = list.require(ref);
        const { current } = record.snapshots;
        if (current === undefined) throw noMoment("snapshot", "the domain does not have a current snapshot");
        return refOf(record, current.name);
      }),
    getParent: (ref) =>
      Promise.try(() => {
        const { record, found: { name, parent } } = find(ref);
        if (parent === undefined) throw noMoment("snapshot", `snapshot '${name}' does not have a parent`);
        return { name: parent, domain: domainRef(record) };
      }),
    isCurrent: (ref) =>
      Promise.try(() => {
        const { record, found } = find(ref);
        return record.snapshots.current === found;
      }),
    hasMetadata: (ref) => Promise.try(() => find(ref).found !== undefined),
    revert: createRevert(guests),
    async delete(ref, flags, { signal }): Promise<void> {
      refuseFlags(flags, {
        table: SNAPSHOT_DELETE_FLAGS,
        allowed: ["children", "childrenOnly"],
        function: "testDomainSnapshotDelete",
      });
      await waitForJob(hypervisor, list.require(ref.domain), signal);
      const { record, found } = find(ref);
      removeMoment(record.snapshots, found, flags);
    },
  };
}

interface Found {
  readonly record: DomainRecord;
  readonly found: SnapshotRecord;
}

/**
 * The snapshot of this name.
 *
 * @throws VirtError where there is none
 */
export function requireSnapshot({ snapshots }: DomainRecord, name: string): SnapshotRecord {
  const found = snapshots.find(name);
  if (found === undefined) throw noMoment("snapshot", `no domain snapshot with matching name '${name}'`);
  return found;
}

function refOf(record: DomainRecord, name: string): DomainSnapshotRef {
  return { name: requireSnapshot(record, name).name, domain: domainRef(record) };
}

function refsOf(
  record: DomainRecord,
  found: readonly SnapshotRecord[],
  filter: Omit<SnapshotListFlags, "roots">,
): DomainSnapshotRef[] {
  const domain: DomainRef = domainRef(record);
  return found.filter(({ document }) => passes(document, filter)).map(({ name }) => ({ name, domain }));
}

function passes(document: Snapshot, filter: Omit<SnapshotListFlags, "roots">): boolean {
  // All that there is to know of a snapshot is metadata here.
  if (filter.noMetadata && !filter.metadata) return false;
  const { state } = document;
  if (filter.inactive || filter.active || filter.diskOnly) {
    const kind = state === "shutoff" ? "inactive" : state === "disk-snapshot" ? "diskOnly" : "active";
    if (!filter[kind]) return false;
  }
  const external = isExternal(document);
  return !(filter.internal && external) && !(filter.external && !external);
}
