/**
 * Changes of what a network's name server answers.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { sameAddress } from "./dhcp.ts";
import { checkDnsHost, checkDnsSrv, checkDnsTxt, type Dns, dnsHost, dnsSrv, dnsTxt } from "./dns.ts";
import type { Network } from "./document.ts";
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

/** Adds or removes an address with its names. */
export function updateDnsHost(network: Network, { command, xml }: NetworkChange): Network {
  if (command === "modify") refuseChange("DNS HOST records cannot be modified, only added or deleted");
  const adds = isAdd(command);
  const host = readFragment(network, { shape: dnsHost, xml }, (value, fail) => {
    checkDnsHost(value, fail, { partial: !adds });
  });
  const hosts = network.dns?.hosts ?? [];
  const found = indexes(hosts, (each) =>
    (host.ip !== undefined && sameAddress(each.ip, host.ip)) ||
    (!adds && (host.hostnames ?? []).some((name) => each.hostnames?.includes(name))));
  if (adds) {
    if (found.length > 0) {
      refuse(`there is already at least one DNS HOST record with a matching field in network ${network.name}`);
    }
    return withDns(network, { hosts: withAdded(hosts, host, command) });
  }
  refuseUnlessDelete(command);
  const at = theOnly(found, {
    none: `couldn't locate a matching DNS HOST record in network ${network.name}`,
    several: `multiple matching DNS HOST records were found in network ${network.name}`,
  });
  return withDns(network, { hosts: without(hosts, at) });
}

/** Adds or removes a service record. */
export function updateDnsSrv(network: Network, { command, xml }: NetworkChange): Network {
  if (command === "modify") refuseChange("DNS SRV records cannot be modified, only added or deleted");
  const adds = isAdd(command);
  const srv = readFragment(network, { shape: dnsSrv, xml }, (value, fail) => {
    checkDnsSrv(value, fail, { partial: !adds });
  });
  const srvs = network.dns?.srvs ?? [];
  const found = indexes(
    srvs,
    (each) =>
      (["domain", "service", "protocol", "target"] as const).every((name) =>
        srv[name] === undefined || srv[name] === each[name]
      ),
  );
  if (adds) {
    if (found.length > 0) {
      refuse(`there is already at least one DNS SRV record matching all specified fields in network ${network.name}`);
    }
    return withDns(network, { srvs: withAdded(srvs, srv, command) });
  }
  refuseUnlessDelete(command);
  const at = theOnly(found, {
    none: `couldn't locate a matching DNS SRV record in network ${network.name}`,
    several: `multiple DNS SRV records matching all specified fields were found in network ${network.name}`,
  });
  return withDns(network, { srvs: without(srvs, at) });
}

/** Adds or removes a text record. */
export function updateDnsTxt(network: Network, { command, xml }: NetworkChange): Network {
  if (command === "modify") refuseChange("DNS TXT records cannot be modified, only added or deleted");
  const adds = isAdd(command);
  const txt = readFragment(network, { shape: dnsTxt, xml }, (value, fail) => {
    checkDnsTxt(value, fail, { partial: !adds });
  });
  const txts = network.dns?.txts ?? [];
  const at = txts.findIndex(({ name }) => name === txt.name);
  if (adds) {
    if (at >= 0) refuse(`there is already a DNS TXT record with name '${txt.name}' in network ${network.name}`);
    return withDns(network, { txts: withAdded(txts, txt, command) });
  }
  refuseUnlessDelete(command);
  if (at < 0) refuse(`couldn't locate a matching DNS TXT record in network ${network.name}`);
  return withDns(network, { txts: without(txts, at) });
}

function indexes<T>(list: readonly T[], fits: (value: T) => boolean): number[] {
  return [...list.keys()].filter((index) => fits(list[index] as T));
}

function theOnly(found: readonly number[], words: { readonly none: string; readonly several: string }): number {
  const [first] = found;
  if (first === undefined) return refuse(words.none);
  return found.length > 1 ? refuse(words.several) : first;
}

function withDns(network: Network, change: { readonly [K in keyof Dns]?: Dns[K] | undefined }): Network {
  const { dns: { enable, forwardPlainNames, forwarders, txts, srvs, hosts } = {}, ...rest } = network;
  const dns = defined({ enable, forwardPlainNames, forwarders, txts, srvs, hosts, ...change });
  return Object.keys(dns).length === 0 ? rest : { ...rest, dns };
}
