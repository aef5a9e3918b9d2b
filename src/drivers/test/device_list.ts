/**
 * The devices of the host: found by name, and by what they can do.
 *
 * @module
 */

import { type NodeDevice, nodeDevice } from "../../conf/node_device/document.ts";
import { parseShape } from "../../conf/shape/mod.ts";
import type { ListNodeDevicesFlags } from "../../model/list_filters.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";

/** A host bus adapter. */
export type ScsiHost = Extract<NodeDevice["capabilities"][number], { readonly type: "scsi_host" }>;

/** Devices by name. */
export type DeviceList = Map<string, NodeDevice>;

/** The devices that a hypervisor begins with. */
export function openDevices({ node }: Hypervisor): DeviceList {
  const devices: DeviceList = new Map();
  for (const xml of node.devices) {
    const device = parsing("the device", () => parseShape(nodeDevice, xml, { unknown: "ignore" }));
    devices.set(device.name, device);
  }
  return devices;
}

/**
 * The device of this name.
 *
 * @throws VirtError where there is none
 */
export function requireDevice(devices: DeviceList, name: string): NodeDevice {
  const device = devices.get(name);
  if (device !== undefined) return device;
  throw failure("VIR_ERR_NO_NODE_DEVICE", `no node device with matching name '${name}'`, { hint: "List the devices" });
}

/** The bit of a filter for each kind of device. */
const BITS: Readonly<Record<string, keyof ListNodeDevicesFlags>> = {
  system: "capSystem",
  pci: "capPciDev",
  usb_device: "capUsbDev",
  usb: "capUsbInterface",
  net: "capNet",
  scsi_host: "capScsiHost",
  scsi_target: "capScsiTarget",
  scsi: "capScsi",
  storage: "capStorage",
  fc_host: "capFcHost",
  vports: "capVports",
  scsi_generic: "capScsiGeneric",
  drm: "capDrm",
  mdev_types: "capMdevTypes",
  mdev: "capMdev",
  ccw: "capCcwDev",
  css: "capCssDev",
  vdpa: "capVdpa",
  ap_card: "capApCard",
  ap_queue: "capApQueue",
  ap_matrix: "capApMatrix",
  vpd: "capVpd",
};

/** Whether a device is of one of the kinds that are asked for, or none is. */
export function isOfKind(device: NodeDevice, filter: ListNodeDevicesFlags): boolean {
  const kinds = Object.values(BITS).filter((bit) => filter[bit]);
  return kinds.length === 0 || kindsOf(device).some((kind) => kinds.includes(BITS[kind] ?? "capSystem"));
}

/** Every kind that a device is of: what it is, and what it can do besides. */
export function kindsOf({ capabilities }: NodeDevice): string[] {
  return capabilities.flatMap((capability) => {
    const kinds: string[] = [capability.type];
    if (capability.type === "pci" && capability.vpd !== undefined) kinds.push("vpd");
    if ("mediatedTypes" in capability && capability.mediatedTypes !== undefined) kinds.push("mdev_types");
    if (capability.type === "scsi_host" && capability.fibreChannel !== undefined) kinds.push("fc_host");
    if (capability.type === "scsi_host" && capability.virtualPorts !== undefined) kinds.push("vports");
    return kinds;
  });
}

/** The fibre channel adapter that a device is. */
export function fibreHost(device: Pick<NodeDevice, "capabilities">): ScsiHost | undefined {
  return device.capabilities.find((each): each is ScsiHost =>
    each.type === "scsi_host" && each.fibreChannel !== undefined
  );
}
