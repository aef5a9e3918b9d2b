/**
 * Changes of a part of a network that is defined or running already.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { NetworkUpdateSection } from "../../model/network.ts";
import { element } from "../shape/mod.ts";
import type { Network } from "./document.ts";
import { forwardInterface } from "./forward.ts";
import { portGroup } from "./port_group.ts";
import { updateDhcpHost, updateDhcpRange } from "./update_dhcp.ts";
import { updateDnsHost, updateDnsSrv, updateDnsTxt } from "./update_dns.ts";
import {
  isAdd,
  type NetworkChange,
  readFragment,
  refuse,
  refuseChange,
  refuseUnlessDelete,
  withAdded,
  without,
} from "./update_terms.ts";

export type { NetworkChange } from "./update_terms.ts";

/** What libvirt calls the sections that cannot be changed. */
const FIXED = { bridge: "bridge", domain: "domain", ip: "ip", forward: "forward", forwardPf: "forward pf" } as const;

const UPDATES = {
  ipDhcpHost: updateDhcpHost,
  ipDhcpRange: updateDhcpRange,
  forwardInterface: updateForwardInterface,
  portgroup: updatePortGroup,
  dnsHost: updateDnsHost,
  dnsTxt: updateDnsTxt,
  dnsSrv: updateDnsSrv,
} as const satisfies Partial<Record<NetworkUpdateSection, (network: Network, change: NetworkChange) => Network>>;

/**
 * The network after the change.
 *
 * @throws {VirtError | DocumentError} The change is none, or does not fit the network.
 */
export function applyNetworkUpdate(network: Network, change: NetworkChange): Network {
  const { section } = change;
  if (section === "none") return refuseChange("can't update unrecognized section of network");
  if (section in UPDATES) return UPDATES[section as keyof typeof UPDATES](network, change);
  return refuseChange(`can't update '${FIXED[section as keyof typeof FIXED]}' section of network '${network.name}'`);
}

/** Adds a device to the pool of the network, or removes one. */
function updateForwardInterface(network: Network, { command, xml }: NetworkChange): Network {
  const shape = element("interface", forwardInterface);
  if (command === "modify") {
    refuseChange("forward interface entries cannot be modified, only added or deleted");
  }
  const { dev } = readFragment(network, { shape, xml });
  const { name, forward } = network;
  const interfaces = forward?.interfaces ?? [];
  const at = interfaces.findIndex((each) => each.dev === dev);
  if (isAdd(command)) {
    if (at >= 0) {
      refuse(`there is an existing interface entry in network '${name}' that matches "<interface dev='${dev}'>"`);
    }
    if (forward === undefined) return network;
    return { ...network, forward: { ...forward, interfaces: withAdded(interfaces, { dev }, command) } };
  }
  refuseUnlessDelete(command);
  if (at < 0 || forward === undefined) {
    return refuse(`couldn't find an interface entry in network '${name}' matching <interface dev='${dev}'>`);
  }
  const users = interfaces[at]?.connections ?? 0;
  if (users > 0) {
    const detail = `unable to delete interface '${dev}' in network '${name}'. It is currently being used `;
    refuse(`${detail} by ${users} domains.`);
  }
  return { ...network, forward: defined({ ...forward, interfaces: without(interfaces, at) }) };
}

/** Adds, replaces or removes a port group. */
function updatePortGroup(network: Network, { command, xml }: NetworkChange): Network {
  const group = readFragment(network, { shape: portGroup, xml });
  const { name } = network;
  const groups = network.portGroups ?? [];
  const at = groups.findIndex((each) => each.name === group.name);
  if (at < 0 && (command === "modify" || command === "delete")) {
    refuse(`couldn't find a portgroup entry in network '${name}' matching <portgroup name='${group.name}'>`);
  }
  if (at >= 0 && isAdd(command)) {
    const wanted = `"<portgroup name='${group.name}'>"`;
    refuse(`there is an existing portgroup entry in network '${name}' that matches ${wanted}`);
  }
  const other = groups.findLastIndex((each) => each.default === true);
  if (command !== "delete" && group.default === true && other >= 0 && other !== at) {
    const only = "Only one default is allowed.";
    refuse(`a different portgroup entry in network '${name}' is already set as the default. ${only}`);
  }
  if (command === "modify") return { ...network, portGroups: groups.with(at, group) };
  if (isAdd(command)) return { ...network, portGroups: withAdded(groups, group, command) };
  refuseUnlessDelete(command);
  return defined({ ...network, portGroups: without(groups, at) }) as Network;
}
