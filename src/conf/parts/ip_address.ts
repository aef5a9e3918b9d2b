/**
 * A value that is an IP address, kept in the one form that libvirt writes.
 *
 * @module
 */

import { formatIpAddress, type IpAddress, parseIpAddress } from "../../base/ip_address.ts";
import type { Value } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** An IPv4 or IPv6 address without a port. */
export const ipAddress: Value<string> = ofFamily(undefined);

/** An IPv4 address. */
export const ipv4Address: Value<string> = ofFamily(4);

/** What libvirt says about a text that is no address where it has no words of its own for the place. */
export const NO_ADDRESS = {
  code: "VIR_ERR_SYSTEM_ERROR",
  domain: "VIR_FROM_NONE",
  detail: "Cannot parse socket address '%s': Name or service not known",
} as const satisfies ErrorTerms;

/** The number of an address that a shape has read. */
export function addressOf(text: string): IpAddress {
  return parseIpAddress(text) ?? { family: 4, bits: 0n };
}

function ofFamily(family: 4 | 6 | undefined): Value<string> {
  return {
    parse(text): string | undefined {
      const address = parseIpAddress(text);
      if (address === undefined || (family !== undefined && address.family !== family)) return undefined;
      return formatIpAddress(address);
    },
    format: (text) => text,
    schema: { type: "string" },
    expected: family === 4 ? "an IPv4 address" : "an IP address",
  };
}
