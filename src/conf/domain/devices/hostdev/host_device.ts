/**
 * `<hostdev>`: a device of the host that the guest gets for itself.
 *
 * @module
 */

import { pciAddress } from "../../../parts/pci_address.ts";
import {
  attribute,
  child,
  choice,
  type FieldsOf,
  flag,
  mapped,
  merge,
  oneOf,
  onOff,
  type Part,
  path,
  pattern,
  refine,
  type ShapeOf,
  string,
  textOf,
  uuid,
  yesNo,
} from "../../../shape/mod.ts";
import { internal, required, unsupported, wrong } from "../../terms.ts";
import { romInfo } from "../device_info.ts";
import { ipConfig } from "../ip_config.ts";
import { teaming } from "../teaming.ts";
import { scsiSource } from "./scsi_source.ts";
import { checkUsbIdentity, usbIdentity, usbPlace } from "./usb_source.ts";

const managed = attribute("managed", yesNo, { default: false });
const source = required("Missing <source> element in hostdev device");

/** Which driver of the host gives a PCI device away. */
export const pciBackend = path("driver", attribute("name", oneOf("kvm", "vfio", "xen")));

const usb = refine({
  startupPolicy: attribute("startupPolicy", oneOf("mandatory", "requisite", "optional")),
  autoAddress: attribute("autoAddress", yesNo, { only: "live" }),
  missing: attribute("missing", yesNo, { only: "live", drop: ["no"] }),
  guestReset: attribute("guestReset", oneOf("off", "uninitialized", "on")),
  ...usbIdentity,
  address: usbPlace,
}, checkUsbIdentity);

const wwpn = pattern(/naa\.[0-9a-fA-F]{16}/, "naa. and sixteen hexadecimal digits");

const scsiHost = choice("protocol", {
  vhost: {
    wwpn: attribute("wwpn", wwpn, {
      required: true,
      missing: wrong("missing vhost-scsi hostdev source wwpn"),
      ...wrong("malformed 'wwpn' value"),
    }),
  },
}, {
  ...unsupported("Unknown scsi_host subsystem protocol '%s'"),
  missing: wrong("Missing scsi_host subsystem protocol"),
});

const types = {
  ...unsupported("unknown host device source address type '%s'"),
  missing: wrong("missing source address type"),
} as const;

const subsystem = choice("type", {
  usb: { managed, source: child("source", usb, source) },
  pci: {
    managed,
    backend: pciBackend,
    source: child("source", {
      writeFiltering: attribute("writeFiltering", yesNo),
      address: child("address", pciAddress, { default: { domain: 0, bus: 0, slot: 0, function: 0 } }),
    }, source),
  },
  scsi: {
    managed,
    sgIo: attribute("sgio", oneOf("filtered", "unfiltered")),
    rawIo: attribute("rawio", yesNo),
    source: child("source", scsiSource, source),
  },
  scsi_host: {
    managed,
    model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional"), { drop: ["default"] }),
    source: child("source", scsiHost, source),
  },
  mdev: {
    managed,
    model: attribute("model", oneOf("vfio-pci", "vfio-ccw", "vfio-ap"), { required: true }),
    display: attribute("display", onOff),
    ramFb: attribute("ramfb", onOff),
    source: child("source", {
      address: child("address", {
        uuid: attribute("uuid", uuid, {
          required: true,
          missing: unsupported("Missing 'uuid' attribute for element <address>"),
          ...internal("Cannot parse uuid attribute of element <address>"),
        }),
      }, { required: true, ...unsupported("Missing <address> element") }),
    }, source),
  },
}, types);

function named(name: string, kind: string): Part<string> {
  return child(name, textOf(string), required(`Missing <${name}> element in hostdev ${kind} device`));
}

const capabilities = choice("type", {
  storage: { source: child("source", { block: named("block", "storage") }, source) },
  misc: { source: child("source", { char: named("char", "character") }, source) },
  net: {
    source: child("source", { interface: named("interface", "net") }, source),
    ...ipConfig("Domain hostdev device"),
  },
}, types);

const modes = choice("mode", { subsystem, capabilities }, {
  default: "subsystem",
  ...unsupported("unknown hostdev mode '%s'"),
});

const common = { teaming, readonly: flag("readonly"), shareable: flag("shareable"), ...romInfo } as const;

/** What a host device of any kind has. */
export interface HostDeviceFields extends FieldsOf<typeof common> {}

/** A device of the host. */
export type HostDevice = HostDeviceFields & ShapeOf<typeof modes>;

/** The content of `<hostdev>`; only SCSI devices are read-only or shared. */
export const hostDevice: Part<HostDevice> = mapped(merge(modes, common) as Part<HostDevice>, {
  parse(value): HostDevice {
    if (value.mode === "subsystem" && value.type === "scsi") return value;
    const { readonly: _readonly, shareable: _shareable, ...rest } = value;
    return rest;
  },
  format: (value) => value,
});
