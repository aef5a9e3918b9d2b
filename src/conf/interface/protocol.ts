/**
 * `<protocol>` of an interface: how it gets its addresses.
 *
 * @module
 */

import { attribute, child, children, choice, flag, int32, mapped, path, string, yesNo } from "../shape/mod.ts";
import { wrong } from "./terms.ts";

const dhcp = child("dhcp", { peerDns: attribute("peerdns", yesNo) });

const ips = mapped(
  children("ip", { address: attribute("address", string), prefix: attribute("prefix", int32(), { drop: ["0"] }) }),
  {
    parse(list = []) {
      const found = list.flatMap(({ address, ...rest }) => address === undefined ? [] : [{ address, ...rest }]);
      return found.length === 0 ? undefined : found;
    },
    format: (list) => list,
  },
);

const gateway = path("route", attribute("gateway", string, { drop: [""] }));

/** The protocols in their order. */
export const protocols = children(
  "protocol",
  choice("family", {
    ipv4: { dhcp, ips, gateway },
    ipv6: { autoconf: flag("autoconf"), dhcp, ips, gateway },
  }, { ...wrong("unsupported protocol family '%s'"), missing: wrong("protocol misses the family attribute") }),
  { empty: "block" },
);
