/**
 * Devices of the host.
 *
 * @module
 */

import type { ListNodeDevicesFlags, NodeDeviceDefineFlags, NodeDeviceRef } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Devices of the host, by name. */
export interface NodeDevicesPart {
  list(filter: ListNodeDevicesFlags, options: CallOptions): Promise<readonly NodeDeviceRef[]>;
  lookupByName(name: string, options: CallOptions): Promise<NodeDeviceRef>;
  lookupScsiHostByWwn?(wwnn: string, wwpn: string, options: CallOptions): Promise<NodeDeviceRef>;
  getXml(device: NodeDeviceRef, options: CallOptions): Promise<string>;
  /** Undefined for the root of the tree. */
  getParent(device: NodeDeviceRef, options: CallOptions): Promise<string | undefined>;
  /** `pci`, `net`, … */
  listCapabilities(device: NodeDeviceRef, options: CallOptions): Promise<readonly string[]>;
  /** Takes the device from the host's driver, gives it back, resets it. */
  detach?(device: NodeDeviceRef, driver: string | undefined, options: CallOptions): Promise<void>;
  reattach?(device: NodeDeviceRef, options: CallOptions): Promise<void>;
  reset?(device: NodeDeviceRef, options: CallOptions): Promise<void>;
  createXml?(xml: string, flags: NodeDeviceDefineFlags, options: CallOptions): Promise<NodeDeviceRef>;
  destroy?(device: NodeDeviceRef, options: CallOptions): Promise<void>;
  define?(xml: string, flags: NodeDeviceDefineFlags, options: CallOptions): Promise<NodeDeviceRef>;
  undefine?(device: NodeDeviceRef, options: CallOptions): Promise<void>;
  create?(device: NodeDeviceRef, options: CallOptions): Promise<void>;
  getAutostart?(device: NodeDeviceRef, options: CallOptions): Promise<boolean>;
  setAutostart?(device: NodeDeviceRef, autostart: boolean, options: CallOptions): Promise<void>;
  isPersistent?(device: NodeDeviceRef, options: CallOptions): Promise<boolean>;
  isActive?(device: NodeDeviceRef, options: CallOptions): Promise<boolean>;
}
