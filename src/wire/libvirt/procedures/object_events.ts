/**
 * Events of everything that is not a domain.
 *
 * @module
 */

import { i32, optStr } from "../../xdr/mod.ts";
import { network, nodeDevice, secret, storagePool } from "../objects.ts";
import { event } from "./procedure.ts";

/** Events of everything that is not a domain. */
export const objectEvents = {
  NETWORK_EVENT_LIFECYCLE: event(315, { callbackID: i32, net: network, event: i32, detail: i32 }),
  CONNECT_EVENT_CONNECTION_CLOSED: event(362, { reason: i32 }),
  STORAGE_POOL_EVENT_LIFECYCLE: event(370, { callbackID: i32, pool: storagePool, event: i32, detail: i32 }),
  STORAGE_POOL_EVENT_REFRESH: event(373, { callbackID: i32, pool: storagePool }),
  NODE_DEVICE_EVENT_LIFECYCLE: event(376, { callbackID: i32, dev: nodeDevice, event: i32, detail: i32 }),
  NODE_DEVICE_EVENT_UPDATE: event(377, { callbackID: i32, dev: nodeDevice }),
  SECRET_EVENT_LIFECYCLE: event(382, { callbackID: i32, secret, event: i32, detail: i32 }),
  SECRET_EVENT_VALUE_CHANGED: event(383, { callbackID: i32, secret }),
  NETWORK_EVENT_CALLBACK_METADATA_CHANGE: event(446, { callbackID: i32, net: network, type: i32, nsuri: optStr }),
};
