/**
 * `<device>`: a device of the host, and what it can do.
 *
 * @module
 */

import { NAME, namesItself } from "../parts/names_itself.ts";
import {
  attribute,
  child,
  children,
  choice,
  type Element,
  element,
  type Fail,
  mapped,
  oneOf,
  path,
  refine,
  type ShapeOf,
  string,
  textIfAny,
  textOf,
  uuid,
} from "../shape/mod.ts";
import { mediatedDevice, mediatedTypeList, mediatedTypes } from "./mediated.ts";
import { net } from "./network.ts";
import { ccw, css, pci } from "./pci.ts";
import { newScsiHost, scsi, scsiHost, scsiTarget, storage } from "./storage.ts";
import { hexText, identity, internal, number, requiredText, text, unsupported } from "./values.ts";

const system = {
  product: text("product"),
  hardware: child("hardware", {
    vendor: text("vendor"),
    version: text("version"),
    serial: text("serial"),
    uuid: child("uuid", textOf(uuid, internal(`malformed uuid element for '${NAME}'`)), {
      required: true,
      ...internal(`no system UUID supplied for '${NAME}'`),
    }),
  }, { required: true, empty: "block", ...internal(`no system UUID supplied for '${NAME}'`) }),
  firmware: child("firmware", {
    vendor: text("vendor"),
    version: text("version"),
    releaseDate: text("release_date"),
  }, { default: {}, empty: "block" }),
};

const usbDevice = {
  bus: number("bus", "USB bus number"),
  device: number("device", "USB device number"),
  product: identity("product", { label: "USB product ID", space: true }),
  vendor: identity("vendor", { label: "USB vendor ID", space: true }),
};

const usb = {
  number: number("number", "USB interface number"),
  class: number("class", "USB interface class"),
  subclass: number("subclass", "USB interface subclass"),
  protocol: number("protocol", "USB interface protocol"),
  description: text("description"),
};

const adapter = hexText("ap-adapter", { width: 2 });

const apQueue = refine({ adapter, domain: hexText("ap-domain", { width: 4 }) }, ({ domain }, fail) => {
  if (domain > 255) fail("too large", unsupported(`ap-domain value '${domain}' is out of range for '${NAME}'`));
});

function capabilities(isNew: boolean) {
  return choice("type", {
    system,
    pci,
    usb_device: usbDevice,
    usb,
    net,
    scsi_host: isNew ? newScsiHost : scsiHost,
    scsi_target: scsiTarget,
    scsi,
    storage,
    scsi_generic: { char: text("char") },
    drm: {
      kind: child(
        "type",
        textOf(oneOf("primary", "control", "render"), unsupported(`unknown drm type '%s' for '${NAME}'`)),
        {
          required: true,
          ...unsupported(`unknown drm type '(null)' for '${NAME}'`),
        },
      ),
    },
    mdev_types: { types: mediatedTypeList },
    mdev: mediatedDevice,
    ccw,
    css,
    vdpa: { chardev: text("chardev") },
    ap_card: { adapter },
    ap_queue: apQueue,
    ap_matrix: { mediatedTypes },
  });
}

const nodes = mapped(
  children("devnode", {
    type: attribute("type", oneOf("dev", "link"), { required: true }),
    path: textOf(string, { emptyIsAbsent: false }),
  }),
  {
    // The device itself is written first; of several the last counts.
    parse(list) {
      if (list === undefined) return undefined;
      const own = list.findLast(({ type }) => type === "dev");
      return [...own === undefined ? [] : [own], ...list.filter(({ type }) => type === "link")];
    },
    format: (list) => list,
  },
);

const parent = child("parent", {
  wwnn: attribute("wwnn", string, { drop: [""] }),
  wwpn: attribute("wwpn", string, { drop: [""] }),
  fabricWwn: attribute("fabric_wwn", string, { drop: [""] }),
  name: textIfAny(string),
});

function fields(isNew: boolean) {
  return {
    name: isNew
      ? mapped(text("name"), { parse: () => "new device", format: (name) => name })
      : requiredText("name", { code: "VIR_ERR_NO_NAME", domain: "VIR_FROM_NODEDEV", detail: "" }),
    path: text("path"),
    nodes,
    parent,
    driver: path("driver/name", textOf(string)),
    capabilities: children("capability", capabilities(isNew), {
      min: 1,
      empty: "block",
      ...internal(`no device capabilities for '${NAME}'`),
    }),
  };
}

/** A device's document. */
export const nodeDevice = element("device", namesItself(refine(fields(false), checkParent)));

/** A device as an object; also its JSON form. */
export type NodeDevice = ShapeOf<typeof nodeDevice>;

/** The document of a device that is to be made: its name is not chosen yet, nor which SCSI host it becomes. */
export const newNodeDevice: Element<NewNodeDevice> = element("device", namesItself(refine(fields(true), checkParent)));

/** A device that is to be made. */
export type NewNodeDevice = ShapeOf<ReturnType<typeof newFields>>;

function newFields() {
  return fields(true);
}

/** One capability of a device. */
export type NodeDeviceCapability = NodeDevice["capabilities"][number];

function checkParent(
  value: { readonly parent?: { readonly wwnn?: string; readonly wwpn?: string } },
  fail: Fail,
): void {
  const { wwnn, wwpn } = value.parent ?? {};
  if ((wwnn === undefined) === (wwpn === undefined)) return;
  const [given, missing] = wwnn === undefined ? ["wwpn", "wwnn"] : ["wwnn", "wwpn"];
  const detail = `when providing parent ${given}='${wwnn ?? wwpn}', the ${missing} must also be provided`;
  fail("both names of the parent must be given", { domain: "VIR_FROM_NODEDEV", detail });
}
