/**
 * Interfaces, devices, filters and secrets of the server.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import {
  INTERFACE_DEFINE_FLAGS,
  INTERFACE_XML_FLAGS,
  LIST_INTERFACES_FLAGS,
  LIST_NODE_DEVICES_FLAGS,
  LIST_SECRETS_FLAGS,
  NETWORK_FILTER_BINDING_CREATE_FLAGS,
  NETWORK_FILTER_DEFINE_FLAGS,
  NODE_DEVICE_DEFINE_FLAGS,
  SECRET_DEFINE_FLAGS,
  SECRET_USAGE_TYPES,
} from "../../model/mod.ts";
import { bindingFromWire, bindingToWire, secretFromWire, secretToWire } from "../../wire/libvirt/mod.ts";
import type { InterfacesPart, NetworkFiltersPart, NodeDevicesPart, SecretsPart } from "../contract.ts";
import type { Link } from "./link.ts";

/** Interfaces of the server's machine. */
export function createInterfaces(link: Link): InterfacesPart {
  return {
    async list(filter, options) {
      const flags = flagsToNumber(LIST_INTERFACES_FLAGS, filter);
      return (await link.call("CONNECT_LIST_ALL_INTERFACES", { need_results: 1, flags }, options)).ifaces;
    },
    lookupByName: async (name, options) => (await link.call("INTERFACE_LOOKUP_BY_NAME", { name }, options)).iface,
    lookupByMac: async (mac, options) => (await link.call("INTERFACE_LOOKUP_BY_MAC_STRING", { mac }, options)).iface,
    async getXml(iface, flags, options) {
      const args = { iface, flags: flagsToNumber(INTERFACE_XML_FLAGS, flags) };
      return (await link.call("INTERFACE_GET_XML_DESC", args, options)).xml;
    },
    isActive: async (iface, options) => (await link.call("INTERFACE_IS_ACTIVE", { iface }, options)).active === 1,
    async define(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(INTERFACE_DEFINE_FLAGS, flags) };
      return (await link.call("INTERFACE_DEFINE_XML", args, options)).iface;
    },
    async undefine(iface, options) {
      await link.call("INTERFACE_UNDEFINE", { iface }, options);
    },
    async create(iface, options) {
      await link.call("INTERFACE_CREATE", { iface, flags: 0 }, options);
    },
    async destroy(iface, options) {
      await link.call("INTERFACE_DESTROY", { iface, flags: 0 }, options);
    },
    async beginChange(options) {
      await link.call("INTERFACE_CHANGE_BEGIN", { flags: 0 }, options);
    },
    async commitChange(options) {
      await link.call("INTERFACE_CHANGE_COMMIT", { flags: 0 }, options);
    },
    async rollbackChange(options) {
      await link.call("INTERFACE_CHANGE_ROLLBACK", { flags: 0 }, options);
    },
  };
}

const MAX_CAPABILITIES = 65536;

/** Devices of the server's machine. */
export function createNodeDevices(link: Link): NodeDevicesPart {
  return {
    async list(filter, options) {
      const flags = flagsToNumber(LIST_NODE_DEVICES_FLAGS, filter);
      return (await link.call("CONNECT_LIST_ALL_NODE_DEVICES", { need_results: 1, flags }, options)).devices;
    },
    lookupByName: async (name, options) => (await link.call("NODE_DEVICE_LOOKUP_BY_NAME", { name }, options)).dev,
    async lookupScsiHostByWwn(wwnn, wwpn, options) {
      return (await link.call("NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN", { wwnn, wwpn, flags: 0 }, options)).dev;
    },
    getXml: async ({ name }, options) => (await link.call("NODE_DEVICE_GET_XML_DESC", { name, flags: 0 }, options)).xml,
    getParent: async ({ name }, options) => (await link.call("NODE_DEVICE_GET_PARENT", { name }, options)).parentName,
    async listCapabilities({ name }, options) {
      return (await link.call("NODE_DEVICE_LIST_CAPS", { name, maxnames: MAX_CAPABILITIES }, options)).names;
    },
    async detach({ name }, driverName, options) {
      if (driverName === undefined) await link.call("NODE_DEVICE_DETTACH", { name }, options);
      else await link.call("NODE_DEVICE_DETACH_FLAGS", { name, driverName, flags: 0 }, options);
    },
    async reattach({ name }, options) {
      await link.call("NODE_DEVICE_RE_ATTACH", { name }, options);
    },
    async reset({ name }, options) {
      await link.call("NODE_DEVICE_RESET", { name }, options);
    },
    async createXml(xml_desc, flags, options) {
      const args = { xml_desc, flags: flagsToNumber(NODE_DEVICE_DEFINE_FLAGS, flags) };
      return (await link.call("NODE_DEVICE_CREATE_XML", args, options)).dev;
    },
    async destroy({ name }, options) {
      await link.call("NODE_DEVICE_DESTROY", { name }, options);
    },
    async define(xml_desc, flags, options) {
      const args = { xml_desc, flags: flagsToNumber(NODE_DEVICE_DEFINE_FLAGS, flags) };
      return (await link.call("NODE_DEVICE_DEFINE_XML", args, options)).dev;
    },
    async undefine({ name }, options) {
      await link.call("NODE_DEVICE_UNDEFINE", { name, flags: 0 }, options);
    },
    async create({ name }, options) {
      await link.call("NODE_DEVICE_CREATE", { name, flags: 0 }, options);
    },
    async getAutostart({ name }, options) {
      return (await link.call("NODE_DEVICE_GET_AUTOSTART", { name }, options)).autostart === 1;
    },
    async setAutostart({ name }, autostart, options) {
      await link.call("NODE_DEVICE_SET_AUTOSTART", { name, autostart: autostart ? 1 : 0 }, options);
    },
    async isPersistent({ name }, options) {
      return (await link.call("NODE_DEVICE_IS_PERSISTENT", { name }, options)).persistent === 1;
    },
    isActive: async ({ name }, options) => (await link.call("NODE_DEVICE_IS_ACTIVE", { name }, options)).active === 1,
  };
}

