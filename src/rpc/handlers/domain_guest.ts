/**
 * What is asked of the system inside a guest.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { numberToFlags } from "../../base/bit_flags.ts";
import {
  AUTHORIZED_SSH_KEYS_FLAGS,
  GET_HOSTNAME_FLAGS,
  GUEST_INFO_PARAMETERS,
  GUEST_INFO_TYPES,
  GUEST_VCPUS_PARAMETERS,
  INTERFACE_ADDRESSES_SOURCES,
  IP_ADDRESS_TYPES,
  SET_TIME_FLAGS,
  SET_USER_PASSWORD_FLAGS,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { parametersOf, withoutStringFlag } from "./typed_parameters.ts";

/** What is asked of the system inside a guest. */
export const domainGuestHandlers = {
  async DOMAIN_GET_GUEST_INFO(call, { dom, types, flags }) {
    call.noFlags(withoutStringFlag(flags));
    // Younger than texts in parameters: every client that knows this call takes them, and says nothing of it.
    const found = await call.invoke("domainGuest", "getInfo", [dom, numberToFlags(GUEST_INFO_TYPES, types)]);
    return { params: parametersOf(GUEST_INFO_PARAMETERS, found) };
  },

  DOMAIN_GET_HOSTNAME: async (call, { dom, flags }) => ({
    hostname: await call.invoke("domainGuest", "getHostname", [dom, call.flags(GET_HOSTNAME_FLAGS, flags)]),
  }),

  async DOMAIN_INTERFACE_ADDRESSES(call, { dom, source, flags }) {
    call.noFlags(flags);
    const word = call.word(INTERFACE_ADDRESSES_SOURCES, source, "source of interface addresses");
    const interfaces = await call.invoke("domainGuest", "getInterfaceAddresses", [dom, word]);
    const ifaces = interfaces.map(({ name, mac, addresses }) => ({
      name,
      hwaddr: mac,
      addrs: addresses.map(({ type, address, prefix }) => ({ type: IP_ADDRESS_TYPES[type], addr: address, prefix })),
    }));
    return { ifaces };
  },

  async DOMAIN_GET_FSINFO(call, { dom, flags }) {
    call.noFlags(flags);
    const filesystems = await call.invoke("domainGuest", "getFilesystems", [dom]);
    const info = filesystems.map(({ mountPoint, name, type, disks }) => ({
      mountpoint: mountPoint,
      name,
      fstype: type,
      dev_aliases: disks,
    }));
    return { info, ret: info.length };
  },

  async DOMAIN_GET_TIME(call, { dom, flags }) {
    call.noFlags(flags);
    const { seconds, nanoseconds } = await call.invoke("domainGuest", "getTime", [dom]);
    return { seconds, nseconds: nanoseconds };
  },
  DOMAIN_SET_TIME: (call, { dom, seconds, nseconds, flags }) =>
    call.invoke("domainGuest", "setTime", [
      dom,
      { seconds, nanoseconds: nseconds },
      call.flags(SET_TIME_FLAGS, flags),
    ]),

  async DOMAIN_FSFREEZE(call, { dom, mountpoints, flags }) {
    call.noFlags(flags);
    return { filesystems: await call.invoke("domainGuest", "freezeFilesystems", [dom, mountpoints]) };
  },
  async DOMAIN_FSTHAW(call, { dom, mountpoints, flags }) {
    call.noFlags(flags);
    return { filesystems: await call.invoke("domainGuest", "thawFilesystems", [dom, mountpoints]) };
  },
  async DOMAIN_FSTRIM(call, { dom, mountPoint, minimum, flags }) {
    call.noFlags(flags);
    await call.invoke("domainGuest", "trimFilesystems", [dom, { ...defined({ mountPoint }), minimum }]);
  },

  DOMAIN_SET_USER_PASSWORD(call, { dom, user, password, flags }) {
    const { encrypted } = call.flags(SET_USER_PASSWORD_FLAGS, flags);
    if (user === undefined) throw call.invalid("user in virDomainSetUserPassword must not be NULL");
    if (password === undefined) throw call.invalid("password in virDomainSetUserPassword must not be NULL");
    return call.invoke("domainGuest", "setUserPassword", [dom, { user, password, ...defined({ encrypted }) }]);
  },

  async DOMAIN_AUTHORIZED_SSH_KEYS_GET(call, { dom, user, flags }) {
    call.noFlags(flags);
    return { keys: await call.invoke("domainGuest", "getAuthorizedKeys", [dom, user]) };
  },
  DOMAIN_AUTHORIZED_SSH_KEYS_SET(call, { dom, user, keys, flags }) {
    const { append, remove } = call.flags(AUTHORIZED_SSH_KEYS_FLAGS, flags);
    const mode = remove ? "remove" : append ? "append" : "set";
    return call.invoke("domainGuest", "setAuthorizedKeys", [dom, { user, keys, mode }]);
  },

  async DOMAIN_GET_GUEST_VCPUS(call, { dom, flags }) {
    call.noFlags(withoutStringFlag(flags));
    const found = await call.invoke("domainGuest", "getVcpus", [dom]);
    // This call has no way to be asked without texts.
    return { params: parametersOf(GUEST_VCPUS_PARAMETERS, found) };
  },
  async DOMAIN_SET_GUEST_VCPUS(call, { dom, cpumap, state, flags }) {
    call.noFlags(flags);
    await call.invoke("domainGuest", "setVcpus", [dom, cpumap, state !== 0]);
  },

  async DOMAIN_AGENT_SET_RESPONSE_TIMEOUT(call, { dom, timeout, flags }) {
    call.noFlags(flags);
    return { result: await call.invoke("domainGuest", "setResponseTimeout", [dom, timeout]) };
  },

  async QEMU_DOMAIN_AGENT_COMMAND(call, { dom, cmd, timeout, flags }) {
    call.noFlags(flags);
    return { result: await call.invoke("domainGuest", "sendCommand", [dom, { text: cmd, timeout }]) };
  },
} satisfies Handlers;
