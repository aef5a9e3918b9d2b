/**
 * `<networkport>`: how one guest's interface is plugged into a network.
 *
 * @module
 */

import { bandwidth } from "../parts/bandwidth.ts";
import { pciAddress } from "../parts/pci_address.ts";
import { virtualPort } from "../parts/virtual_port.ts";
import { vlan } from "../parts/vlan.ts";
import {
  attribute,
  child,
  choice,
  element,
  mac,
  object,
  oneOf,
  path,
  type ShapeOf,
  string,
  textOf,
  uuid,
  yesNo,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

const bridge = object({
  bridge: attribute("bridge", string, { required: true, ...wrong("Missing network port bridge name") }),
  macTableManager: attribute(
    "macTableManager",
    oneOf("kernel", "libvirt"),
    wrong("Invalid macTableManager setting '%s' in network port"),
  ),
});

/** What the port is plugged into on the host. */
const plug = choice("type", {
  network: bridge,
  bridge,
  direct: {
    dev: attribute("dev", string, { required: true, ...wrong("Missing network port link device name") }),
    mode: attribute("mode", oneOf("vepa", "private", "bridge", "passthrough"), {
      default: "vepa",
      ...wrong("Invalid mode setting '%s' in network port"),
    }),
  },
  "hostdev-pci": {
    managed: attribute("managed", yesNo),
    driver: path("driver", attribute("name", oneOf("kvm", "vfio"), wrong("Missing network port driver name"))),
    address: child("address", pciAddress, { required: true, ...wrong("Missing network port PCI address") }),
  },
});

/** A network port's document. */
export const networkPort = element("networkport", {
  uuid: child("uuid", textOf(uuid, bad("Unable to parse UUID '%s'")), required("network port has no uuid")),
  owner: child("owner", {
    name: child("name", textOf(string), required("network port has no owner name")),
    uuid: child("uuid", textOf(uuid, bad("Unable to parse UUID '%s'")), required("network port has no owner UUID")),
  }, required("network port has no owner name")),
  group: child("group", textOf(string)),
  mac: child(
    "mac",
    { address: attribute("address", mac, required("Unable to parse MAC '%s'")) },
    required("network port has no mac"),
  ),
  virtualPort,
  bandwidth,
  vlan: child("vlan", vlan),
  isolated: path("port", attribute("isolated", yesNo)),
  trustGuestRxFilters: path("rxfilters", attribute("trustGuest", yesNo)),
  plug: child("plug", plug),
});

/** A network port's document as an object; also its JSON form. */
export type NetworkPort = ShapeOf<typeof networkPort>;

function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_NETWORK", detail };
}

function bad(detail: string): ErrorTerms {
  return { code: "VIR_ERR_INTERNAL_ERROR", ...wrong(detail) };
}

function required(detail: string): ErrorTerms & { readonly required: true } {
  return { required: true, ...bad(detail) };
}
