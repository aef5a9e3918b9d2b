/**
 * Network interfaces of the host.
 *
 * @module
 */

import {
  INTERFACE_DEFINE_FLAGS,
  INTERFACE_XML_FLAGS,
  type InterfaceRef,
  LIST_INTERFACES_FLAGS,
  type ListInterfacesFlags,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { namesOf, toNumber, wanted } from "./replies.ts";

const ACTIVE: ListInterfacesFlags = { active: true };
const INACTIVE: ListInterfacesFlags = { inactive: true };

/** Interfaces of the host. */
export const interfaceHandlers = {
  async CONNECT_LIST_ALL_INTERFACES(call, { need_results, flags }) {
    const ifaces = await list(call, call.flags(LIST_INTERFACES_FLAGS, flags));
    return { ifaces: wanted(need_results, ifaces), ret: ifaces.length };
  },
  CONNECT_NUM_OF_INTERFACES: async (call) => ({ num: (await list(call, ACTIVE)).length }),
  CONNECT_NUM_OF_DEFINED_INTERFACES: async (call) => ({ num: (await list(call, INACTIVE)).length }),
  CONNECT_LIST_INTERFACES: async (call, { maxnames }) => ({ names: namesOf(maxnames, await list(call, ACTIVE)) }),
  CONNECT_LIST_DEFINED_INTERFACES: async (call, { maxnames }) => ({
    names: namesOf(maxnames, await list(call, INACTIVE)),
  }),

  INTERFACE_LOOKUP_BY_NAME: async (call, { name }) => ({
    iface: await call.invoke("interfaces", "lookupByName", [name]),
  }),
  INTERFACE_LOOKUP_BY_MAC_STRING: async (call, { mac }) => ({
    iface: await call.invoke("interfaces", "lookupByMac", [mac]),
  }),
  INTERFACE_GET_XML_DESC: async (call, { iface, flags }) => ({
    xml: await call.invoke("interfaces", "getXml", [iface, call.flags(INTERFACE_XML_FLAGS, flags)]),
  }),
  INTERFACE_IS_ACTIVE: async (call, { iface }) => ({
    active: toNumber(await call.invoke("interfaces", "isActive", [iface])),
  }),
  INTERFACE_DEFINE_XML: async (call, { xml, flags }) => ({
    iface: await call.invoke("interfaces", "define", [xml, call.flags(INTERFACE_DEFINE_FLAGS, flags)]),
  }),
  INTERFACE_UNDEFINE: (call, { iface }) => call.invoke("interfaces", "undefine", [iface]),
  async INTERFACE_CREATE(call, { iface, flags }) {
    call.noFlags(flags);
    await call.invoke("interfaces", "create", [iface]);
  },
  async INTERFACE_DESTROY(call, { iface, flags }) {
    call.noFlags(flags);
    await call.invoke("interfaces", "destroy", [iface]);
  },

  // The API's own section, for what was begun is rolled back with the connection.
  async INTERFACE_CHANGE_BEGIN(call, { flags }) {
    call.noFlags(flags);
    await call.client.connection.interfaces.beginChange();
  },
  async INTERFACE_CHANGE_COMMIT(call, { flags }) {
    call.noFlags(flags);
    await call.client.connection.interfaces.commitChange();
  },
  async INTERFACE_CHANGE_ROLLBACK(call, { flags }) {
    call.noFlags(flags);
    await call.client.connection.interfaces.rollbackChange();
  },
} satisfies Handlers;

function list(call: Call, filter: ListInterfacesFlags): Promise<readonly InterfaceRef[]> {
  return call.invoke("interfaces", "list", [filter]);
}
