/**
 * `<portgroup>` of a network: settings that guests choose by name.
 *
 * @module
 */

import { bandwidth } from "../parts/bandwidth.ts";
import { virtualPort } from "../parts/virtual_port.ts";
import { vlan } from "../parts/vlan.ts";
import { attribute, child, element, string, yesNo } from "../shape/mod.ts";
import { wrong } from "./terms.ts";

const written = {
  name: attribute("name", string, {
    required: true,
    missing: wrong("Missing required name attribute in portgroup"),
  }),
  default: attribute("default", yesNo, { drop: ["no"] }),
  trustGuestRxFilters: attribute("trustGuestRxFilters", yesNo),
  vlan: child("vlan", vlan),
  virtualPort,
  bandwidth,
};

/** One `<portgroup>`. */
export const portGroup = element("portgroup", written, { empty: "block" });
