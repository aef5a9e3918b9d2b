/**
 * Guests of the server: found, defined, started, stopped.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_CREATE_FLAGS,
  DOMAIN_DEFINE_FLAGS,
  DOMAIN_DESTROY_FLAGS,
  DOMAIN_LIFECYCLE_ACTIONS,
  DOMAIN_LIFECYCLE_TYPES,
  DOMAIN_MESSAGE_TYPES,
  DOMAIN_METADATA_TYPES,
  DOMAIN_REBOOT_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_STATES,
  DOMAIN_UNDEFINE_FLAGS,
  DOMAIN_XML_FLAGS,
  domainStateOf,
  KEYCODE_SETS,
  LIST_DOMAINS_FLAGS,
  SUSPEND_TARGETS,
} from "../../model/mod.ts";
import type { DomainsPart } from "../contract.ts";
import type { Link } from "./link.ts";

/** Guests of the server. */
export function createDomains(link: Link): DomainsPart {
  return {
    async list(filter, options) {
      const flags = flagsToNumber(LIST_DOMAINS_FLAGS, filter);
      return (await link.call("CONNECT_LIST_ALL_DOMAINS", { need_results: 1, flags }, options)).domains;
    },
    lookupById: async (id, options) => (await link.call("DOMAIN_LOOKUP_BY_ID", { id }, options)).dom,
    lookupByName: async (name, options) => (await link.call("DOMAIN_LOOKUP_BY_NAME", { name }, options)).dom,
    lookupByUuid: async (uuid, options) => (await link.call("DOMAIN_LOOKUP_BY_UUID", { uuid }, options)).dom,

    async getXml(dom, flags, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_XML_FLAGS, flags) };
      return (await link.call("DOMAIN_GET_XML_DESC", args, options)).xml;
    },
    async getInfo(dom, options) {
      const info = await link.call("DOMAIN_GET_INFO", { dom }, options);
      return {
        state: wordOf(DOMAIN_STATES, info.state) ?? "nostate",
        maxMemory: info.maxMem,
        memory: info.memory,
        vcpus: info.nrVirtCpu,
        cpuTime: info.cpuTime,
      };
    },
    async getState(dom, options) {
      const { state, reason } = await link.call("DOMAIN_GET_STATE", { dom, flags: 0 }, options);
      return domainStateOf(state, reason);
    },
    isActive: async (dom, options) => (await link.call("DOMAIN_IS_ACTIVE", { dom }, options)).active === 1,
    isPersistent: async (dom, options) => (await link.call("DOMAIN_IS_PERSISTENT", { dom }, options)).persistent === 1,
    isUpdated: async (dom, options) => (await link.call("DOMAIN_IS_UPDATED", { dom }, options)).updated === 1,
    getOsType: async (dom, options) => (await link.call("DOMAIN_GET_OS_TYPE", { dom }, options)).type,

    async define(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(DOMAIN_DEFINE_FLAGS, flags) };
      return (await link.call("DOMAIN_DEFINE_XML_FLAGS", args, options)).dom;
    },
    async undefine(dom, flags, options) {
      await link.call("DOMAIN_UNDEFINE_FLAGS", { dom, flags: flagsToNumber(DOMAIN_UNDEFINE_FLAGS, flags) }, options);
    },
    async createXml(xml_desc, flags, options) {
      const args = { xml_desc, flags: flagsToNumber(DOMAIN_CREATE_FLAGS, flags) };
      return (await link.call("DOMAIN_CREATE_XML", args, options)).dom;
    },
    async create(dom, flags, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_CREATE_FLAGS, flags) };
      return (await link.call("DOMAIN_CREATE_WITH_FLAGS", args, options)).dom;
    },
    async shutdown(dom, flags, options) {
      await link.call("DOMAIN_SHUTDOWN_FLAGS", { dom, flags: flagsToNumber(DOMAIN_SHUTDOWN_FLAGS, flags) }, options);
    },
    async reboot(dom, flags, options) {
      await link.call("DOMAIN_REBOOT", { dom, flags: flagsToNumber(DOMAIN_REBOOT_FLAGS, flags) }, options);
    },
    async reset(dom, options) {
      await link.call("DOMAIN_RESET", { dom, flags: 0 }, options);
    },
    async destroy(dom, flags, options) {
      await link.call("DOMAIN_DESTROY_FLAGS", { dom, flags: flagsToNumber(DOMAIN_DESTROY_FLAGS, flags) }, options);
    },
    async suspend(dom, options) {
      await link.call("DOMAIN_SUSPEND", { dom }, options);
    },
    async resume(dom, options) {
      await link.call("DOMAIN_RESUME", { dom }, options);
    },
    async rename(dom, new_name, options) {
      await link.call("DOMAIN_RENAME", { dom, new_name, flags: 0 }, options);
    },
    getAutostart: async (dom, options) => (await link.call("DOMAIN_GET_AUTOSTART", { dom }, options)).autostart === 1,
    async setAutostart(dom, autostart, options) {
      await link.call("DOMAIN_SET_AUTOSTART", { dom, autostart: autostart ? 1 : 0 }, options);
    },
    async getMetadata(dom, { type, uri, flags }, options) {
      const args = {
        dom,
        type: DOMAIN_METADATA_TYPES[type],
        uri,
        flags: flagsToNumber(DOMAIN_AFFECT_FLAGS, flags),
      };
      return (await link.call("DOMAIN_GET_METADATA", args, options)).metadata;
    },
    async setMetadata(dom, { type, uri, key, value, flags }, options) {
      const words = { type: DOMAIN_METADATA_TYPES[type], metadata: value, key, uri };
      await link.call(
        "DOMAIN_SET_METADATA",
        { dom, ...words, flags: flagsToNumber(DOMAIN_AFFECT_FLAGS, flags) },
        options,
      );
    },
    async setLifecycleAction(dom, { type, action, flags }, options) {
      const numbers = { type: DOMAIN_LIFECYCLE_TYPES[type], action: DOMAIN_LIFECYCLE_ACTIONS[action] };
      const args = { dom, ...numbers, flags: flagsToNumber(DOMAIN_AFFECT_FLAGS, flags) };
      await link.call("DOMAIN_SET_LIFECYCLE_ACTION", args, options);
    },
    async getMessages(dom, kinds, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_MESSAGE_TYPES, kinds) };
      return (await link.call("DOMAIN_GET_MESSAGES", args, options)).msgs;
    },

    async pmSuspend(dom, { target, duration }, options) {
      const args = { dom, target: SUSPEND_TARGETS[target], duration, flags: 0 };
      await link.call("DOMAIN_PM_SUSPEND_FOR_DURATION", args, options);
    },
    async pmWakeup(dom, options) {
      await link.call("DOMAIN_PM_WAKEUP", { dom, flags: 0 }, options);
    },
    async injectNmi(dom, options) {
      await link.call("DOMAIN_INJECT_NMI", { dom, flags: 0 }, options);
    },
    async sendKey(dom, { codeset, holdTime, keycodes }, options) {
      const codes = { codeset: KEYCODE_SETS[codeset], holdtime: holdTime, keycodes };
      await link.call("DOMAIN_SEND_KEY", { dom, ...codes, flags: 0 }, options);
    },
    async sendProcessSignal(dom, pid_value, signum, options) {
      await link.call("DOMAIN_SEND_PROCESS_SIGNAL", { dom, pid_value, signum, flags: 0 }, options);
    },

    async fromNative(nativeFormat, nativeConfig, options) {
      const args = { nativeFormat, nativeConfig, flags: 0 };
      return (await link.call("CONNECT_DOMAIN_XML_FROM_NATIVE", args, options)).domainXml;
    },
    async toNative(nativeFormat, domainXml, options) {
      const args = { nativeFormat, domainXml, flags: 0 };
      return (await link.call("CONNECT_DOMAIN_XML_TO_NATIVE", args, options)).nativeConfig;
    },
  };
}
