/**
 * `<network>`: what guests are plugged into, and what is served there.
 *
 * @module
 */

import { bandwidth } from "../parts/bandwidth.ts";
import { ipRoute } from "../parts/ip_route.ts";
import { NAME, namesItself } from "../parts/names_itself.ts";
import { type VirtualPort, virtualPort } from "../parts/virtual_port.ts";
import { vlan } from "../parts/vlan.ts";
import {
  attribute,
  child,
  children,
  element,
  mac,
  mapped,
  oneOf,
  onOff,
  path,
  type ShapeOf,
  string,
  textOf,
  uint32,
  uint64,
  uuid,
  verbatim,
  yesNo,
} from "../shape/mod.ts";
import { checkNetwork } from "./check_network.ts";
import { dns } from "./dns.ts";
import { dnsmasqNamespace, dnsmasqOptions } from "./dnsmasq_options.ts";
import { forward } from "./forward.ts";
import { ip } from "./ip.ts";
import { portGroup } from "./port_group.ts";
import { wrong } from "./terms.ts";

const bridge = child("bridge", {
  name: attribute("name", string, { drop: [""] }),
  zone: attribute("zone", string, { drop: [""] }),
  stp: attribute("stp", onOff, { drop: [""] }),
  delay: attribute("delay", uint64, { drop: [""], ...wrong(`Invalid delay value in network '${NAME}'`) }),
  macTableManager: attribute("macTableManager", oneOf("kernel", "libvirt"), {
    drop: [""],
    ...wrong(`Invalid macTableManager setting '%s' in network '${NAME}'`),
  }),
}, { empty: "omit" });

const domain = mapped(
  child("domain", { name: attribute("name", string), localOnly: attribute("localOnly", yesNo) }, { empty: "omit" }),
  {
    parse: (value) => value?.name === undefined ? undefined : { ...value, name: value.name },
    format: (value) => value,
  },
);

/** A network's own port profile has to say its type, also where it says nothing else. */
const typedPort: typeof virtualPort = {
  ...virtualPort,
  read(reader, context): VirtualPort | undefined {
    const [found] = reader.children("virtualport");
    if (found !== undefined && found.attribute("type") === undefined) {
      const detail = "missing required virtualport type";
      found.fail("the type is missing", "type", { domain: "VIR_FROM_NONE", detail });
    }
    return virtualPort.read(reader, context);
  },
};

/** What the elements say, before the whole is looked at. */
const written = {
  dnsmasqNamespace,
  connections: attribute("connections", uint32(), { only: "live" }),
  ipv6: attribute("ipv6", yesNo, { drop: ["no", ""], ...wrong(`Invalid ipv6 setting '%s' in network '${NAME}'`) }),
  trustGuestRxFilters: attribute("trustGuestRxFilters", yesNo),
  name: child("name", textOf(string), {
    required: true,
    code: "VIR_ERR_NO_NAME",
    domain: "VIR_FROM_NETWORK",
    detail: "",
  }),
  uuid: child(
    "uuid",
    textOf(uuid, { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_NETWORK", detail: "malformed uuid element" }),
  ),
  metadata: verbatim("metadata"),
  forward,
  bridge,
  mtu: path(
    "mtu",
    attribute("size", uint32(), { drop: ["", "0"], ...wrong(`Invalid mtu size '%s' in network '${NAME}'`) }),
  ),
  mac: path(
    "mac",
    attribute("address", mac, { drop: [""], ...wrong(`Invalid bridge mac address '%s' in network '${NAME}'`) }),
  ),
  domain,
  dns,
  vlan: child("vlan", vlan),
  bandwidth,
  isolatedPort: path("port", attribute("isolated", yesNo)),
  ips: children("ip", ip, { empty: "block" }),
  routes: children("route", ipRoute(NAME)),
  virtualPort: typedPort,
  portGroups: children("portgroup", portGroup, { empty: "block" }),
  dnsmasqOptions,
};

/** What the elements of a network say. */
export type WrittenNetwork = ShapeOf<typeof written>;

/** A network's document as an object; also its JSON form. */
export type Network = Omit<WrittenNetwork, "dnsmasqNamespace">;

/** A network's document. */
export const network = element(
  "network",
  namesItself(mapped(written, {
    parse: (value, fail): Network => checkNetwork(value, fail),
    format: (value): WrittenNetwork =>
      value.dnsmasqOptions === undefined ? value : { ...value, dnsmasqNamespace: true },
  })),
);
