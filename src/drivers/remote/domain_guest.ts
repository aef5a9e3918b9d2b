/**
 * What is asked of the systems inside the server's guests.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  AUTHORIZED_SSH_KEYS_FLAGS,
  GET_HOSTNAME_FLAGS,
  GUEST_INFO_TYPES,
  INTERFACE_ADDRESSES_SOURCES,
  IP_ADDRESS_TYPES,
  SET_TIME_FLAGS,
  SET_USER_PASSWORD_FLAGS,
  toRecord,
} from "../../model/mod.ts";
import type { DomainGuestPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { STRINGS } from "./parameters.ts";

/** The systems inside guests. */
export function createDomainGuest(link: Link): DomainGuestPart {
  return {
    async getInfo(dom, kinds, options) {
      const args = { dom, types: flagsToNumber(GUEST_INFO_TYPES, kinds), flags: 0 };
      return toRecord((await link.call("DOMAIN_GET_GUEST_INFO", args, options)).params);
    },
    async getHostname(dom, source, options) {
      const args = { dom, flags: flagsToNumber(GET_HOSTNAME_FLAGS, source) };
      return (await link.call("DOMAIN_GET_HOSTNAME", args, options)).hostname;
    },
    async getInterfaceAddresses(dom, source, options) {
      const args = { dom, source: INTERFACE_ADDRESSES_SOURCES[source], flags: 0 };
      const { ifaces } = await link.call("DOMAIN_INTERFACE_ADDRESSES", args, options);
      return ifaces.map(({ name, hwaddr, addrs }) => ({
        name,
        ...(hwaddr === undefined ? {} : { mac: hwaddr }),
        addresses: addrs.map(({ type, addr, prefix }) => ({
          type: wordOf(IP_ADDRESS_TYPES, type) ?? "ipv4",
          address: addr,
          prefix,
        })),
      }));
    },
    async getFilesystems(dom, options) {
      const { info } = await link.call("DOMAIN_GET_FSINFO", { dom, flags: 0 }, options);
      return info.map(({ mountpoint, name, fstype, dev_aliases }) => ({
        mountPoint: mountpoint,
        name,
        type: fstype,
        disks: dev_aliases,
      }));
    },
    async getTime(dom, options) {
      const { seconds, nseconds } = await link.call("DOMAIN_GET_TIME", { dom, flags: 0 }, options);
      return { seconds, nanoseconds: nseconds };
    },
    async setTime(dom, { seconds, nanoseconds }, flags, options) {
      const args = { dom, seconds, nseconds: nanoseconds, flags: flagsToNumber(SET_TIME_FLAGS, flags) };
      await link.call("DOMAIN_SET_TIME", args, options);
    },
    async freezeFilesystems(dom, mountpoints, options) {
      return (await link.call("DOMAIN_FSFREEZE", { dom, mountpoints, flags: 0 }, options)).filesystems;
    },
    async thawFilesystems(dom, mountpoints, options) {
      return (await link.call("DOMAIN_FSTHAW", { dom, mountpoints, flags: 0 }, options)).filesystems;
    },
    async trimFilesystems(dom, { mountPoint, minimum }, options) {
      await link.call("DOMAIN_FSTRIM", { dom, mountPoint, minimum, flags: 0 }, options);
    },
    async setUserPassword(dom, { user, password, encrypted = false }, options) {
      const flags = flagsToNumber(SET_USER_PASSWORD_FLAGS, { encrypted });
      await link.call("DOMAIN_SET_USER_PASSWORD", { dom, user, password, flags }, options);
    },
    async getAuthorizedKeys(dom, user, options) {
      return (await link.call("DOMAIN_AUTHORIZED_SSH_KEYS_GET", { dom, user, flags: 0 }, options)).keys;
    },
    async setAuthorizedKeys(dom, { user, keys, mode }, options) {
      const flags = flagsToNumber(AUTHORIZED_SSH_KEYS_FLAGS, { append: mode === "append", remove: mode === "remove" });
      await link.call("DOMAIN_AUTHORIZED_SSH_KEYS_SET", { dom, user, keys, flags }, options);
    },
    async getVcpus(dom, options) {
      return toRecord((await link.call("DOMAIN_GET_GUEST_VCPUS", { dom, flags: STRINGS }, options)).params);
    },
    async setVcpus(dom, cpumap, online, options) {
      await link.call("DOMAIN_SET_GUEST_VCPUS", { dom, cpumap, state: online ? 1 : 0, flags: 0 }, options);
    },
    async setResponseTimeout(dom, timeout, options) {
      return (await link.call("DOMAIN_AGENT_SET_RESPONSE_TIMEOUT", { dom, timeout, flags: 0 }, options)).result;
    },
    async sendCommand(dom, { text, timeout }, options) {
      const args = { dom, cmd: text, timeout, flags: 0 };
      return (await link.call("QEMU_DOMAIN_AGENT_COMMAND", args, options)).result ?? "";
    },
  };
}
