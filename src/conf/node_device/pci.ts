/**
 * The capability of a PCI device.
 *
 * @module
 */

import { NAME } from "../parts/names_itself.ts";
import { pciAddress } from "../parts/pci_address.ts";
import { selectedChild } from "../parts/selected_child.ts";
import {
  attribute,
  child,
  children,
  int32,
  mapped,
  oneOf,
  path,
  string,
  textOf,
  uint32,
  type Value,
} from "../shape/mod.ts";
import { mediatedTypes } from "./mediated.ts";
import { capability, hexText, identity, internal, number, requiredText, text } from "./values.ts";

const pciClass: Value<number> = {
  parse(found): number | undefined {
    const digits = /^\s*(?:0[xX])?([0-9a-fA-F]{1,6})$/.exec(found)?.[1];
    return digits === undefined ? undefined : Number.parseInt(digits, 16);
  },
  format: (given) => `0x${given.toString(16).padStart(6, "0")}`,
  schema: { type: "integer", minimum: 0, maximum: 0xff_ffff },
  expected: "a hexadecimal number up to 0xffffff",
};

const link = {
  port: attribute("port", int32(), { drop: ["-1"] }),
  speed: attribute("speed", oneOf("2.5", "5", "8", "16", "32", "64"), { drop: [""] }),
  width: attribute("width", uint32(), { required: true }),
};

function fields(name: string) {
  return children(name, { index: attribute("index", string, { required: true }), value: textOf(string) });
}

const vpd = {
  name: requiredText("name", {
    domain: "VIR_FROM_NODEDEV",
    detail: "Could not read a device name from the <name> element",
  }),
  readOnly: selectedChild({ child: "fields", by: "access", word: "readonly", empty: "block" }, {
    changeLevel: text("change_level"),
    manufactureId: text("manufacture_id"),
    partNumber: text("part_number"),
    serialNumber: text("serial_number"),
    vendorFields: fields("vendor_field"),
  }),
  readWrite: selectedChild({ child: "fields", by: "access", word: "readwrite", empty: "block" }, {
    assetTag: text("asset_tag"),
    vendorFields: fields("vendor_field"),
    systemFields: fields("system_field"),
  }),
};

const iommuGroup = mapped(
  child("iommuGroup", {
    number: attribute("number", uint32(), { required: true }),
    addresses: children("address", pciAddress),
  }),
  { parse: (value) => value?.addresses === undefined ? undefined : value, format: (value) => value },
);

/** What a PCI device is. */
export const pci = {
  class: child("class", textOf(pciClass, internal(`invalid PCI class supplied for '${NAME}'`))),
  domain: number("domain", "PCI domain ID"),
  bus: number("bus", "PCI bus ID"),
  slot: number("slot", "PCI slot ID"),
  function: number("function", "PCI function ID"),
  product: identity("product", { label: "PCI product ID" }),
  vendor: identity("vendor", { label: "PCI vendor ID" }),
  physicalFunction: capability("phys_function", {
    address: child("address", pciAddress, {
      required: true,
      domain: "VIR_FROM_NODEDEV",
      detail: "Missing address in 'phys_function' capability",
    }),
  }),
  virtualFunctions: capability("virt_functions", {
    maxCount: attribute("maxCount", uint32(), {
      drop: ["", "0"],
      domain: "VIR_FROM_NODEDEV",
      detail: "Malformed 'maxCount' parameter",
    }),
    addresses: children("address", pciAddress),
  }),
  pciBridge: capability("pci-bridge", {}),
  cardbusBridge: capability("cardbus-bridge", {}),
  mediatedTypes,
  vpd: capability("vpd", vpd),
  iommuGroup,
  numaNode: mapped(
    path(
      "numa",
      attribute("node", int32(), { drop: [""], ...internal(`invalid NUMA node ID supplied for '${NAME}'`) }),
    ),
    { parse: (node) => node === undefined || node < 0 ? undefined : node, format: (node) => node },
  ),
  express: child("pci-express", {
    capable: selectedChild({ child: "link", by: "validity", word: "cap" }, link),
    state: selectedChild({ child: "link", by: "validity", word: "sta" }, link),
  }),
};

const channelAddress = {
  cssid: hexText("cssid", { width: 1, max: 0xfe }),
  ssid: hexText("ssid", { width: 1, max: 3 }),
  devno: hexText("devno", { width: 4, always: true, max: 0xffff }),
};

/** A device on a channel of a mainframe. */
export const ccw = channelAddress;

/** A channel of a mainframe. */
export const css = {
  ...channelAddress,
  channelDevice: child("channel_dev_addr", channelAddress),
  mediatedTypes,
};
