/**
 * Ports: what is plugged into a virtual network.
 *
 * @module
 */

import { BANDWIDTH_PARAMETERS, NETWORK_PORT_CREATE_FLAGS, toCheckedRecord, type TypedRecord } from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { portFromWire, portToWire } from "../../wire/libvirt/references.ts";
import { wanted } from "./replies.ts";
import { parameterReply, withoutStringFlag } from "./typed_parameters.ts";

/** Ports of networks. */
export const networkPortHandlers = {
  async NETWORK_LIST_ALL_PORTS(call, { network, need_results, flags }) {
    call.noFlags(flags);
    const ports = await call.invoke("networkPorts", "list", [network]);
    return { ports: wanted(need_results, ports).map(portToWire), ret: ports.length };
  },
  NETWORK_PORT_LOOKUP_BY_UUID: async (call, { network, uuid }) => ({
    port: portToWire(await call.invoke("networkPorts", "lookupByUuid", [network, uuid])),
  }),
  async NETWORK_PORT_CREATE_XML(call, { network, xml, flags }) {
    const made = call.flags(NETWORK_PORT_CREATE_FLAGS, flags);
    return { port: portToWire(await call.invoke("networkPorts", "createXml", [network, xml, made])) };
  },
  async NETWORK_PORT_GET_XML_DESC(call, { port, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("networkPorts", "getXml", [portFromWire(port)]) };
  },
  async NETWORK_PORT_DELETE(call, { port, flags }) {
    call.noFlags(flags);
    await call.invoke("networkPorts", "delete", [portFromWire(port)]);
  },
  async NETWORK_PORT_GET_PARAMETERS(call, { port, ...request }) {
    call.noFlags(withoutStringFlag(request.flags));
    const found = await call.invoke("networkPorts", "getParameters", [portFromWire(port)]);
    return parameterReply(BANDWIDTH_PARAMETERS, found, request);
  },
  async NETWORK_PORT_SET_PARAMETERS(call, { port, params, flags }) {
    call.noFlags(flags);
    const record = toCheckedRecord(BANDWIDTH_PARAMETERS, params) as TypedRecord;
    await call.invoke("networkPorts", "setParameters", [portFromWire(port), record]);
  },
} satisfies Handlers;
