/**
 * `<serial>`: a serial port.
 *
 * @module
 */

import { attribute, child, type FieldsOf, merge, oneOf, type Part, path, refine } from "../../../shape/mod.ts";
import { unsupported } from "../../terms.ts";
import { deviceInfo } from "../device_info.ts";
import { type CharacterSource, characterSource, refuseSpiceAgent } from "./source.ts";
import { targetPort } from "./target_port.ts";

const type = oneOf(
  "isa-serial",
  "usb-serial",
  "pci-serial",
  "spapr-vio-serial",
  "system-serial",
  "sclp-serial",
  "isa-debug",
);

const model = oneOf(
  "isa-serial",
  "usb-serial",
  "pci-serial",
  "spapr-vty",
  "pl011",
  "sclpconsole",
  "sclplmconsole",
  "16550a",
  "isa-debugcon",
);

const guestSide = {
  target: child("target", {
    type: attribute("type", type, {
      drop: ["none"],
      ...unsupported("unknown target type '%s' specified for character device"),
    }),
    port: targetPort,
    model: path(
      "model",
      attribute("name", model, {
        drop: ["none", ""],
        ...unsupported("unknown target model '%s' specified for character device"),
      }),
    ),
  }, { empty: "omit" }),
  ...deviceInfo,
} as const;

/** A serial port: what the guest sees of it, and what it is on the host. */
export type Serial = CharacterSource & FieldsOf<typeof guestSide>;

const parts = merge(characterSource({ default: "pty" }), guestSide) as Part<Serial>;

/** The content of `<serial>`. */
export const serial: Part<Serial> = refine(parts, (value, fail) => {
  refuseSpiceAgent(value, fail);
  if (value.target?.type !== "usb-serial" || value.address === undefined || value.address.type === "usb") return;
  fail("a USB port has an address of that type", unsupported("usb-serial requires address of usb type"));
});