/** Network filters of the server. */
export function createNetworkFilters(link: Link): NetworkFiltersPart {
  return {
    async list(options) {
      return (await link.call("CONNECT_LIST_ALL_NWFILTERS", { need_results: 1, flags: 0 }, options)).filters;
    },
    lookupByName: async (name, options) => (await link.call("NWFILTER_LOOKUP_BY_NAME", { name }, options)).nwfilter,
    lookupByUuid: async (uuid, options) => (await link.call("NWFILTER_LOOKUP_BY_UUID", { uuid }, options)).nwfilter,
    async getXml(nwfilter, options) {
      return (await link.call("NWFILTER_GET_XML_DESC", { nwfilter, flags: 0 }, options)).xml;
    },
    async define(xml, given, options) {
      const flags = flagsToNumber(NETWORK_FILTER_DEFINE_FLAGS, given);
      if (flags === 0) return (await link.call("NWFILTER_DEFINE_XML", { xml }, options)).nwfilter;
      return (await link.call("NWFILTER_DEFINE_XML_FLAGS", { xml, flags }, options)).nwfilter;
    },
    async undefine(nwfilter, options) {
      await link.call("NWFILTER_UNDEFINE", { nwfilter }, options);
    },
    bindings: {
      async list(options) {
        const args = { need_results: 1, flags: 0 };
        return (await link.call("CONNECT_LIST_ALL_NWFILTER_BINDINGS", args, options)).bindings.map(bindingFromWire);
      },
      async lookupByPortDevice(name, options) {
        return bindingFromWire((await link.call("NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", { name }, options)).nwfilter);
      },
      async getXml(binding, options) {
        const args = { nwfilter: bindingToWire(binding), flags: 0 };
        return (await link.call("NWFILTER_BINDING_GET_XML_DESC", args, options)).xml;
      },
      async createXml(xml, flags, options) {
        const args = { xml, flags: flagsToNumber(NETWORK_FILTER_BINDING_CREATE_FLAGS, flags) };
        return bindingFromWire((await link.call("NWFILTER_BINDING_CREATE_XML", args, options)).nwfilter);
      },
      async delete(binding, options) {
        await link.call("NWFILTER_BINDING_DELETE", { nwfilter: bindingToWire(binding) }, options);
      },
    },
  };
}

/** Secrets of the server. */
export function createSecrets(link: Link): SecretsPart {
  return {
    async list(filter, options) {
      const args = { need_results: 1, flags: flagsToNumber(LIST_SECRETS_FLAGS, filter) };
      return (await link.call("CONNECT_LIST_ALL_SECRETS", args, options)).secrets.map(secretFromWire);
    },
    async lookupByUuid(uuid, options) {
      return secretFromWire((await link.call("SECRET_LOOKUP_BY_UUID", { uuid }, options)).secret);
    },
    async lookupByUsage(type, usageID, options) {
      const args = { usageType: SECRET_USAGE_TYPES[type], usageID };
      return secretFromWire((await link.call("SECRET_LOOKUP_BY_USAGE", args, options)).secret);
    },
    async getXml(secret, options) {
      return (await link.call("SECRET_GET_XML_DESC", { secret: secretToWire(secret), flags: 0 }, options)).xml;
    },
    async define(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(SECRET_DEFINE_FLAGS, flags) };
      return secretFromWire((await link.call("SECRET_DEFINE_XML", args, options)).secret);
    },
    async undefine(secret, options) {
      await link.call("SECRET_UNDEFINE", { secret: secretToWire(secret) }, options);
    },
    async getValue(secret, options) {
      return (await link.call("SECRET_GET_VALUE", { secret: secretToWire(secret), flags: 0 }, options)).value;
    },
    async setValue(secret, value, options) {
      await link.call("SECRET_SET_VALUE", { secret: secretToWire(secret), value, flags: 0 }, options);
    },
  };
}
