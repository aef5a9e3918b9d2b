/**
 * Guests: found, defined, started, stopped.
 *
 * @module
 */

import {
  DOMAIN_CREATE_FLAGS,
  DOMAIN_DEFINE_FLAGS,
  DOMAIN_DESTROY_FLAGS,
  DOMAIN_REBOOT_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_STATES,
  DOMAIN_UNDEFINE_FLAGS,
  DOMAIN_XML_FLAGS,
  type DomainStateAndReason,
  domainStateNumbers,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { toNumber } from "./replies.ts";

/** Guests and their life. */
export const domainHandlers = {
  DOMAIN_LOOKUP_BY_ID: async (call, { id }) => ({ dom: await call.invoke("domains", "lookupById", [id]) }),
  DOMAIN_LOOKUP_BY_NAME: async (call, { name }) => ({ dom: await call.invoke("domains", "lookupByName", [name]) }),
  DOMAIN_LOOKUP_BY_UUID: async (call, { uuid }) => ({ dom: await call.invoke("domains", "lookupByUuid", [uuid]) }),

  DOMAIN_GET_XML_DESC: async (call, { dom, flags }) => ({
    xml: await call.invoke("domains", "getXml", [dom, call.flags(DOMAIN_XML_FLAGS, flags)]),
  }),

  async DOMAIN_GET_INFO(call, { dom }) {
    const info = await call.invoke("domains", "getInfo", [dom]);
    return {
      state: DOMAIN_STATES[info.state],
      maxMem: info.maxMemory,
      memory: info.memory,
      nrVirtCpu: info.vcpus,
      cpuTime: info.cpuTime,
    };
  },

  async DOMAIN_GET_STATE(call, { dom, flags }) {
    call.noFlags(flags);
    return domainStateNumbers(await call.invoke("domains", "getState", [dom]) as DomainStateAndReason);
  },

  DOMAIN_GET_OS_TYPE: async (call, { dom }) => ({ type: await call.invoke("domains", "getOsType", [dom]) }),
  DOMAIN_IS_ACTIVE: async (call, { dom }) => ({ active: toNumber(await call.invoke("domains", "isActive", [dom])) }),
  DOMAIN_IS_PERSISTENT: async (call, { dom }) => ({
    persistent: toNumber(await call.invoke("domains", "isPersistent", [dom])),
  }),
  DOMAIN_IS_UPDATED: async (call, { dom }) => ({
    updated: toNumber(await call.invoke("domains", "isUpdated", [dom])),
  }),

  DOMAIN_DEFINE_XML: async (call, { xml }) => ({ dom: await call.invoke("domains", "define", [xml, {}]) }),
  DOMAIN_DEFINE_XML_FLAGS: async (call, { xml, flags }) => ({
    dom: await call.invoke("domains", "define", [xml, call.flags(DOMAIN_DEFINE_FLAGS, flags)]),
  }),
  DOMAIN_UNDEFINE: (call, { dom }) => call.invoke("domains", "undefine", [dom, {}]),
  DOMAIN_UNDEFINE_FLAGS: (call, { dom, flags }) =>
    call.invoke("domains", "undefine", [dom, call.flags(DOMAIN_UNDEFINE_FLAGS, flags)]),

  async DOMAIN_CREATE_XML(call, { xml_desc, flags }) {
    const { domains } = call.client.connection;
    return { dom: (await domains.createXml(xml_desc, call.flags(DOMAIN_CREATE_FLAGS, flags))).reference };
  },

  async DOMAIN_CREATE(call, { dom }) {
    await call.client.connection.domains.from(dom).create();
  },

  async DOMAIN_CREATE_WITH_FLAGS(call, { dom, flags }) {
    const domain = call.client.connection.domains.from(dom);
    await domain.create(call.flags(DOMAIN_CREATE_FLAGS, flags));
    return { dom: domain.reference };
  },

  DOMAIN_SHUTDOWN: (call, { dom }) => call.invoke("domains", "shutdown", [dom, {}]),
  DOMAIN_SHUTDOWN_FLAGS: (call, { dom, flags }) =>
    call.invoke("domains", "shutdown", [dom, call.flags(DOMAIN_SHUTDOWN_FLAGS, flags)]),
  DOMAIN_REBOOT: (call, { dom, flags }) =>
    call.invoke("domains", "reboot", [dom, call.flags(DOMAIN_REBOOT_FLAGS, flags)]),
  async DOMAIN_RESET(call, { dom, flags }) {
    call.noFlags(flags);
    await call.invoke("domains", "reset", [dom]);
  },

  DOMAIN_DESTROY: (call, { dom }) => call.client.connection.domains.from(dom).destroy(),
  DOMAIN_DESTROY_FLAGS: (call, { dom, flags }) =>
    call.client.connection.domains.from(dom).destroy(call.flags(DOMAIN_DESTROY_FLAGS, flags)),

  DOMAIN_SUSPEND: (call, { dom }) => call.invoke("domains", "suspend", [dom]),
  DOMAIN_RESUME: (call, { dom }) => call.invoke("domains", "resume", [dom]),

  async DOMAIN_RENAME(call, { dom, new_name, flags }) {
    call.noFlags(flags);
    if (new_name === undefined) throw call.invalid("new_name in virDomainRename must not be NULL");
    await call.invoke("domains", "rename", [dom, new_name]);
    return { retcode: 0 };
  },

  DOMAIN_GET_AUTOSTART: async (call, { dom }) => ({
    autostart: toNumber(await call.invoke("domains", "getAutostart", [dom])),
  }),
  DOMAIN_SET_AUTOSTART: (call, { dom, autostart }) => call.invoke("domains", "setAutostart", [dom, autostart !== 0]),
} satisfies Handlers;
