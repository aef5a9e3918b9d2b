/**
 * The devices of a connection's host.
 *
 * @module
 */

import type { ListNodeDevicesFlags, NodeDeviceDefineFlags, NodeDeviceRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Section } from "../handle.ts";
import { NodeDevice } from "./node_device.ts";

/** The devices of the host: `connection.nodeDevices`. */
export class NodeDevices extends Section {
  /** Every device that passes the filter; an empty one passes all (`virConnectListAllNodeDevices`). */
  async list(filter: ListNodeDevicesFlags = {}, options?: CallOptions): Promise<readonly NodeDevice[]> {
    const found = await this.session.invoke("virConnectListAllNodeDevices", "nodeDevices", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The device with this name (`virNodeDeviceLookupByName`). Throws `VIR_ERR_NO_NODE_DEVICE`. */
  async lookupByName(name: string, options?: CallOptions): Promise<NodeDevice> {
    const call = "virNodeDeviceLookupByName";
    return this.from(await this.session.invoke(call, "nodeDevices", "lookupByName", [name], options));
  }

  /** The SCSI host with these world wide names (`virNodeDeviceLookupSCSIHostByWWN`). */
  async lookupScsiHostByWwn(wwnn: string, wwpn: string, options?: CallOptions): Promise<NodeDevice> {
    const call = "virNodeDeviceLookupSCSIHostByWWN";
    return this.from(await this.session.invoke(call, "nodeDevices", "lookupScsiHostByWwn", [wwnn, wwpn], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a device. */
  from(reference: NodeDeviceRef): NodeDevice {
    return new NodeDevice(this.session, reference);
  }

  /** Keeps the configuration of a mediated device without making it (`virNodeDeviceDefineXML`). */
  async define(xml: string, flags: NodeDeviceDefineFlags = {}, options?: CallOptions): Promise<NodeDevice> {
    return this.from(
      await this.session.invoke("virNodeDeviceDefineXML", "nodeDevices", "define", [xml, flags], options),
    );
  }

  /** Makes a device that is gone when it is destroyed: a virtual host adapter, … (`virNodeDeviceCreateXML`). */
  async createXml(xml: string, flags: NodeDeviceDefineFlags = {}, options?: CallOptions): Promise<NodeDevice> {
    const call = "virNodeDeviceCreateXML";
    return this.from(await this.session.invoke(call, "nodeDevices", "createXml", [xml, flags], options));
  }
}
