/**
 * Network filters, and which of them is bound to which device.
 *
 * @module
 */

import {
  NETWORK_FILTER_BINDING_CREATE_FLAGS,
  NETWORK_FILTER_DEFINE_FLAGS,
  type NetworkFilterRef,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { bindingFromWire, bindingToWire } from "../../wire/libvirt/references.ts";
import { namesOf, wanted } from "./replies.ts";

/** Filters and bindings. */
export const nwfilterHandlers = {
  async CONNECT_LIST_ALL_NWFILTERS(call, { need_results, flags }) {
    call.noFlags(flags);
    const filters = await list(call);
    return { filters: wanted(need_results, filters), ret: filters.length };
  },
  CONNECT_NUM_OF_NWFILTERS: async (call) => ({ num: (await list(call)).length }),
  CONNECT_LIST_NWFILTERS: async (call, { maxnames }) => ({ names: namesOf(maxnames, await list(call)) }),

  NWFILTER_LOOKUP_BY_NAME: async (call, { name }) => ({
    nwfilter: await call.invoke("networkFilters", "lookupByName", [name]),
  }),
  NWFILTER_LOOKUP_BY_UUID: async (call, { uuid }) => ({
    nwfilter: await call.invoke("networkFilters", "lookupByUuid", [uuid]),
  }),
  async NWFILTER_GET_XML_DESC(call, { nwfilter, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("networkFilters", "getXml", [nwfilter]) };
  },
  NWFILTER_DEFINE_XML: async (call, { xml }) => ({
    nwfilter: await call.invoke("networkFilters", "define", [xml, {}]),
  }),
  NWFILTER_DEFINE_XML_FLAGS: async (call, { xml, flags }) => ({
    nwfilter: await call.invoke("networkFilters", "define", [xml, call.flags(NETWORK_FILTER_DEFINE_FLAGS, flags)]),
  }),
  NWFILTER_UNDEFINE: (call, { nwfilter }) => call.invoke("networkFilters", "undefine", [nwfilter]),

  async CONNECT_LIST_ALL_NWFILTER_BINDINGS(call, { need_results, flags }) {
    call.noFlags(flags);
    const bindings = await call.invoke("networkFilterBindings", "list", []);
    return { bindings: wanted(need_results, bindings).map(bindingToWire), ret: bindings.length };
  },
  NWFILTER_BINDING_LOOKUP_BY_PORT_DEV: async (call, { name }) => ({
    nwfilter: bindingToWire(await call.invoke("networkFilterBindings", "lookupByPortDevice", [name])),
  }),
  async NWFILTER_BINDING_GET_XML_DESC(call, { nwfilter, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("networkFilterBindings", "getXml", [bindingFromWire(nwfilter)]) };
  },
  async NWFILTER_BINDING_CREATE_XML(call, { xml, flags }) {
    const made = call.flags(NETWORK_FILTER_BINDING_CREATE_FLAGS, flags);
    return { nwfilter: bindingToWire(await call.invoke("networkFilterBindings", "createXml", [xml, made])) };
  },
  NWFILTER_BINDING_DELETE: (call, { nwfilter }) =>
    call.invoke("networkFilterBindings", "delete", [bindingFromWire(nwfilter)]),
} satisfies Handlers;

function list(call: Call): Promise<readonly NetworkFilterRef[]> {
  return call.invoke("networkFilters", "list", []);
}
