/**
 * `<ip>` of a network: the host's address in it, and what is served there.
 *
 * @module
 */

import { addressOf, ipAddress } from "../parts/ip_address.ts";
import { NAME } from "../parts/names_itself.ts";
import { attribute, type Fail, mapped, path, type ShapeOf, string, uint32, yesNo } from "../shape/mod.ts";
import { checkRange, prefixOf } from "./address_range.ts";
import { checkDhcpHost, dhcp } from "./dhcp.ts";
import { unsupported, wrong } from "./terms.ts";

const written = {
  family: attribute("family", string, { drop: [""] }),
  address: attribute("address", ipAddress, {
    required: true,
    ...wrong(`Invalid address '%s' in network '${NAME}'`),
    missing: wrong(`Missing required address attribute in network '${NAME}'`),
  }),
  netmask: attribute("netmask", ipAddress, { drop: [""], ...wrong(`Invalid netmask '%s' in network '${NAME}'`) }),
  prefix: attribute("prefix", uint32()),
  localPtr: attribute("localPtr", yesNo),
  tftp: path("tftp", attribute("root", string, { drop: [""] })),
  dhcp,
};

/** The content of `<ip>`. */
export const ip = mapped(written, { parse: checked, format: (value) => value });

/** The host's address in a network. */
export type Ip = ShapeOf<typeof ip>;

type Written = ShapeOf<typeof written>;

function checked(value: Written, fail: Fail): Written {
  const { family } = addressOf(value.address);
  checkFamily(value, fail);
  const network = { address: value.address, prefix: prefixOf(value) };
  for (const range of value.dhcp?.ranges ?? []) checkRange(range, fail, network);
  for (const host of value.dhcp?.hosts ?? []) checkDhcpHost(host, fail, { family });
  if (family === 6 && value.tftp !== undefined) {
    fail("no TFTP over IPv6", unsupported(`Unsupported <tftp> element in an IPv6 element in network '${NAME}'`));
  }
  const { prefix, dhcp: served, ...rest } = value;
  const { bootp, ...leases } = served ?? {};
  return {
    ...rest,
    ...(prefix ? { prefix } : {}),
    ...(served === undefined ? {} : { dhcp: family === 6 || bootp === undefined ? leases : { ...leases, bootp } }),
  };
}

function checkFamily(value: Written, fail: Fail): void {
  const { family = "ipv4", address, netmask, prefix = 0 } = value;
  const isV4 = addressOf(address).family === 4;
  const place = `in network '${NAME}'`;
  if (family === "ipv4") {
    if (!isV4) {
      const stated = value.family === undefined ? "no" : "ipv4";
      fail("no IPv4 address", unsupported(`${stated} family specified for non-IPv4 address '${address}' ${place}`));
    }
    if (netmask !== undefined && addressOf(netmask).family !== 4) {
      const detail = `Invalid netmask '${netmask}' for address '${address}' ${place} (both must be IPv4)`;
      fail("no IPv4 mask", unsupported(detail));
    }
    if (netmask !== undefined && prefix > 0) {
      const detail = `Network '${NAME}' IP address cannot have both a prefix and a netmask`;
      fail("netmask or prefix, not both", unsupported(detail));
    }
    if (prefix > 32) fail("a prefix of 32 at most", unsupported(`Invalid IPv4 prefix '${prefix}' ${place}`));
  } else if (family === "ipv6") {
    if (isV4) {
      fail("no IPv6 address", unsupported(`Family 'ipv6' specified for non-IPv6 address '${address}' ${place}`));
    }
    if (netmask !== undefined) {
      fail("IPv6 has prefixes", unsupported(`netmask not allowed for IPv6 address '${address}' ${place}`));
    }
    if (prefix > 128) fail("a prefix of 128 at most", unsupported(`Invalid IPv6 prefix '${prefix}' ${place}`));
  } else fail("no such family", { ...wrong(`Unrecognized family '${family}' ${place}`), attribute: "family" });
}
