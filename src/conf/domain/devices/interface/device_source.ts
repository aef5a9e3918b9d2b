/**
 * `<source>` of an interface that is a device of the host.
 *
 * @module
 */

import { pciAddress } from "../../../parts/pci_address.ts";
import { attribute, child, choice, cNumber, type Part, refine, type ShapeOf, yesNo } from "../../../shape/mod.ts";
import { required, unsupported, wrong } from "../../terms.ts";
import { checkUsbIdentity, usbIdentity } from "../hostdev/usb_source.ts";

const address = choice("type", {
  pci: pciAddress,
  usb: {
    bus: attribute("bus", cNumber(), { required: true }),
    device: attribute("device", cNumber(), { required: true }),
  },
}, {
  ...unsupported("unknown host device source address type '%s'"),
  missing: wrong("missing source address type"),
});

const fields = {
  writeFiltering: attribute("writeFiltering", yesNo),
  ...usbIdentity,
  address: child("address", address),
} as const;

/** A network device of the host; what it is, or where it is. */
export type DeviceSource = ShapeOf<typeof fields>;

/** The child `<source>`. */
export const deviceSource: Part<DeviceSource> = child(
  "source",
  refine(fields, (value, fail) => {
    checkUsbIdentity(value, fail);
    if (value.vendor !== undefined || value.address !== undefined) return;
    fail("the address is missing", wrong("missing source address type"));
  }),
  required("missing source address type"),
);
