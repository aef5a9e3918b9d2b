/**
 * `<ip>` and `<route>`: how a container's interface is configured, or the host's end of one.
 *
 * @module
 */

import { addressOf, ipAddress } from "../../parts/ip_address.ts";
import { type IpRoute, ipRoute } from "../../parts/ip_route.ts";
import { attribute, children, mapped, nonZero, oneOf, type Part, refine, uint32 } from "../../shape/mod.ts";
import { wrong } from "../terms.ts";

/** One address of an interface. */
export interface InterfaceAddress {
  readonly address: string;
  readonly family?: "ipv4" | "ipv6";
  readonly prefix?: number;
  readonly peer?: string;
}

const given: Part<InterfaceAddress> = refine({
  address: attribute("address", ipAddress, {
    required: true,
    missing: wrong("Missing required address in <ip>"),
    ...wrong("Invalid address '%s' in <ip>"),
  }),
  family: attribute("family", oneOf("ipv4", "ipv6")),
  prefix: nonZero(attribute("prefix", uint32({ max: 128 }), wrong("Invalid prefix value '%s' in <ip>"))),
  peer: attribute("peer", ipAddress, wrong("Invalid peer '%s' in <ip>", "VIR_ERR_INVALID_ARG")),
}, ({ address, family, prefix = 0, peer }, fail) => {
  const actual = addressOf(address).family === 4 ? "ipv4" : "ipv6";
  if (family !== undefined && family !== actual) {
    fail(`${address} is not of the family ${family}`, wrong(`Invalid address '${address}' in <ip>`));
  }
  if (actual === "ipv4" && prefix > 32) {
    fail("a prefix of IPv4 is up to 32", wrong(`Invalid prefix value '${prefix}' in <ip>`));
  }
  if (peer === undefined || addressOf(peer).family === addressOf(address).family) return;
  fail("the peer is of another family", wrong(`Invalid peer '${peer}' in <ip>`, "VIR_ERR_INVALID_ARG"));
});

/** The content of `<ip>`; the family is always written. */
const address: Part<InterfaceAddress> = mapped(given, {
  parse: ({ address, prefix, peer }) => ({
    address,
    family: address.includes(":") ? "ipv6" : "ipv4",
    ...(prefix === undefined ? {} : { prefix }),
    ...(peer === undefined ? {} : { peer }),
  }),
  format: (value) => value,
});

/** The fields `addresses` and `routes`; `place` begins what libvirt says about a wrong route. */
export function ipConfig(place: string): {
  readonly addresses: Part<readonly InterfaceAddress[] | undefined>;
  readonly routes: Part<readonly IpRoute[] | undefined>;
} {
  return { addresses: children("ip", address), routes: children("route", ipRoute(place)) };
}
