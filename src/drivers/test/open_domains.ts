/**
 * The guests that a hypervisor begins with, in the states that its file gives them.
 *
 * @module
 */

import type { DomainStateAndReason } from "../../model/domain_state_reason.ts";
import { parseDefinition } from "./definition.ts";
import { DomainList } from "./domain_list.ts";
import { noteTaints } from "./domain_messages.ts";
import { type Guests, startDomain } from "./domain_state.ts";
import type { Hypervisor } from "./hypervisor.ts";
import type { NodeDomain } from "./node_document.ts";
import { openSnapshots } from "./open_snapshots.ts";

/**
 * The hypervisor with its guests.
 *
 * @throws VirtError where one of them cannot be
 */
export function openDomains(hypervisor: Hypervisor): Guests {
  const guests = { hypervisor, list: new DomainList() };
  for (const domain of hypervisor.node.domains) openDomain(guests, domain);
  return guests;
}

function openDomain(guests: Guests, { xml, state, transient, hasManagedSave, snapshots }: NodeDomain): void {
  const { record } = guests.list.add(parseDefinition(guests.hypervisor, xml));
  openSnapshots(record, snapshots);
  record.persistent = !transient;
  if (state !== "shutoff") startDomain(guests, record, "booted");
  if (hasManagedSave) record.managedSave = record.definition;
  // Every state has this reason: nobody was there to see how it came.
  record.state = { state, reason: "unknown" } as DomainStateAndReason;
  noteTaints(record);
}
