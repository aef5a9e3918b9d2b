/**
 * What events of everything that is no domain look like in a message.
 *
 * @module
 */

import {
  type ConnectionEvent,
  DOMAIN_METADATA_TYPES,
  type DomainEvent,
  NETWORK_LIFECYCLE_EVENTS,
  NODE_DEVICE_LIFECYCLE_EVENTS,
  SECRET_LIFECYCLE_EVENTS,
  type SecretRef,
  STORAGE_POOL_LIFECYCLE_EVENTS,
} from "../../model/mod.ts";
import { secretToWire } from "../../wire/libvirt/references.ts";

/** What stands in the event's message besides the id of the callback. */
export function objectEventBody(event: Exclude<ConnectionEvent, DomainEvent>): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case "network":
      if (event.event === "metadataChange") {
        return { net: event.network, type: DOMAIN_METADATA_TYPES[event.type], nsuri: event.namespaceUri };
      }
      return { net: event.network, event: NETWORK_LIFECYCLE_EVENTS[event.change], detail: 0 };
    case "storagePool":
      if (event.event === "refresh") return { pool: event.pool };
      return { pool: event.pool, event: STORAGE_POOL_LIFECYCLE_EVENTS[event.change], detail: 0 };
    case "nodeDevice":
      if (event.event === "update") return { dev: event.device };
      return { dev: event.device, event: NODE_DEVICE_LIFECYCLE_EVENTS[event.change], detail: 0 };
    case "secret":
      if (event.event === "valueChanged") return secretOf(event.secret);
      return { ...secretOf(event.secret), event: SECRET_LIFECYCLE_EVENTS[event.change], detail: 0 };
  }
}

function secretOf(secret: SecretRef): Readonly<Record<string, unknown>> {
  return { secret: secretToWire(secret) };
}
