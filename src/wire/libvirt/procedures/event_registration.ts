/**
 * Asking for events, and no longer.
 *
 * @module
 */

import { i32, optional } from "../../xdr/mod.ts";
import { domain, network, nodeDevice, secret, storagePool } from "../objects.ts";
import { p } from "./procedure.ts";

/** Asking for events, and no longer. */
export const eventRegistrationProcedures = {
  CONNECT_DOMAIN_EVENT_REGISTER: p(105, {}, { cb_registered: i32 }, { priority: "high" }),
  CONNECT_DOMAIN_EVENT_DEREGISTER: p(106, {}, { cb_registered: i32 }, { priority: "high" }),
  CONNECT_DOMAIN_EVENT_REGISTER_ANY: p(167, { eventID: i32 }, {}, { priority: "high" }),
  CONNECT_DOMAIN_EVENT_DEREGISTER_ANY: p(168, { eventID: i32 }, {}, { priority: "high" }),
  CONNECT_NETWORK_EVENT_REGISTER_ANY: p(313, { eventID: i32, net: optional(network) }, { callbackID: i32 }, {
    priority: "high",
  }),
  CONNECT_NETWORK_EVENT_DEREGISTER_ANY: p(314, { callbackID: i32 }, {}, { priority: "high" }),
  CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY: p(316, { eventID: i32, dom: optional(domain) }, { callbackID: i32 }, {
    priority: "high",
  }),
  CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY: p(317, { callbackID: i32 }, {}, { priority: "high" }),
  CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY: p(368, { eventID: i32, pool: optional(storagePool) }, { callbackID: i32 }, {
    priority: "high",
  }),
  CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY: p(369, { callbackID: i32 }, {}, { priority: "high" }),
  CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY: p(374, { eventID: i32, dev: optional(nodeDevice) }, { callbackID: i32 }, {
    priority: "high",
  }),
  CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY: p(375, { callbackID: i32 }, {}, { priority: "high" }),
  CONNECT_SECRET_EVENT_REGISTER_ANY: p(380, { eventID: i32, secret: optional(secret) }, { callbackID: i32 }, {
    priority: "high",
  }),
  CONNECT_SECRET_EVENT_DEREGISTER_ANY: p(381, { callbackID: i32 }, {}, { priority: "high" }),
};
