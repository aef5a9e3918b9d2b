/**
 * `<interface>`: a network card.
 *
 * @module
 */

import { bandwidth } from "../../../parts/bandwidth.ts";
import { filterReference } from "../../../parts/filter_reference.ts";
import { virtualPort } from "../../../parts/virtual_port.ts";
import { vlan } from "../../../parts/vlan.ts";
import {
  attribute,
  child,
  type Fail,
  type FieldsOf,
  mac,
  mapped,
  merge,
  nonZero,
  oneOf,
  type Part,
  path,
  refine,
  string,
  textOf,
  uint32,
  uint64,
  yesNo,
} from "../../../shape/mod.ts";
import { unsupported, wrong } from "../../terms.ts";
import { romInfo } from "../device_info.ts";
import { ipConfig } from "../ip_config.ts";
import { teaming } from "../teaming.ts";
import { interfaceBackend, interfaceDriver } from "./driver.ts";
import { interfaceModel } from "./model.ts";
import { portForwards } from "./port_forward.ts";
import { type InterfaceKind, interfaceKinds } from "./sources.ts";
import { interfaceTarget } from "./target.ts";

const address = child(
  "mac",
  refine({
    address: attribute("address", mac, wrong("unable to parse mac address '%s'")),
    type: attribute("type", oneOf("generated", "static")),
    check: attribute("check", yesNo),
  }, ({ address }, fail) => {
    const isMulticast = address !== undefined && (Number.parseInt(address.slice(0, 2), 16) & 1) === 1;
    if (!isMulticast) return;
    const detail = `expected unicast mac address, found multicast '${address}'`;
    fail("the address is one of a group", { attribute: "address", ...wrong(detail) });
  }),
);

const beforeSource = {
  managed: attribute("managed", yesNo, { drop: ["no"] }),
  trustGuestRxFilters: attribute("trustGuestRxFilters", yesNo),
  mac: address,
} as const;

const filter = child("filterref", filterReference({}));

const afterSource = {
  vlan: child("vlan", vlan),
  virtualPort,
  bandwidth,
  isolated: path("port", attribute("isolated", yesNo)),
  ...ipConfig("guest interface"),
  portForwards,
  script: path("script", attribute("path", string)),
  downScript: path("downscript", attribute("path", string)),
  backendDomain: path("backenddomain", attribute("name", string)),
  target: interfaceTarget,
  guest: child("guest", { dev: attribute("dev", string), actual: attribute("actual", string) }, { empty: "omit" }),
  model: interfaceModel,
  driver: interfaceDriver,
  backendFiles: interfaceBackend,
  filter,
  sendBuffer: path("tune", child("sndbuf", textOf(uint64, wrong("sndbuf must be a positive integer")))),
  teaming,
  link: path("link", attribute("state", oneOf("up", "down"), unsupported("unknown interface link state '%s'"))),
  mtu: path("mtu", nonZero(attribute("size", uint32(), wrong("malformed mtu size")))),
  coalescedFrames: path(
    "coalesce/rx/frames",
    nonZero(attribute("max", uint32(), wrong("cannot parse value '%s' for coalesce parameter", "VIR_ERR_XML_DETAIL"))),
  ),
  ...romInfo,
} as const;

/** What an interface of any type has. */
export interface InterfaceFields extends FieldsOf<typeof beforeSource>, FieldsOf<typeof afterSource> {}

/** A network card. */
export type Interface = InterfaceFields & InterfaceKind;

const parts = merge(beforeSource, interfaceKinds, afterSource) as Part<Interface>;

/** The content of `<interface>`. */
export const networkInterface: Part<Interface> = mapped(refine(parts, checkVirtualPort), {
  parse: completed,
  format: (value) => value,
});

/** Types that announce themselves to a switch. */
const ANNOUNCED: readonly Interface["type"][] = ["network", "bridge", "direct", "hostdev"];

/** Types that a filter can watch. */
const FILTERED: readonly Interface["type"][] = ["network", "bridge", "ethernet"];

function checkVirtualPort({ type, virtualPort }: Interface, fail: Fail): void {
  if (virtualPort === undefined || ANNOUNCED.includes(type)) return;
  const detail = `<virtualport> element unsupported for <interface type='${type}'>`;
  fail("such an interface does not announce itself", unsupported(detail));
}

/** Without what libvirt overlooks for the type. */
function completed(value: Interface): Interface {
  const { managed, filter, ...rest } = value;
  return {
    ...rest,
    ...(managed === undefined || value.type !== "hostdev" ? {} : { managed }),
    ...(filter === undefined || !FILTERED.includes(value.type) ? {} : { filter }),
  };
}
