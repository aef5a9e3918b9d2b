/**
 * The addresses that guests get on a virtual network: counted from the first one it serves.
 *
 * @module
 */

import { formatIpAddress, maskPrefix, parseIpAddress } from "../../base/ip_address.ts";
import type { Network } from "../../conf/network/document.ts";
import { addressOf } from "../../conf/parts/ip_address.ts";
import type { GuestInterface } from "../contract.ts";

/** The prefixes of networks that do not say theirs. */
const PREFIXES = { 4: 24, 6: 64 } as const;

/** The address of the guest that is so far from the first; none where the network has no addresses. */
export function guestAddresses({ ips }: Pick<Network, "ips">, offset: number): GuestInterface["addresses"] {
  const [ip] = ips ?? [];
  if (ip === undefined) return [];
  const first = addressOf(ip.dhcp?.ranges?.[0]?.start ?? ip.address);
  const mask = ip.netmask === undefined ? undefined : parseIpAddress(ip.netmask);
  const prefix = ip.prefix ?? (mask === undefined ? undefined : maskPrefix(mask)) ?? PREFIXES[first.family];
  return [{
    type: first.family === 4 ? "ipv4" : "ipv6",
    address: formatIpAddress({ family: first.family, bits: first.bits + BigInt(offset) }),
    prefix,
  }];
}
