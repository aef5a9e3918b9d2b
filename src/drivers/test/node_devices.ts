/**
 * Devices of the host.
 *
 * @module
 */

import { type NewNodeDevice, newNodeDevice, type NodeDevice, nodeDevice } from "../../conf/node_device/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import { LIST_NODE_DEVICES_FLAGS } from "../../model/list_filters.ts";
import type { NodeDevicesPart } from "../contract.ts";
import { type DeviceList, fibreHost, isOfKind, kindsOf, requireDevice } from "./device_list.ts";
import { failure } from "./errors.ts";
import type { FibrePorts } from "./fibre_ports.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const NODE_DEVICES_CALLS: Partial<CallNames<NodeDevicesPart>> = {
  list: "virConnectListAllNodeDevices",
  lookupByName: "virNodeDeviceLookupByName",
  lookupScsiHostByWwn: "virNodeDeviceLookupSCSIHostByWWN",
  getXml: "virNodeDeviceGetXMLDesc",
  getParent: "virNodeDeviceGetParent",
  listCapabilities: "virNodeDeviceListCaps",
  createXml: "virNodeDeviceCreateXML",
  destroy: "virNodeDeviceDestroy",
};

/** What the part is made over. */
export interface NodeDevicesOptions {
  readonly hypervisor: Hypervisor;
  readonly devices: DeviceList;
  readonly ports: FibrePorts;
}

/** Whether a device of a list runs is nothing that libvirt's test hypervisor can tell. */
const { active: _active, inactive: _inactive, ...KINDS } = LIST_NODE_DEVICES_FLAGS;

/** The part. */
export function createNodeDevices({ hypervisor, devices, ports }: NodeDevicesOptions): NodeDevicesPart {
  return {
    list: (filter) =>
      Promise.try(() => {
        refuseFlags(filter, {
          table: LIST_NODE_DEVICES_FLAGS,
          allowed: Object.keys(KINDS) as (keyof typeof KINDS)[],
          function: "testConnectListAllNodeDevices",
        });
        return [...devices.values()].filter((device) => isOfKind(device, filter)).map(({ name }) => ({ name }));
      }),
    lookupByName: (name) => Promise.try(() => ({ name: requireDevice(devices, name).name })),
    lookupScsiHostByWwn: (wwnn, wwpn) =>
      Promise.try(() => {
        const found = byNames(devices, { wwnn, wwpn });
        if (found !== undefined) return { name: found.name };
        throw failure("VIR_ERR_NO_NODE_DEVICE", `no node device with matching wwnn '${wwnn}' and wwpn '${wwpn}'`);
      }),
    getXml: (ref) => Promise.try(() => formatShape(nodeDevice, requireDevice(devices, ref.name))),
    getParent: (ref) => Promise.try(() => requireDevice(devices, ref.name).parent?.name),
    listCapabilities: (ref) => Promise.try(() => requireDevice(devices, ref.name).capabilities.map(({ type }) => type)),
    createXml: (xml, { validate = false }) =>
      Promise.try(() => {
        const unknown = validate ? "error" : "ignore";
        const wanted = parsing("the device", () => parseShape(newNodeDevice, xml, { unknown }));
        const { fibreChannel } = fibreHost(wanted as NodeDevice) ?? {};
        if (fibreChannel === undefined) throw ofDevices("Device is not a fibre channel HBA");
        checkParent(devices, wanted);
        // libvirt cannot make up names for this hypervisor either.
        if (fibreChannel.wwnn === undefined) throw noName("WWNN");
        if (fibreChannel.wwpn === undefined) throw noName("WWPN");
        return { name: ports.create(fibreChannel.wwnn, fibreChannel.wwpn).name };
      }),
    destroy: (ref) =>
      Promise.try(() => {
        const device = requireDevice(devices, ref.name);
        // libvirt's test hypervisor answers that all went well where nothing could be done.
        if (fibreHost(device) === undefined || !devices.has(device.parent?.name ?? "")) return;
        devices.delete(device.name);
        hypervisor.emit({ kind: "nodeDevice", event: "lifecycle", device: { name: ref.name }, change: "deleted" });
      }),
  };
}

/** The adapter with these names. */
function byNames(
  devices: DeviceList,
  { wwnn, wwpn }: { readonly wwnn: string; readonly wwpn: string },
): NodeDevice | undefined {
  return [...devices.values()].find((device) => {
    const names = fibreHost(device)?.fibreChannel;
    return names?.wwnn === wwnn && names.wwpn === wwpn;
  });
}

/** The parent that is named, by whatever name, has to be able to have virtual ports. */
function checkParent(devices: DeviceList, { name, parent }: NewNodeDevice): void {
  const found = findParent(devices, parent ?? {});
  if (found === undefined) {
    const named = parent?.name ?? parent?.wwnn ?? parent?.fabricWwn;
    if (named === undefined) throw ofDevices("Could not find any vport capable device");
    throw ofDevices(`Could not find parent device for '${name}'`);
  }
  if (kindsOf(found).includes("vports")) return;
  throw ofDevices(`Parent device ${found.name} is not capable of vport operations`);
}

function findParent(devices: DeviceList, parent: NonNullable<NewNodeDevice["parent"]>): NodeDevice | undefined {
  const { name, wwnn, wwpn, fabricWwn } = parent;
  if (name !== undefined) return devices.get(name);
  if (wwnn !== undefined && wwpn !== undefined) return byNames(devices, { wwnn, wwpn });
  const all = [...devices.values()];
  if (fabricWwn !== undefined) return all.find((each) => fibreHost(each)?.fibreChannel?.fabricWwn === fabricWwn);
  return all.find((each) => kindsOf(each).includes("vports"));
}

function noName(kind: string): Error {
  return ofDevices(`no ${kind} supplied for 'new device', and auto-generation failed`);
}

function ofDevices(detail: string): Error {
  return failure("VIR_ERR_INTERNAL_ERROR", detail, { domain: "VIR_FROM_NODEDEV" });
}
