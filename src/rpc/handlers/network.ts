/**
 * Virtual networks, and the leases they gave.
 *
 * @module
 */

import {
  IP_ADDRESS_TYPES,
  LIST_NETWORKS_FLAGS,
  type ListNetworksFlags,
  NETWORK_CREATE_FLAGS,
  NETWORK_DEFINE_FLAGS,
  NETWORK_UPDATE_COMMANDS,
  NETWORK_UPDATE_FLAGS,
  NETWORK_UPDATE_SECTIONS,
  NETWORK_XML_FLAGS,
  type NetworkRef,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { namesOf, toNumber, wanted } from "./replies.ts";

const ACTIVE: ListNetworksFlags = { active: true };
const INACTIVE: ListNetworksFlags = { inactive: true };

/** Virtual networks. */
export const networkHandlers = {
  async CONNECT_LIST_ALL_NETWORKS(call, { need_results, flags }) {
    const nets = await list(call, call.flags(LIST_NETWORKS_FLAGS, flags));
    return { nets: wanted(need_results, nets), ret: nets.length };
  },
  CONNECT_NUM_OF_NETWORKS: async (call) => ({ num: (await list(call, ACTIVE)).length }),
  CONNECT_NUM_OF_DEFINED_NETWORKS: async (call) => ({ num: (await list(call, INACTIVE)).length }),
  CONNECT_LIST_NETWORKS: async (call, { maxnames }) => ({ names: namesOf(maxnames, await list(call, ACTIVE)) }),
  CONNECT_LIST_DEFINED_NETWORKS: async (call, { maxnames }) => ({
    names: namesOf(maxnames, await list(call, INACTIVE)),
  }),

  NETWORK_LOOKUP_BY_NAME: async (call, { name }) => ({ net: await call.invoke("networks", "lookupByName", [name]) }),
  NETWORK_LOOKUP_BY_UUID: async (call, { uuid }) => ({ net: await call.invoke("networks", "lookupByUuid", [uuid]) }),
  NETWORK_GET_XML_DESC: async (call, { net, flags }) => ({
    xml: await call.invoke("networks", "getXml", [net, call.flags(NETWORK_XML_FLAGS, flags)]),
  }),
  NETWORK_IS_ACTIVE: async (call, { net }) => ({ active: toNumber(await call.invoke("networks", "isActive", [net])) }),
  NETWORK_IS_PERSISTENT: async (call, { net }) => ({
    persistent: toNumber(await call.invoke("networks", "isPersistent", [net])),
  }),
  NETWORK_GET_BRIDGE_NAME: async (call, { net }) => ({ name: await call.invoke("networks", "getBridgeName", [net]) }),

  NETWORK_DEFINE_XML: async (call, { xml }) => ({ net: await call.invoke("networks", "define", [xml, {}]) }),
  NETWORK_DEFINE_XML_FLAGS: async (call, { xml, flags }) => ({
    net: await call.invoke("networks", "define", [xml, call.flags(NETWORK_DEFINE_FLAGS, flags)]),
  }),
  NETWORK_UNDEFINE: (call, { net }) => call.invoke("networks", "undefine", [net]),
  NETWORK_CREATE_XML: async (call, { xml }) => ({ net: await call.invoke("networks", "createXml", [xml, {}]) }),
  NETWORK_CREATE_XML_FLAGS: async (call, { xml, flags }) => ({
    net: await call.invoke("networks", "createXml", [xml, call.flags(NETWORK_CREATE_FLAGS, flags)]),
  }),
  NETWORK_CREATE: (call, { net }) => call.invoke("networks", "create", [net]),
  NETWORK_DESTROY: (call, { net }) => call.invoke("networks", "destroy", [net]),

  NETWORK_UPDATE(call, { net, command, section, parentIndex, xml, flags }) {
    const change = {
      command: call.word(NETWORK_UPDATE_COMMANDS, command, "network update command"),
      section: call.word(NETWORK_UPDATE_SECTIONS, section, "network update section"),
      parentIndex,
      xml,
      flags: call.flags(NETWORK_UPDATE_FLAGS, flags),
    };
    return call.invoke("networks", "update", [net, change]);
  },

  NETWORK_GET_AUTOSTART: async (call, { net }) => ({
    autostart: toNumber(await call.invoke("networks", "getAutostart", [net])),
  }),
  NETWORK_SET_AUTOSTART: (call, { net, autostart }) => call.invoke("networks", "setAutostart", [net, autostart !== 0]),

  async NETWORK_GET_DHCP_LEASES(call, { net, mac, need_results, flags }) {
    call.noFlags(flags);
    const found = await call.invoke("networks", "getDhcpLeases", [net, mac]);
    const leases = wanted(need_results, found).map((lease) => ({
      iface: lease.interface,
      expirytime: lease.expiryTime,
      type: IP_ADDRESS_TYPES[lease.type],
      mac: lease.mac,
      iaid: lease.iaid,
      ipaddr: lease.address,
      prefix: lease.prefix,
      hostname: lease.hostname,
      clientid: lease.clientId,
    }));
    return { leases, ret: found.length };
  },
} satisfies Handlers;

function list(call: Call, filter: ListNetworksFlags): Promise<readonly NetworkRef[]> {
  return call.invoke("networks", "list", [filter]);
}
