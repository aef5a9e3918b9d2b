/**
 * `<interface>`: a network interface of the host, by itself or made of others.
 *
 * @module
 */

import { interfaceLink } from "../parts/interface_link.ts";
import {
  attribute,
  child,
  children,
  choice,
  element,
  int32,
  mapped,
  nonZero,
  oneOf,
  onOff,
  path,
  refine,
  type ShapeOf,
  string,
  uint32,
} from "../shape/mod.ts";
import { protocols } from "./protocol.ts";
import { wrong } from "./terms.ts";

const name = attribute("name", string, { required: true, missing: wrong("interface has no name") });

/** What only an interface has that is no part of another. */
const top = {
  name,
  start: path(
    "start",
    attribute("mode", oneOf("none", "onboot", "hotplug"), {
      drop: [""],
      ...wrong("unknown interface startmode %s"),
    }),
  ),
  mtu: refine(path("mtu", attribute("size", uint32(), { drop: ["", "0"] })), (size, fail) => {
    if (size <= 100_000) return;
    fail("too large", wrong("value of the 'size' attribute of 'mtu' element must be at most 100000"));
  }),
  protocols,
};

const mac = path("mac", attribute("address", string, { drop: [""] }));

const ethernet = { link: interfaceLink, mac };

const vlan = {
  link: interfaceLink,
  vlan: child("vlan", {
    tag: attribute("tag", string, {
      required: true,
      drop: [""],
      missing: wrong("vlan interface misses the tag attribute"),
    }),
    interface: child("interface", {
      name: attribute("name", string, {
        required: true,
        drop: [""],
        missing: wrong("vlan interface misses name attribute"),
      }),
    }, { required: true, ...wrong("vlan interface misses name attribute") }),
  }, { required: true, ...wrong("vlan interface misses the vlan element") }),
};

function delay(name: string) {
  return nonZero(attribute(name, int32(), { drop: [""], ...wrong(`bond interface miimon ${name} invalid`) }));
}

const FREQUENCY = wrong("bond interface miimon freq missing or invalid");
const INTERVAL = wrong("bond interface arpmon interval missing or invalid");

const members = choice("type", { ethernet: { name, ...ethernet } }, wrong("interface has unsupported type '%s'"));

const bond = {
  link: interfaceLink,
  bond: child(
    "bond",
    mapped({
      mode: attribute(
        "mode",
        oneOf(
          "balance-rr",
          "active-backup",
          "balance-xor",
          "broadcast",
          "802.3ad",
          "balance-tlb",
          "balance-alb",
        ),
        { drop: [""], ...wrong("unknown bonding mode %s") },
      ),
      miiMonitor: child("miimon", {
        frequency: attribute("freq", int32(), { required: true, drop: [""], ...FREQUENCY, missing: FREQUENCY }),
        downDelay: delay("downdelay"),
        upDelay: delay("updelay"),
        carrier: attribute("carrier", oneOf("ioctl", "netif"), {
          drop: [""],
          ...wrong("unknown mii bonding carrier %s"),
        }),
      }),
      arpMonitor: child("arpmon", {
        interval: attribute("interval", int32(), { required: true, drop: [""], ...INTERVAL, missing: INTERVAL }),
        target: attribute("target", string, {
          required: true,
          drop: [""],
          missing: wrong("bond interface arpmon target missing"),
        }),
        validate: attribute("validate", oneOf("active", "backup", "all"), {
          drop: [""],
          ...wrong("unknown arp bonding validate %s"),
        }),
      }),
      interfaces: children("interface", members, { empty: "block" }),
    }, {
      // The first way of watching the cables is the one that counts.
      parse({ arpMonitor, ...value }) {
        return arpMonitor === undefined || value.miiMonitor !== undefined ? value : { ...value, arpMonitor };
      },
      format: (value) => value,
    }),
    { required: true, empty: "block", ...wrong("bond interface misses the bond element") },
  ),
};

const ports = choice("type", {
  ethernet: { name, ...ethernet },
  bond: { name, ...bond },
  vlan: { name, ...vlan },
}, wrong("interface has unsupported type '%s'"));

const bridge = {
  bridge: child("bridge", {
    stp: attribute("stp", onOff, wrong("bridge interface stp should be on or off got %s")),
    delay: attribute("delay", string),
    interfaces: children("interface", ports, { empty: "block" }),
  }, { required: true, empty: "block", ...wrong("bridge interface misses the bridge element") }),
};

/** An interface's document. */
export const interfaceDocument = element(
  "interface",
  choice("type", {
    ethernet: { ...top, ...ethernet },
    bridge: { ...top, ...bridge },
    bond: { ...top, ...bond },
    vlan: { ...top, ...vlan },
  }),
  { empty: "block" },
);

/** An interface as an object; also its JSON form. */
export type InterfaceDocument = ShapeOf<typeof interfaceDocument>;
