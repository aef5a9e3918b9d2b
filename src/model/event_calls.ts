/**
 * Which function of libvirt asks for events of each kind: its permission is the one to hear of them.
 *
 * @module
 */

import type { ApiName } from "./api_permissions.ts";
import type { EventKind } from "./event.ts";

/** The functions with which clients ask for events. */
export const EVENT_REGISTRATIONS = {
  domain: "virConnectDomainEventRegisterAny",
  network: "virConnectNetworkEventRegisterAny",
  storagePool: "virConnectStoragePoolEventRegisterAny",
  nodeDevice: "virConnectNodeDeviceEventRegisterAny",
  secret: "virConnectSecretEventRegisterAny",
} as const satisfies Readonly<Record<EventKind, ApiName>>;
