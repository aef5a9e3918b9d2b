/**
 * Virtual ports of fibre channel adapters: libvirt's test hypervisor can make one, `scsi_host12`, after the model of
 * `scsi_host11`.
 *
 * @module
 */

import type { NodeDevice } from "../../conf/node_device/document.ts";
import { type DeviceList, fibreHost, requireDevice } from "./device_list.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";

const MODEL = "scsi_host11";
const NAME = "scsi_host12";

/** Makes the port and takes it away. */
export interface FibrePorts {
  /** A port with these names; in the place of the one there is. */
  create(wwnn: string, wwpn: string): NodeDevice;
  /** Takes the port away. */
  destroy(): void;
}

/** Ports among the devices. */
export function createFibrePorts(hypervisor: Hypervisor, devices: DeviceList): FibrePorts {
  return {
    create(wwnn, wwpn): NodeDevice {
      const model = devices.get(MODEL);
      if (model === undefined) {
        throw failure("VIR_ERR_INTERNAL_ERROR", "no device to make a virtual port after", {
          hint: `Describe a device named ${MODEL}`,
        });
      }
      const capabilities = model.capabilities.map((each) =>
        each === fibreHost(model) ? { ...each, fibreChannel: { ...fibreHost(model)?.fibreChannel, wwnn, wwpn } } : each
      ) as unknown as NodeDevice["capabilities"];
      const port = { ...model, name: NAME, capabilities };
      devices.set(NAME, port);
      hypervisor.emit({ kind: "nodeDevice", event: "lifecycle", device: { name: NAME }, change: "created" });
      return port;
    },
    destroy(): void {
      requireDevice(devices, NAME);
      devices.delete(NAME);
      hypervisor.emit({ kind: "nodeDevice", event: "lifecycle", device: { name: NAME }, change: "deleted" });
    },
  };
}
