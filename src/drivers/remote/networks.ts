/**
 * Virtual networks of the server.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  BANDWIDTH_PARAMETERS,
  IP_ADDRESS_TYPES,
  LIST_NETWORKS_FLAGS,
  NETWORK_CREATE_FLAGS,
  NETWORK_DEFINE_FLAGS,
  NETWORK_PORT_CREATE_FLAGS,
  NETWORK_UPDATE_COMMANDS,
  NETWORK_UPDATE_FLAGS,
  NETWORK_UPDATE_SECTIONS,
  NETWORK_XML_FLAGS,
} from "../../model/mod.ts";
import { portFromWire, portToWire } from "../../wire/libvirt/mod.ts";
import type { NetworkPortsPart, NetworksPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { askParameters, parametersOf, STRINGS } from "./parameters.ts";

/** Virtual networks. */
export function createNetworks(link: Link): NetworksPart {
  return {
    async list(filter, options) {
      const flags = flagsToNumber(LIST_NETWORKS_FLAGS, filter);
      return (await link.call("CONNECT_LIST_ALL_NETWORKS", { need_results: 1, flags }, options)).nets;
    },
    lookupByName: async (name, options) => (await link.call("NETWORK_LOOKUP_BY_NAME", { name }, options)).net,
    lookupByUuid: async (uuid, options) => (await link.call("NETWORK_LOOKUP_BY_UUID", { uuid }, options)).net,
    async getXml(net, flags, options) {
      const args = { net, flags: flagsToNumber(NETWORK_XML_FLAGS, flags) };
      return (await link.call("NETWORK_GET_XML_DESC", args, options)).xml;
    },
    isActive: async (net, options) => (await link.call("NETWORK_IS_ACTIVE", { net }, options)).active === 1,
    isPersistent: async (net, options) => (await link.call("NETWORK_IS_PERSISTENT", { net }, options)).persistent === 1,
    getBridgeName: async (net, options) => (await link.call("NETWORK_GET_BRIDGE_NAME", { net }, options)).name,
    async define(xml, given, options) {
      const flags = flagsToNumber(NETWORK_DEFINE_FLAGS, given);
      // The call with flags is newer than many servers.
      if (flags === 0) return (await link.call("NETWORK_DEFINE_XML", { xml }, options)).net;
      return (await link.call("NETWORK_DEFINE_XML_FLAGS", { xml, flags }, options)).net;
    },
    async undefine(net, options) {
      await link.call("NETWORK_UNDEFINE", { net }, options);
    },
    async createXml(xml, given, options) {
      const flags = flagsToNumber(NETWORK_CREATE_FLAGS, given);
      if (flags === 0) return (await link.call("NETWORK_CREATE_XML", { xml }, options)).net;
      return (await link.call("NETWORK_CREATE_XML_FLAGS", { xml, flags }, options)).net;
    },
    async create(net, options) {
      await link.call("NETWORK_CREATE", { net }, options);
    },
    async destroy(net, options) {
      await link.call("NETWORK_DESTROY", { net }, options);
    },
    async update(net, { command, section, parentIndex, xml, flags }, options) {
      const what = {
        command: NETWORK_UPDATE_COMMANDS[command],
        section: NETWORK_UPDATE_SECTIONS[section],
        parentIndex,
      };
      const args = { net, ...what, xml, flags: flagsToNumber(NETWORK_UPDATE_FLAGS, flags) };
      await link.call("NETWORK_UPDATE", args, options);
    },
    getAutostart: async (net, options) => (await link.call("NETWORK_GET_AUTOSTART", { net }, options)).autostart === 1,
    async setAutostart(net, autostart, options) {
      await link.call("NETWORK_SET_AUTOSTART", { net, autostart: autostart ? 1 : 0 }, options);
    },
    async getDhcpLeases(net, mac, options) {
      const args = { net, mac, need_results: 1, flags: 0 };
      const { leases } = await link.call("NETWORK_GET_DHCP_LEASES", args, options);
      return leases.map(({ iface, expirytime, type, mac, iaid, ipaddr, prefix, hostname, clientid }) => ({
        interface: iface,
        expiryTime: expirytime,
        type: wordOf(IP_ADDRESS_TYPES, type) ?? "ipv4",
        address: ipaddr,
        prefix,
        ...(mac === undefined ? {} : { mac }),
        ...(iaid === undefined ? {} : { iaid }),
        ...(hostname === undefined ? {} : { hostname }),
        ...(clientid === undefined ? {} : { clientId: clientid }),
      }));
    },
    ports: createNetworkPorts(link),
  };
}

function createNetworkPorts(link: Link): NetworkPortsPart {
  return {
    async list(network, options) {
      const { ports } = await link.call("NETWORK_LIST_ALL_PORTS", { network, need_results: 1, flags: 0 }, options);
      return ports.map(portFromWire);
    },
    async lookupByUuid(network, uuid, options) {
      return portFromWire((await link.call("NETWORK_PORT_LOOKUP_BY_UUID", { network, uuid }, options)).port);
    },
    async getXml(port, options) {
      return (await link.call("NETWORK_PORT_GET_XML_DESC", { port: portToWire(port), flags: 0 }, options)).xml;
    },
    async createXml(network, xml, flags, options) {
      const args = { network, xml, flags: flagsToNumber(NETWORK_PORT_CREATE_FLAGS, flags) };
      return portFromWire((await link.call("NETWORK_PORT_CREATE_XML", args, options)).port);
    },
    async delete(port, options) {
      await link.call("NETWORK_PORT_DELETE", { port: portToWire(port), flags: 0 }, options);
    },
    getParameters: (port, options) =>
      askParameters((nparams) =>
        link.call("NETWORK_PORT_GET_PARAMETERS", { port: portToWire(port), nparams, flags: STRINGS }, options)
      ),
    async setParameters(port, record, options) {
      const params = parametersOf(BANDWIDTH_PARAMETERS, record);
      await link.call("NETWORK_PORT_SET_PARAMETERS", { port: portToWire(port), params, flags: 0 }, options);
    },
  };
}
