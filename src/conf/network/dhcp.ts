/**
 * `<dhcp>` of a network's address: ranges, fixed leases and what to boot.
 *
 * @module
 */

import type { IpAddress } from "../../base/ip_address.ts";
import { addressOf, ipAddress, NO_ADDRESS } from "../parts/ip_address.ts";
import { NAME } from "../parts/names_itself.ts";
import {
  attribute,
  child,
  children,
  element,
  type Fail,
  mac,
  mapped,
  oneOf,
  refine,
  type ShapeOf,
  string,
  uint64,
} from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

/** Minimum of dnsmasq: two minutes. */
const lease = mapped(
  refine({
    expiry: attribute("expiry", uint64),
    unit: attribute("unit", oneOf("seconds", "minutes", "hours")),
  }, ({ expiry = 0, unit = "minutes" }, fail) => {
    const seconds = unit === "seconds" ? expiry : BigInt(expiry) * 60n;
    if (expiry === 0 || unit === "hours" || seconds >= 120) return;
    fail("a lease has to last two minutes", unsupported("The minimum lease time should be greater than 2 minutes"));
  }),
  {
    parse({ expiry, unit = "minutes" }): { expiry?: typeof expiry; unit?: typeof unit } {
      if (expiry === undefined) return {};
      return expiry === 0 ? { expiry } : { expiry, unit };
    },
    format: (value) => value,
  },
);

const leaseChild = mapped(child("lease", lease, { empty: "omit" }), {
  parse: (value) => value?.expiry === undefined ? undefined : value,
  format: (value) => value,
});

const range = {
  start: attribute("start", ipAddress, {
    required: true,
    ...NO_ADDRESS,
    missing: wrong(`Missing 'start' attribute in dhcp range for network '${NAME}'`),
  }),
  end: attribute("end", ipAddress, {
    required: true,
    ...NO_ADDRESS,
    missing: wrong(`Missing 'end' attribute in dhcp range for network '${NAME}'`),
  }),
  lease: leaseChild,
};

const host = {
  mac: attribute("mac", string),
  id: attribute("id", string),
  name: attribute("name", string),
  ip: attribute("ip", ipAddress, wrong(`Invalid IP address in static host definition for network '${NAME}'`)),
  lease: leaseChild,
};

/** One `<range>`. */
export const dhcpRange = element("range", range);
/** One `<host>` with a fixed lease. */
export const dhcpHost = element("host", host);

/** Addresses to lease. */
export type DhcpRange = ShapeOf<typeof dhcpRange>;
/** A fixed lease. */
export type DhcpHost = ShapeOf<typeof dhcpHost>;

/** The network that an entry belongs to, and how complete it has to be. */
export interface DhcpPlace {
  readonly family: IpAddress["family"];
  readonly partial?: boolean;
}

/** Refuses a fixed lease that nobody could get. */
export function checkDhcpHost(entry: DhcpHost, fail: Fail, { family, partial }: DhcpPlace): void {
  const { id, name, ip } = entry;
  if (entry.mac !== undefined) checkMac(entry.mac, fail, family);
  const odd = /[^0-9a-fA-F:]/u.exec(id ?? "")?.[0];
  if (odd !== undefined) {
    fail("an id is hexadecimal", wrong(`Invalid character '${odd}' in id '${id}' of network '${NAME}'`));
  }
  if (name !== undefined && !/^[A-Za-z0-9]/.test(name)) {
    fail("a name starts with a letter or digit", wrong(`Cannot use host name '${name}' in network '${NAME}'`));
  }
  if (partial === true) {
    if ((entry.mac ?? name ?? ip) !== undefined) return;
    const need = "At least one of name, mac, or ip attribute must be specified for static host definition";
    fail("name, mac or ip must be given", wrong(`${need} in network '${NAME}' `));
  }
  if ((family === 6 ? id ?? name : entry.mac ?? name) === undefined) {
    const detail = `Static host definition in IPv${family} network '${NAME}' must have ${
      family === 6 ? "id" : "mac"
    } or name attribute`;
    fail("nothing says whose lease it is", wrong(detail));
  }
  if (ip === undefined) {
    fail("the address is missing", wrong(`Missing IP address in static host definition for network '${NAME}'`));
  }
}

function checkMac(text: string, fail: Fail, family: IpAddress["family"]): void {
  if (family === 6) {
    const detail = `Invalid to specify MAC address '${text}' in network '${NAME}' IPv6 static host definition`;
    fail("IPv6 leases go by id or name", wrong(detail));
  }
  const address = mac.parse(text);
  if (address === undefined) fail("no MAC address", wrong(`Cannot parse MAC address '${text}' in network '${NAME}'`));
  if (!isMulticast(address)) return;
  fail("a multicast address", wrong(`expected unicast mac address, found multicast '${text}' in network '${NAME}'`));
}

/** Whether a canonical MAC address is one of a group. */
export function isMulticast(address: string): boolean {
  return (Number.parseInt(address.slice(0, 2), 16) & 1) === 1;
}

const bootp = {
  file: attribute("file", string),
  server: attribute("server", ipAddress, NO_ADDRESS),
};

/** The child `<dhcp>`; libvirt forgets one that has neither ranges nor hosts. */
export const dhcp = mapped(
  child("dhcp", {
    ranges: children("range", range),
    hosts: children("host", host),
    bootp: mapped(child("bootp", bootp), {
      parse: (value) => value?.file === undefined ? undefined : value,
      format: (value) => value,
    }),
  }),
  {
    parse: (value) => (value?.ranges ?? value?.hosts) === undefined ? undefined : value,
    format: (value) => value,
  },
);

/** Whether two texts of a shape are the same address. */
export function sameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return addressOf(one).bits === addressOf(other).bits && addressOf(one).family === addressOf(other).family;
}
