/**
 * Everything a connection can tell about its objects, as one union: tell the members apart by `kind` and `event`.
 *
 * @module
 */

import type { DomainEvent, MetadataPayload } from "./event_domain.ts";
import type {
  NetworkLifecycleEventName,
  NodeDeviceLifecycleEventName,
  SecretLifecycleEventName,
  StoragePoolLifecycleEventName,
} from "./event_lifecycle.ts";
import type { DomainRef, NetworkRef, NodeDeviceRef, SecretRef, StoragePoolRef } from "./object_refs.ts";

/** A network came into being, began or ended to run. */
export interface NetworkLifecycleEvent {
  /** What it is about. */
  readonly kind: "network";
  /** What happened. */
  readonly event: "lifecycle";
  /** Which network. */
  readonly network: NetworkRef;
  /** What happened to it. */
  readonly change: NetworkLifecycleEventName;
}

/** A network's title, description or metadata was changed. */
export interface NetworkMetadataEvent extends MetadataPayload {
  /** What it is about. */
  readonly kind: "network";
  /** What happened. */
  readonly event: "metadataChange";
  /** Which network. */
  readonly network: NetworkRef;
}

/** An event of a network. */
export type NetworkEvent = NetworkLifecycleEvent | NetworkMetadataEvent;

/** A storage pool came into being, began or ended to run. */
export interface StoragePoolLifecycleEvent {
  /** What it is about. */
  readonly kind: "storagePool";
  /** What happened. */
  readonly event: "lifecycle";
  /** Which pool. */
  readonly pool: StoragePoolRef;
  /** What happened to it. */
  readonly change: StoragePoolLifecycleEventName;
}

/** A storage pool's volumes were read again. */
export interface StoragePoolRefreshEvent {
  /** What it is about. */
  readonly kind: "storagePool";
  /** What happened. */
  readonly event: "refresh";
  /** Which pool. */
  readonly pool: StoragePoolRef;
}

/** An event of a storage pool. */
export type StoragePoolEvent = StoragePoolLifecycleEvent | StoragePoolRefreshEvent;

/** A device of the host came or left. */
export interface NodeDeviceLifecycleEvent {
  /** What it is about. */
  readonly kind: "nodeDevice";
  /** What happened. */
  readonly event: "lifecycle";
  /** Which device. */
  readonly device: NodeDeviceRef;
  /** What happened to it. */
  readonly change: NodeDeviceLifecycleEventName;
}

/** A device of the host was changed. */
export interface NodeDeviceUpdateEvent {
  /** What it is about. */
  readonly kind: "nodeDevice";
  /** What happened. */
  readonly event: "update";
  /** Which device. */
  readonly device: NodeDeviceRef;
}

/** An event of a device of the host. */
export type NodeDeviceEvent = NodeDeviceLifecycleEvent | NodeDeviceUpdateEvent;

/** A secret came or left. */
export interface SecretLifecycleEvent {
  /** What it is about. */
  readonly kind: "secret";
  /** What happened. */
  readonly event: "lifecycle";
  /** Which secret. */
  readonly secret: SecretRef;
  /** What happened to it. */
  readonly change: SecretLifecycleEventName;
}

/** A secret has another value. */
export interface SecretValueEvent {
  /** What it is about. */
  readonly kind: "secret";
  /** What happened. */
  readonly event: "valueChanged";
  /** Which secret. */
  readonly secret: SecretRef;
}

/** An event of a secret. */
export type SecretEvent = SecretLifecycleEvent | SecretValueEvent;

/** What a connection tells about its objects. */
export type ConnectionEvent = DomainEvent | NetworkEvent | StoragePoolEvent | NodeDeviceEvent | SecretEvent;

/** The kinds of object that events are about. */
export type EventKind = ConnectionEvent["kind"];

/** The object that an event is about, as far as every kind of object has it. */
export interface EventObject {
  /** Its name; secrets have none. */
  readonly name?: string;
  /** Its UUID; devices of the host have none. */
  readonly uuid?: string;
}

/** The object that an event is about. */
export function eventObject(
  event: ConnectionEvent,
): DomainRef | NetworkRef | StoragePoolRef | NodeDeviceRef | SecretRef {
  switch (event.kind) {
    case "domain":
      return event.domain;
    case "network":
      return event.network;
    case "storagePool":
      return event.pool;
    case "nodeDevice":
      return event.device;
    case "secret":
      return event.secret;
  }
}
