/**
 * Events of the server: all of them are asked for as soon as somebody listens, and again after every new link.
 *
 * @module
 */

import { type Log, silentLog } from "../../base/log.ts";
import {
  DOMAIN_EVENT_IDS,
  NETWORK_EVENT_IDS,
  NODE_DEVICE_EVENT_IDS,
  SECRET_EVENT_IDS,
  STORAGE_POOL_EVENT_IDS,
  VirtError,
} from "../../model/mod.ts";
import type { ServerEvent } from "../../wire/libvirt/client/client.ts";
import type { DriverEvent, EventsPart } from "../contract.ts";
import type { Link, LinkListener } from "./link.ts";
import type { OpenServer } from "./open_server.ts";
import { parseDomainEvent } from "./parse_domain_event.ts";
import { parseObjectEvent } from "./parse_object_event.ts";

/** What a listener is called with. */
type Listener = (event: DriverEvent) => void;

/** Events of the server. */
export function createEvents(link: Link, log: Log = silentLog): EventsPart {
  const listeners = new Set<Listener>();
  function tell(event: DriverEvent): void {
    for (const listener of [...listeners]) listener(event);
  }
  const source: LinkListener = {
    begin: askForEvents,
    take(event): void {
      const parsed = parseEvent(event);
      if (parsed !== undefined) tell(parsed);
    },
    missed: (reason) => tell({ kind: "missed", reason }),
  };
  return {
    subscribe(listener): () => void {
      listeners.add(listener);
      if (listeners.size === 1) {
        link.listen(source).catch((error) => {
          log.warn("The server gives no events", { reason: String(error) });
          tell({ kind: "missed", reason: error instanceof Error ? error.message : String(error) });
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) link.ignore();
      };
    },
  };
}

function parseEvent({ name, message }: ServerEvent): DriverEvent | undefined {
  return parseDomainEvent(name, message) ?? parseObjectEvent(name, message);
}

/** Asks for every kind; what a server does not know it refuses, and the rest goes on. */
async function askForEvents({ client, knowsCallbacks }: OpenServer): Promise<void> {
  if (!knowsCallbacks) {
    throw new VirtError("VIR_ERR_NO_SUPPORT", "virConnectDomainEventRegisterAny", {
      domain: "VIR_FROM_REMOTE",
      hint: "The server is older than libvirt 1.3.3: its events are not understood",
    });
  }
  const asked = [
    ...Object.values(DOMAIN_EVENT_IDS).map((eventID) =>
      client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID, dom: undefined })
    ),
    ...Object.values(NETWORK_EVENT_IDS).map((eventID) =>
      client.call("CONNECT_NETWORK_EVENT_REGISTER_ANY", { eventID, net: undefined })
    ),
    ...Object.values(STORAGE_POOL_EVENT_IDS).map((eventID) =>
      client.call("CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY", { eventID, pool: undefined })
    ),
    ...Object.values(NODE_DEVICE_EVENT_IDS).map((eventID) =>
      client.call("CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY", { eventID, dev: undefined })
    ),
    ...Object.values(SECRET_EVENT_IDS).map((eventID) =>
      client.call("CONNECT_SECRET_EVENT_REGISTER_ANY", { eventID, secret: undefined })
    ),
  ];
  await Promise.allSettled(asked);
}
