/**
 * Changes of what a network's DHCP server gives.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { addressOf } from "../parts/ip_address.ts";
import { mac } from "../shape/mod.ts";
import { checkRange, prefixOf } from "./address_range.ts";
import { checkDhcpHost, type DhcpHost, dhcpHost, type DhcpRange, dhcpRange, sameAddress } from "./dhcp.ts";
import type { Network } from "./document.ts";
import type { Ip } from "./ip.ts";
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

/** Adds, replaces or removes a fixed lease. */
export function updateDhcpHost(network: Network, change: NetworkChange): Network {
  const { command, xml } = change;
  const index = ipIndex(network, change.parentIndex);
  const ip = network.ips?.[index] as Ip;
  const { family } = addressOf(ip.address);
  const partial = command === "delete";
  const host = readFragment(network, { shape: dhcpHost, xml }, (value, fail) => {
    checkDhcpHost(value, fail, { family, partial });
  });
  if (!partial && host.ip !== undefined && addressOf(host.ip).family !== family) {
    refuse("the address family of a host entry IP must match the address family of the dhcp element's parent");
  }
  const hosts = ip.dhcp?.hosts ?? [];
  const named = `mac='${host.mac ?? "unknown"}'`;
  if (command === "modify") {
    const at = hosts.findIndex((each) => overlaps(each, host));
    if (at < 0) {
      const wanted = `"${named}" "name='${host.name ?? "(null)"}'" "ip='${host.ip}'"`;
      refuse(`couldn't locate an existing dhcp host entry with ${wanted} in network '${network.name}'`);
    }
    return withDhcp(network, index, { hosts: hosts.with(at, host) });
  }
  if (isAdd(command)) {
    refuseSecondDhcp(network, index);
    if (hosts.some((each) => overlaps(each, host))) {
      const wanted = `"<host ${named} name='${host.name ?? "(null)"}' ip='${host.ip}'/>"`;
      refuse(`there is an existing dhcp host entry in network '${network.name}' that matches ${wanted}`);
    }
    return withDhcp(network, index, { hosts: withAdded(hosts, host, command) });
  }
  refuseUnlessDelete(command);
  const at = hosts.findIndex((each) => fits(each, host));
  if (at < 0) refuse(`couldn't locate a matching dhcp host entry in network '${network.name}'`);
  return withDhcp(network, index, { hosts: without(hosts, at) });
}

/** Adds or removes a range. */
export function updateDhcpRange(network: Network, change: NetworkChange): Network {
  const { command, xml } = change;
  const index = ipIndex(network, change.parentIndex);
  if (command === "modify") refuseChange("dhcp ranges cannot be modified, only added or deleted");
  const ip = network.ips?.[index] as Ip;
  const range = readFragment(network, { shape: dhcpRange, xml }, (value, fail) => {
    checkRange(value, fail, { address: ip.address, prefix: prefixOf(ip) });
  });
  const ranges = ip.dhcp?.ranges ?? [];
  const at = ranges.findIndex(({ start, end }) => sameAddress(start, range.start) && sameAddress(end, range.end));
  if (isAdd(command)) {
    refuseSecondDhcp(network, index);
    if (at >= 0) {
      const wanted = `"<range start='${range.start}' end='${range.end}'/>"`;
      refuse(`there is an existing dhcp range entry in network '${network.name}' that matches ${wanted}`);
    }
    return withDhcp(network, index, { ranges: withAdded(ranges, range, command) });
  }
  refuseUnlessDelete(command);
  if (at < 0) refuse(`couldn't locate a matching dhcp range entry in network '${network.name}'`);
  return withDhcp(network, index, { ranges: without(ranges, at) });
}

/** Which `<ip>` is meant: that of the index, or else the one with leases, or else the first of IPv4, then IPv6. */
function ipIndex({ name, ips = [] }: Network, parentIndex: number): number {
  if (parentIndex >= 0) {
    if (parentIndex < ips.length) return parentIndex;
    refuse(
      `couldn't update dhcp host entry - no <ip> element found at index ${parentIndex} in network '${name}'`,
    );
  }
  const serving = ips.findIndex((ip) => ip.dhcp !== undefined);
  if (serving >= 0) return serving;
  for (const family of [4, 6]) {
    const first = ips.findIndex((ip) => addressOf(ip.address).family === family);
    if (first >= 0) return first;
  }
  return refuse(`couldn't update dhcp host entry - no <ip> element found in network '${name}'`);
}

function refuseSecondDhcp({ ips = [] }: Network, index: number): void {
  const family = addressOf(ips[index]?.address ?? "").family;
  const serves = ips.some((ip, each) =>
    each !== index && ip.dhcp !== undefined && addressOf(ip.address).family === family
  );
  if (serves) refuse(`dhcp is supported only for a single IPv${family} address on each network`);
}

/** Whether two leases are of the same guest or address. */
function overlaps(one: DhcpHost, other: DhcpHost): boolean {
  return (one.mac !== undefined && sameMac(one.mac, other.mac)) ||
    (other.ip !== undefined && sameAddress(one.ip, other.ip)) ||
    (other.name !== undefined && one.name === other.name);
}

/** Whether a lease is the one that is described. */
function fits(lease: DhcpHost, described: DhcpHost): boolean {
  return (described.mac === undefined || lease.mac === undefined || sameMac(lease.mac, described.mac)) &&
    (described.name === undefined || lease.name === described.name) &&
    (described.ip === undefined || sameAddress(lease.ip, described.ip));
}

function sameMac(one: string, other: string | undefined): boolean {
  return other !== undefined && (mac.parse(one) ?? one) === (mac.parse(other) ?? other);
}

function withDhcp(
  network: Network,
  index: number,
  change: { readonly hosts?: readonly DhcpHost[] | undefined; readonly ranges?: readonly DhcpRange[] | undefined },
): Network {
  const { dhcp, ...ip } = network.ips?.[index] as Ip;
  const served = defined({ ranges: dhcp?.ranges, hosts: dhcp?.hosts, ...change, bootp: dhcp?.bootp });
  const changed = (served.ranges ?? served.hosts) === undefined ? ip : { ...ip, dhcp: served };
  return { ...network, ips: network.ips?.with(index, changed) ?? [changed] };
}
