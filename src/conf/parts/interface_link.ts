/**
 * `<link>`: what a network interface of the host says of its cable.
 *
 * @module
 */

import { attribute, child, oneOf, uint32 } from "../shape/mod.ts";

/** The child `<link>`; one that says nothing counts as absent. */
export const interfaceLink = child("link", {
  speed: attribute("speed", uint32(), { drop: ["0"] }),
  state: attribute("state", oneOf("unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"), {
    drop: [""],
  }),
}, { empty: "omit" });
