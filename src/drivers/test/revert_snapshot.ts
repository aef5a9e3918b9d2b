/**
 * Takes a guest back to a snapshot.
 *
 * @module
 */

import { SNAPSHOT_REVERT_FLAGS, type SnapshotRevertFlags } from "../../model/domain_snapshot.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { SnapshotsPart } from "../contract.ts";
import type { DomainRecord } from "./domain_record.ts";
import { requireSnapshot } from "./domain_snapshots.ts";
import { type Guests, startDomain, stopDomain, tell } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { runJob } from "./job.ts";
import { refuseFlags } from "./refuse_flags.ts";

/** The call. */
export function createRevert(guests: Guests): NonNullable<SnapshotsPart["revert"]> {
  const { hypervisor, list } = guests;
  return async (ref, flags, { signal }) => {
    refuseFlags(flags, {
      table: SNAPSHOT_REVERT_FLAGS,
      allowed: ["running", "paused", "force"],
      function: "testDomainRevertToSnapshot",
    });
    const record = list.require(ref.domain);
    await runJob({ hypervisor, record }, { call: "virDomainRevertToSnapshot", operation: "snapshotRevert" }, {
      ...(signal === undefined ? {} : { signal }),
      finish: () => revert(guests, record, { name: ref.name, flags }),
    });
  };
}

function revert(
  guests: Guests,
  record: DomainRecord,
  { name, flags }: { readonly name: string; readonly flags: SnapshotRevertFlags },
): void {
  const found = requireSnapshot(record, name);
  const { state, domain } = found.document;
  const online = state === "running" || state === "paused";
  if (!record.persistent && !online && !flags.running && !flags.paused) {
    const detail = "transient domain needs to request run or pause to revert to inactive snapshot";
    throw failure("VIR_ERR_OPERATION_INVALID", detail);
  }
  if (domain === undefined) {
    const detail = `snapshot '${name}' lacks domain '${record.name}' rollback info`;
    throw failure("VIR_ERR_SNAPSHOT_REVERT_RISKY", detail);
  }
  if (record.id !== -1) stop(guests, record);
  assign(guests, record, domain);
  if (online || flags.running || flags.paused) {
    start(guests, record, !flags.running && (state === "paused" || Boolean(flags.paused)));
  }
  record.snapshots.current = found;
}

function stop(guests: Guests, record: DomainRecord): void {
  stopDomain(guests, record, "fromSnapshot");
  tell(guests, record, { change: "stopped", detail: "fromSnapshot" });
}

/** What was stored then is what is stored now; a transient guest has its number until it gets another. */
function assign({ list }: Guests, record: DomainRecord, domain: Domain): void {
  list.unnumber(record);
  record.id = -1;
  list.assign(record, { ...domain, name: record.name });
}

function start(guests: Guests, record: DomainRecord, paused: boolean): void {
  startDomain(guests, record, "fromSnapshot");
  tell(guests, record, { change: "started", detail: "fromSnapshot" });
  if (!paused) return;
  record.state = { state: "paused", reason: "fromSnapshot" };
  tell(guests, record, { change: "suspended", detail: "fromSnapshot" });
}
