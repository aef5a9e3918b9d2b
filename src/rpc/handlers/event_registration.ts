/**
 * Asking for events, and no longer.
 *
 * @module
 */

import type { NumberTable } from "../../base/number_table.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  DOMAIN_EVENT_IDS,
  EVENT_REGISTRATIONS,
  type EventKind,
  NETWORK_EVENT_IDS,
  NODE_DEVICE_EVENT_IDS,
  SECRET_EVENT_IDS,
  STORAGE_POOL_EVENT_IDS,
} from "../../model/mod.ts";
import { domainEventMessages } from "../../wire/libvirt/mod.ts";
import type { Call } from "../call.ts";
import { connectionError } from "../error_reply.ts";
import type { Handlers } from "../handler.ts";

/** Asking for events. */
export const eventRegistrationHandlers = {
  CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY: (call, { eventID, dom }) =>
    register(call, "domain", { table: DOMAIN_EVENT_IDS, eventID, object: dom?.uuid }),
  CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY: (call, { callbackID }) => deregister(call, "domain", callbackID),
  CONNECT_NETWORK_EVENT_REGISTER_ANY: (call, { eventID, net }) =>
    register(call, "network", { table: NETWORK_EVENT_IDS, eventID, object: net?.uuid }),
  CONNECT_NETWORK_EVENT_DEREGISTER_ANY: (call, { callbackID }) => deregister(call, "network", callbackID),
  CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY: (call, { eventID, pool }) =>
    register(call, "storagePool", { table: STORAGE_POOL_EVENT_IDS, eventID, object: pool?.uuid }),
  CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY: (call, { callbackID }) => deregister(call, "storagePool", callbackID),
  CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY: (call, { eventID, dev }) =>
    register(call, "nodeDevice", { table: NODE_DEVICE_EVENT_IDS, eventID, object: dev?.name }),
  CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY: (call, { callbackID }) => deregister(call, "nodeDevice", callbackID),
  CONNECT_SECRET_EVENT_REGISTER_ANY: (call, { eventID, secret }) =>
    register(call, "secret", { table: SECRET_EVENT_IDS, eventID, object: secret?.uuid }),
  CONNECT_SECRET_EVENT_DEREGISTER_ANY: (call, { callbackID }) => deregister(call, "secret", callbackID),

  async CONNECT_DOMAIN_EVENT_REGISTER(call) {
    await registerLegacy(call, DOMAIN_EVENT_IDS.lifecycle);
    return { cb_registered: 1 };
  },
  CONNECT_DOMAIN_EVENT_DEREGISTER(call) {
    deregisterLegacy(call, DOMAIN_EVENT_IDS.lifecycle);
    return { cb_registered: 0 };
  },
  CONNECT_DOMAIN_EVENT_REGISTER_ANY: (call, { eventID }) => registerLegacy(call, eventID),
  CONNECT_DOMAIN_EVENT_DEREGISTER_ANY: (call, { eventID }) => deregisterLegacy(call, eventID),
} satisfies Handlers;

interface Wish {
  readonly table: NumberTable;
  readonly eventID: number;
  readonly object: string | undefined;
}

async function register(
  call: Call,
  kind: EventKind,
  { table, eventID, object }: Wish,
): Promise<{ callbackID: number }> {
  const event = eventName(table, eventID);
  await call.session.authorise(EVENT_REGISTRATIONS[kind]);
  const { events, connection } = call.client;
  const callbackID = events.add({ kind, event, object }, connection);
  call.afterReply(() => events.letGo(callbackID));
  return { callbackID };
}

function deregister(call: Call, kind: EventKind, callbackID: number): void {
  if (call.client.events.remove(kind, callbackID)) return;
  throw connectionError(`${WORDS[kind]} event callback ${callbackID} not registered`);
}

/** What libvirt's texts call the events' objects. */
const WORDS = {
  domain: "domain",
  network: "network",
  storagePool: "storage pool",
  nodeDevice: "node device",
  secret: "secret",
} as const satisfies Readonly<Record<EventKind, string>>;

async function registerLegacy(call: Call, eventID: number): Promise<void> {
  const event = legacyEventName(eventID);
  await call.session.authorise(EVENT_REGISTRATIONS.domain);
  const { events, connection } = call.client;
  if (events.hasLegacy(event)) throw connectionError(`domain event ${eventID} already registered`);
  const id = events.add({ kind: "domain", event, legacy: true }, connection);
  call.afterReply(() => events.letGo(id));
}

function deregisterLegacy(call: Call, eventID: number): void {
  if (call.client.events.removeLegacy(legacyEventName(eventID))) return;
  throw connectionError(`domain event ${eventID} not registered`);
}

function legacyEventName(eventID: number): string {
  const event = wordOf(DOMAIN_EVENT_IDS, eventID);
  if (event === undefined || !("legacy" in domainEventMessages[event])) {
    throw connectionError(`unsupported event ID ${eventID}`);
  }
  return event;
}

function eventName(table: NumberTable, eventID: number): string {
  const event = wordOf(table, eventID);
  if (event === undefined) throw connectionError(`unsupported event ID ${eventID}`);
  return event;
}
