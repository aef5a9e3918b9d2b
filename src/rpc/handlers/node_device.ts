/**
 * Devices of the host.
 *
 * @module
 */

import {
  LIST_NODE_DEVICES_FLAGS,
  type ListNodeDevicesFlags,
  NODE_DEVICE_CREATE_FLAGS,
  NODE_DEVICE_DEFINE_FLAGS,
  type NodeDeviceRef,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { atMost, namesOf, toNumber, wanted } from "./replies.ts";

/** Devices of the host. */
export const nodeDeviceHandlers = {
  async CONNECT_LIST_ALL_NODE_DEVICES(call, { need_results, flags }) {
    const devices = await list(call, call.flags(LIST_NODE_DEVICES_FLAGS, flags));
    return { devices: wanted(need_results, devices), ret: devices.length };
  },
  NODE_NUM_OF_DEVICES: async (call, { cap, flags }) => ({ num: (await withCapability(call, cap, flags)).length }),
  NODE_LIST_DEVICES: async (call, { cap, maxnames, flags }) => ({
    names: namesOf(maxnames, await withCapability(call, cap, flags)),
  }),

  NODE_DEVICE_LOOKUP_BY_NAME: async (call, { name }) => ({
    dev: await call.invoke("nodeDevices", "lookupByName", [name]),
  }),
  async NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN(call, { wwnn, wwpn, flags }) {
    call.noFlags(flags);
    return { dev: await call.invoke("nodeDevices", "lookupScsiHostByWwn", [wwnn, wwpn]) };
  },
  async NODE_DEVICE_GET_XML_DESC(call, { name, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("nodeDevices", "getXml", [{ name }]) };
  },
  NODE_DEVICE_GET_PARENT: async (call, { name }) => ({
    parentName: await call.invoke("nodeDevices", "getParent", [{ name }]),
  }),
  NODE_DEVICE_NUM_OF_CAPS: async (call, { name }) => ({ num: (await capabilitiesOf(call, name)).length }),
  NODE_DEVICE_LIST_CAPS: async (call, { name, maxnames }) => ({
    names: atMost(maxnames, await capabilitiesOf(call, name)),
  }),

  NODE_DEVICE_DETTACH: (call, { name }) => call.invoke("nodeDevices", "detach", [{ name }, undefined]),
  async NODE_DEVICE_DETACH_FLAGS(call, { name, driverName, flags }) {
    call.noFlags(flags);
    await call.invoke("nodeDevices", "detach", [{ name }, driverName]);
  },
  NODE_DEVICE_RE_ATTACH: (call, { name }) => call.invoke("nodeDevices", "reattach", [{ name }]),
  NODE_DEVICE_RESET: (call, { name }) => call.invoke("nodeDevices", "reset", [{ name }]),

  NODE_DEVICE_CREATE_XML: async (call, { xml_desc, flags }) => ({
    dev: await call.invoke("nodeDevices", "createXml", [xml_desc, call.flags(NODE_DEVICE_CREATE_FLAGS, flags)]),
  }),
  NODE_DEVICE_DEFINE_XML: async (call, { xml_desc, flags }) => ({
    dev: await call.invoke("nodeDevices", "define", [xml_desc, call.flags(NODE_DEVICE_DEFINE_FLAGS, flags)]),
  }),
  NODE_DEVICE_DESTROY: (call, { name }) => call.invoke("nodeDevices", "destroy", [{ name }]),
  async NODE_DEVICE_UNDEFINE(call, { name, flags }) {
    call.noFlags(flags);
    await call.invoke("nodeDevices", "undefine", [{ name }]);
  },
  async NODE_DEVICE_CREATE(call, { name, flags }) {
    call.noFlags(flags);
    await call.invoke("nodeDevices", "create", [{ name }]);
  },

  NODE_DEVICE_GET_AUTOSTART: async (call, { name }) => ({
    autostart: toNumber(await call.invoke("nodeDevices", "getAutostart", [{ name }])),
  }),
  NODE_DEVICE_SET_AUTOSTART: (call, { name, autostart }) =>
    call.invoke("nodeDevices", "setAutostart", [{ name }, autostart !== 0]),
  NODE_DEVICE_IS_PERSISTENT: async (call, { name }) => ({
    persistent: toNumber(await call.invoke("nodeDevices", "isPersistent", [{ name }])),
  }),
  NODE_DEVICE_IS_ACTIVE: async (call, { name }) => ({
    active: toNumber(await call.invoke("nodeDevices", "isActive", [{ name }])),
  }),
} satisfies Handlers;

function list(call: Call, filter: ListNodeDevicesFlags): Promise<readonly NodeDeviceRef[]> {
  return call.invoke("nodeDevices", "list", [filter]);
}

/** Filters by the words of capabilities: the older calls name one, and devices may have several. */
async function withCapability(
  call: Call,
  capability: string | undefined,
  flags: number,
): Promise<readonly NodeDeviceRef[]> {
  call.noFlags(flags);
  if (capability === undefined) return await list(call, {});
  const flag = FILTERS.get(capability);
  return flag === undefined ? [] : await list(call, { [flag]: true });
}

/** The filters by the words that libvirt's documents have for capabilities: `capPciDev` for `pci`. */
const FILTERS: ReadonlyMap<string, keyof ListNodeDevicesFlags> = new Map([
  ["system", "capSystem"],
  ["pci", "capPciDev"],
  ["usb_device", "capUsbDev"],
  ["usb", "capUsbInterface"],
  ["net", "capNet"],
  ["scsi_host", "capScsiHost"],
  ["scsi_target", "capScsiTarget"],
  ["scsi", "capScsi"],
  ["storage", "capStorage"],
  ["fc_host", "capFcHost"],
  ["vports", "capVports"],
  ["scsi_generic", "capScsiGeneric"],
  ["drm", "capDrm"],
  ["mdev_types", "capMdevTypes"],
  ["mdev", "capMdev"],
  ["ccw", "capCcwDev"],
  ["css", "capCssDev"],
  ["vdpa", "capVdpa"],
  ["ap_card", "capApCard"],
  ["ap_queue", "capApQueue"],
  ["ap_matrix", "capApMatrix"],
  ["vpd", "capVpd"],
]);

function capabilitiesOf(call: Call, name: string): Promise<readonly string[]> {
  return call.invoke("nodeDevices", "listCapabilities", [{ name }]);
}
