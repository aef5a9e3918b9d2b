/**
 * What a server's message says about networks, pools, devices and secrets, as an event.
 *
 * @module
 */

import { wordOf } from "../../base/number_table.ts";
import {
  DOMAIN_METADATA_TYPES,
  NETWORK_LIFECYCLE_EVENTS,
  type NetworkEvent,
  NODE_DEVICE_LIFECYCLE_EVENTS,
  type NodeDeviceEvent,
  SECRET_LIFECYCLE_EVENTS,
  type SecretEvent,
  STORAGE_POOL_LIFECYCLE_EVENTS,
  type StoragePoolEvent,
} from "../../model/mod.ts";
import { type EventMessage, type EventProcedureName, secretFromWire } from "../../wire/libvirt/mod.ts";

type ObjectEvent = NetworkEvent | StoragePoolEvent | NodeDeviceEvent | SecretEvent;

/** What each message says; undefined where it says something newer than this program. */
const PARSERS: { readonly [N in EventProcedureName]?: (message: EventMessage<N>) => ObjectEvent | undefined } = {
  NETWORK_EVENT_LIFECYCLE({ net, event }) {
    const change = wordOf(NETWORK_LIFECYCLE_EVENTS, event);
    return change && { kind: "network", event: "lifecycle", network: net, change };
  },
  NETWORK_EVENT_CALLBACK_METADATA_CHANGE({ net, type, nsuri }) {
    const word = wordOf(DOMAIN_METADATA_TYPES, type);
    return word && { kind: "network", event: "metadataChange", network: net, type: word, namespaceUri: nsuri };
  },
  STORAGE_POOL_EVENT_LIFECYCLE({ pool, event }) {
    const change = wordOf(STORAGE_POOL_LIFECYCLE_EVENTS, event);
    return change && { kind: "storagePool", event: "lifecycle", pool, change };
  },
  STORAGE_POOL_EVENT_REFRESH: ({ pool }) => ({ kind: "storagePool", event: "refresh", pool }),
  NODE_DEVICE_EVENT_LIFECYCLE({ dev, event }) {
    const change = wordOf(NODE_DEVICE_LIFECYCLE_EVENTS, event);
    return change && { kind: "nodeDevice", event: "lifecycle", device: dev, change };
  },
  NODE_DEVICE_EVENT_UPDATE: ({ dev }) => ({ kind: "nodeDevice", event: "update", device: dev }),
  SECRET_EVENT_LIFECYCLE({ secret, event }) {
    const change = wordOf(SECRET_LIFECYCLE_EVENTS, event);
    return change && { kind: "secret", event: "lifecycle", secret: secretFromWire(secret), change };
  },
  SECRET_EVENT_VALUE_CHANGED: ({ secret }) => ({
    kind: "secret",
    event: "valueChanged",
    secret: secretFromWire(secret),
  }),
};

/** The event in a message, or undefined for one that is of none of these or newer than this program. */
export function parseObjectEvent(name: EventProcedureName, message: unknown): ObjectEvent | undefined {
  const parse = PARSERS[name] as ((message: unknown) => ObjectEvent | undefined) | undefined;
  return parse?.(message);
}
