/**
 * What the DHCP server of a virtual network gave to the guests that run on it.
 *
 * @module
 */

import { mac as macValue } from "../../conf/shape/mod.ts";
import type { DhcpLease } from "../contract.ts";
import { interfacesOf } from "./devices_of.ts";
import type { Guests } from "./domain_state.ts";
import { guestAddresses } from "./guest_addresses.ts";
import type { NetworkRecord } from "./network_list.ts";

/** How long a lease lasts where nothing else is said: dnsmasq's hour. */
const SECONDS = 3600;

/** The leases of all guests; none where the network does not run or gives none. */
export function leasesOf({ name, active, definition }: NetworkRecord, { hypervisor, list }: Guests): DhcpLease[] {
  const served = definition.ips?.find(({ dhcp }) => dhcp !== undefined);
  if (!active || served === undefined) return [];
  const expiryTime = Math.floor(hypervisor.clock.now() / 1000) + SECONDS;
  return [...list.values()].filter(({ id }) => id !== -1).flatMap((guest) =>
    interfacesOf(guest.definition).flatMap((card, at): DhcpLease[] => {
      if (card.type !== "network" || card.source?.network !== name || card.mac?.address === undefined) return [];
      const { address: mac } = card.mac;
      const fixed = served.dhcp?.hosts?.find((host) => macValue.parse(host.mac ?? "") === mac);
      const [own] = guestAddresses({ ips: [served] }, 20 * (guest.id - 1) + at + 1);
      if (own === undefined) return [];
      return [{
        interface: definition.bridge?.name ?? "",
        expiryTime,
        type: own.type,
        mac,
        address: fixed?.ip ?? own.address,
        prefix: own.prefix,
        hostname: fixed?.name ?? `${guest.name}host`,
      }];
    })
  );
}
