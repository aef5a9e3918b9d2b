/**
 * What is said of guests and to them: metadata, messages, keys, signals, sleep, other programs' configuration.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_LIFECYCLE_ACTIONS,
  DOMAIN_LIFECYCLE_TYPES,
  DOMAIN_MESSAGE_TYPES,
  DOMAIN_METADATA_TYPES,
  KEYCODE_SETS,
  SUSPEND_TARGETS,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";

/** What is said of guests and to them. */
export const domainWordsHandlers = {
  async DOMAIN_GET_METADATA(call, { dom, type, uri, flags }) {
    const affect = call.flags(DOMAIN_AFFECT_FLAGS, flags);
    const query = { type: call.word(DOMAIN_METADATA_TYPES, type, "metadata type"), ...defined({ uri }), flags: affect };
    return { metadata: await call.invoke("domains", "getMetadata", [dom, query]) };
  },

  async DOMAIN_SET_METADATA(call, { dom, type, metadata, key, uri, flags }) {
    const affect = call.flags(DOMAIN_AFFECT_FLAGS, flags);
    const word = call.word(DOMAIN_METADATA_TYPES, type, "metadata type");
    const change = { type: word, ...defined({ value: metadata, key, uri }), flags: affect };
    await call.invoke("domains", "setMetadata", [dom, change]);
  },

  async DOMAIN_SET_LIFECYCLE_ACTION(call, { dom, type, action, flags }) {
    const change = {
      type: call.word(DOMAIN_LIFECYCLE_TYPES, type, "lifecycle type"),
      action: call.word(DOMAIN_LIFECYCLE_ACTIONS, action, "lifecycle action"),
      flags: call.flags(DOMAIN_AFFECT_FLAGS, flags),
    };
    await call.invoke("domains", "setLifecycleAction", [dom, change]);
  },

  DOMAIN_GET_MESSAGES: async (call, { dom, flags }) => ({
    msgs: await call.invoke("domains", "getMessages", [dom, call.flags(DOMAIN_MESSAGE_TYPES, flags)]),
  }),

  async DOMAIN_PM_SUSPEND_FOR_DURATION(call, { dom, target, duration, flags }) {
    call.noFlags(flags);
    const request = { target: call.word(SUSPEND_TARGETS, target, "suspend target"), duration };
    await call.invoke("domains", "pmSuspend", [dom, request]);
  },

  async DOMAIN_PM_WAKEUP(call, { dom, flags }) {
    call.noFlags(flags);
    await call.invoke("domains", "pmWakeup", [dom]);
  },

  async DOMAIN_INJECT_NMI(call, { dom, flags }) {
    call.noFlags(flags);
    await call.invoke("domains", "injectNmi", [dom]);
  },

  async DOMAIN_SEND_KEY(call, { dom, codeset, holdtime, keycodes, flags }) {
    call.noFlags(flags);
    const keys = { codeset: call.word(KEYCODE_SETS, codeset, "keycode set"), holdTime: holdtime, keycodes };
    await call.invoke("domains", "sendKey", [dom, keys]);
  },

  async DOMAIN_SEND_PROCESS_SIGNAL(call, { dom, pid_value, signum, flags }) {
    call.noFlags(flags);
    await call.invoke("domains", "sendProcessSignal", [dom, pid_value, signum]);
  },

  async CONNECT_DOMAIN_XML_FROM_NATIVE(call, { nativeFormat, nativeConfig, flags }) {
    call.noFlags(flags);
    return { domainXml: await call.invoke("domains", "fromNative", [nativeFormat, nativeConfig]) };
  },

  async CONNECT_DOMAIN_XML_TO_NATIVE(call, { nativeFormat, domainXml, flags }) {
    call.noFlags(flags);
    return { nativeConfig: await call.invoke("domains", "toNative", [nativeFormat, domainXml]) };
  },
} satisfies Handlers;
