/**
 * Guests that start and stop, with what is told of it.
 *
 * @module
 */

import type { DomainLifecycle } from "../../model/domain_lifecycle.ts";
import type { DomainRunningReason, DomainShutoffReason } from "../../model/domain_state.ts";
import type { DomainList } from "./domain_list.ts";
import { domainRef } from "./domain_ref.ts";
import type { DomainRecord } from "./domain_record.ts";
import { notRunning } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { DEFAULT_POLLING, ioThreadIds } from "./io_threads.ts";

/** The hypervisor and its guests: what every call about guests works on. */
export interface Guests {
  readonly hypervisor: Hypervisor;
  readonly list: DomainList;
}

/** Tells that a guest changed, with the name and number it has now. */
export function tell({ hypervisor }: Guests, record: DomainRecord, what: DomainLifecycle): void {
  hypervisor.emit({ kind: "domain", event: "lifecycle", domain: domainRef(record), ...what });
}

/**
 * Refuses a guest that is off.
 *
 * @throws VirtError "domain is not running"
 */
export function requireRunning({ id }: DomainRecord): void {
  if (id === -1) throw notRunning();
}

/** Lets a guest run under a number of its own. */
export function startDomain({ list }: Guests, record: DomainRecord, reason: DomainRunningReason): void {
  record.state = { state: "running", reason };
  list.number(record);
  if (record.persistent) record.stored ??= record.definition;
  record.managedSave = undefined;
  record.ioThreads.clear();
  for (const id of ioThreadIds(record.definition)) record.ioThreads.set(id, DEFAULT_POLLING);
}

/** Stops a guest: what is stored of it comes back, and a transient one is forgotten once it was told. */
export function stopDomain(guests: Guests, record: DomainRecord, reason: DomainShutoffReason): void {
  guests.list.unnumber(record);
  if (record.stored !== undefined) {
    record.definition = record.stored;
    record.stored = undefined;
    record.id = -1;
  }
  record.state = { state: "shutoff", reason };
  endWork(record);
}

/** Ends what goes on in a guest: jobs, and the flows that somebody has open. */
export function endWork(record: DomainRecord): void {
  record.job?.abort.abort();
  for (const job of record.blockJobs.values()) job.end.abort();
  record.blockJobs.clear();
  for (const close of record.openDevices.values()) close();
  record.openDevices.clear();
  record.dirtyRate = undefined;
}

/** Forgets a guest that is not defined and has stopped. */
export function forgetTransient({ list }: Guests, record: DomainRecord): void {
  if (!record.persistent) list.remove(record);
}
