/**
 * Ranges of addresses and the network they have to be in.
 *
 * @module
 */

import { formatIpAddress, type IpAddress, maskPrefix, networkBits, prefixMask } from "../../base/ip_address.ts";
import { addressOf } from "../parts/ip_address.ts";
import type { Fail } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** First and last address. */
export interface AddressRange {
  readonly start: string;
  readonly end: string;
}

/** The network a range is in; -1 where its prefix cannot be known. */
export interface RangeNetwork {
  readonly address: string;
  readonly prefix: number;
}

/** Leading bits of an address's network: given, from the mask, or by the old classes. */
export function prefixOf(
  { address, netmask, prefix }: { readonly address: string; readonly netmask?: string; readonly prefix?: number },
): number {
  if (prefix !== undefined && prefix > 0) return prefix;
  if (netmask !== undefined) return maskPrefix(addressOf(netmask)) ?? -1;
  const { family, bits } = addressOf(address);
  if (bits === 0n) return 0;
  if (family === 6) return 64;
  const first = Number(bits >> 24n);
  return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : -1;
}

/** Refuses a range that is not within its network, is reversed, or has more than 65535 addresses. */
export function checkRange(range: AddressRange, fail: Fail, network?: RangeNetwork): void {
  const [start, end] = [addressOf(range.start), addressOf(range.end)];
  const named = `range ${range.start} - ${range.end}`;
  if (start.family !== end.family) fail("two families", bad(`mismatch of address family in ${named}`));
  if (network !== undefined) checkWithin({ start, end, named }, fail, network);
  if (start.bits >> 16n !== end.bits >> 16n) fail("too large", bad(`${named} is too large (> 65535)`));
  if (end.bits < start.bits) fail("it is reversed", bad(`${named} is reversed `));
}

function checkWithin(
  { start, end, named }: { readonly start: IpAddress; readonly end: IpAddress; readonly named: string },
  fail: Fail,
  network: RangeNetwork,
): void {
  const own = addressOf(network.address);
  const text = formatIpAddress(own);
  if (start.family !== own.family) {
    fail("another family than the network's", bad(`mismatch of address family in ${named} for network ${text}`));
  }
  const { prefix } = network;
  if (prefix < 0 || prefix > (own.family === 4 ? 32 : 128)) {
    fail("no prefix", bad(`bad prefix ${prefix} for network ${text} when  checking ${named}`));
  }
  const first = networkBits(own, prefix);
  if (networkBits(start, prefix) !== first || networkBits(end, prefix) !== first) {
    fail("outside of the network", bad(`${named} is not entirely within network ${text}/${prefix}`));
  }
  if (own.family === 6) return;
  const where = `${named} in network ${text}/${prefix}`;
  const last = first | (prefixMask(4, 32) ^ prefixMask(4, prefix));
  if (start.bits === first) fail("starts too early", bad(`start of ${where} is the network address`));
  if (end.bits === last) fail("ends too late", bad(`end of ${where} is the broadcast address`));
}

function bad(detail: string): ErrorTerms {
  return { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_NONE", detail };
}
