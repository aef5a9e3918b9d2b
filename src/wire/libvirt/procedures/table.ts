/**
 * The table of all procedures: by name for those who call, by number for those who are called.
 *
 * @module
 */

import type { Infer } from "../../xdr/mod.ts";
import { PROGRAMS } from "../programs.ts";
import type { EventProcedure, Procedure } from "./procedure.ts";
import { adminProcedures } from "./admin.ts";
import { authProcedures } from "./auth.ts";
import { connectProcedures } from "./connect.ts";
import { domainProcedures } from "./domain.ts";
import { domainBlockProcedures } from "./domain_block.ts";
import { domainCheckpointProcedures } from "./domain_checkpoint.ts";
import { domainDeviceProcedures } from "./domain_device.ts";
import { domainEvents } from "./domain_events.ts";
import { domainGuestProcedures } from "./domain_guest.ts";
import { domainLegacyEvents } from "./domain_legacy_events.ts";
import { domainListProcedures } from "./domain_list.ts";
import { domainMigrationProcedures } from "./domain_migration.ts";
import { domainResourcesProcedures } from "./domain_resources.ts";
import { domainSaveProcedures } from "./domain_save.ts";
import { domainSnapshotProcedures } from "./domain_snapshot.ts";
import { eventRegistrationProcedures } from "./event_registration.ts";
import { interfaceProcedures } from "./interface.ts";
import { keepaliveEvents } from "./keepalive.ts";
import { lxcProcedures } from "./lxc.ts";
import { networkProcedures } from "./network.ts";
import { networkPortProcedures } from "./network_port.ts";
import { nodeProcedures } from "./node.ts";
import { nodeDeviceProcedures } from "./node_device.ts";
import { nwfilterProcedures } from "./nwfilter.ts";
import { objectEvents } from "./object_events.ts";
import { qemuEvents, qemuProcedures } from "./qemu.ts";
import { secretProcedures } from "./secret.ts";
import { storagePoolProcedures } from "./storage_pool.ts";
import { storageVolProcedures } from "./storage_vol.ts";

/** Every procedure that is called. */
export const procedures = {
  ...adminProcedures,
  ...authProcedures,
  ...connectProcedures,
  ...domainProcedures,
  ...domainBlockProcedures,
  ...domainCheckpointProcedures,
  ...domainDeviceProcedures,
  ...domainGuestProcedures,
  ...domainListProcedures,
  ...domainMigrationProcedures,
  ...domainResourcesProcedures,
  ...domainSaveProcedures,
  ...domainSnapshotProcedures,
  ...eventRegistrationProcedures,
  ...interfaceProcedures,
  ...lxcProcedures,
  ...networkProcedures,
  ...networkPortProcedures,
  ...nodeProcedures,
  ...nodeDeviceProcedures,
  ...nwfilterProcedures,
  ...qemuProcedures,
  ...secretProcedures,
  ...storagePoolProcedures,
  ...storageVolProcedures,
};

/** Every message that is sent unasked. */
export const eventProcedures = {
  ...domainEvents,
  ...domainLegacyEvents,
  ...keepaliveEvents,
  ...objectEvents,
  ...qemuEvents,
};

/** The name of a procedure: `DOMAIN_LOOKUP_BY_NAME`. */
export type ProcedureName = keyof typeof procedures;

/** The name of a message that is sent unasked: `DOMAIN_EVENT_CALLBACK_LIFECYCLE`. */
export type EventProcedureName = keyof typeof eventProcedures;

/** What a procedure is called with. */
export type ProcedureArguments<N extends ProcedureName> = Infer<(typeof procedures)[N]["arguments"]>;

/** What a procedure replies; nothing is `void`. */
export type ProcedureReply<N extends ProcedureName> = Infer<(typeof procedures)[N]["reply"]>;

/** What a message says that is sent unasked. */
export type EventMessage<N extends EventProcedureName> = Infer<(typeof eventProcedures)[N]["message"]>;

/** A procedure whose types nobody knows any more: it was found by its number. */
export type FoundProcedure = { readonly name: ProcedureName } & Procedure<unknown, unknown>;

/** A message whose type nobody knows any more: it was found by its number. */
export type FoundEvent = { readonly name: EventProcedureName } & EventProcedure<unknown>;

/** The procedure with this number, or `undefined` where the program has none. */
export function findProcedure(program: number, number: number): FoundProcedure | undefined {
  return proceduresByNumber.get(program)?.get(number);
}

/** The unasked message with this number, or `undefined` where the program has none. */
export function findEventProcedure(program: number, number: number): FoundEvent | undefined {
  return eventsByNumber.get(program)?.get(number);
}

const proceduresByNumber = byNumber<FoundProcedure>(procedures);
const eventsByNumber = byNumber<FoundEvent>(eventProcedures);

type ByNumber<T> = ReadonlyMap<number, ReadonlyMap<number, T>>;

function byNumber<T extends FoundProcedure | FoundEvent>(
  rows: Readonly<Record<string, Omit<T, "name">>>,
): ByNumber<T> {
  const programs = new Map(Object.values(PROGRAMS).map((program) => [program as number, new Map<number, T>()]));
  for (const [name, row] of Object.entries(rows)) {
    programs.get(PROGRAMS[row.program])?.set(row.number, { ...row, name } as T);
  }
  return programs;
}
