/**
 * `<model>` of an interface: which card the guest sees.
 *
 * @module
 */

import { attribute, path, type Value } from "../../../shape/mod.ts";

/** Cards whose spelling libvirt knows, whatever case they are given in. */
const KNOWN = [
  "netfront",
  "rtl8139",
  "virtio",
  "e1000",
  "e1000e",
  "virtio-transitional",
  "virtio-non-transitional",
  "usb-net",
  "spapr-vlan",
  "lan9118",
  "scm91c111",
  "vlance",
  "vmxnet",
  "vmxnet2",
  "vmxnet3",
  "Am79C970A",
  "Am79C973",
  "82540EM",
  "82545EM",
  "82543GC",
] as const;

const card: Value<string> = {
  parse(text): string | undefined {
    const known = KNOWN.find((each) => each.toLowerCase() === text.toLowerCase());
    return known ?? (/^[A-Za-z0-9_-]*$/.test(text) ? text : undefined);
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^[A-Za-z0-9_-]*$" },
  expected: "letters, digits, _ and -",
};

/** The child `<model>`. */
export const interfaceModel = path(
  "model",
  attribute("type", card, {
    drop: ["", "unknown"],
    code: "VIR_ERR_INVALID_ARG",
    domain: "VIR_FROM_DOMAIN",
    detail: "Model name contains invalid characters",
  }),
);
