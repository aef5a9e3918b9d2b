/**
 * What each call about node devices, interfaces and secrets needs (the annotations of the
 * reference's protocol, release 9.0; newer calls as their older kin).
 *
 * @module
 */

import type { AccessNeed } from "./access_need.ts";

/** One row a call. */
export const HOST_OBJECT_PERMISSIONS = {
  virInterfaceChangeBegin: ["connect.interface-transaction"],
  virInterfaceChangeCommit: ["connect.interface-transaction"],
  virInterfaceChangeRollback: ["connect.interface-transaction"],
  virInterfaceCreate: ["interface.start"],
  virInterfaceDefineXML: ["interface.write", "interface.save"],
  virInterfaceDestroy: ["interface.stop"],
  virInterfaceGetXMLDesc: ["interface.read"],
  virInterfaceIsActive: ["interface.read"],
  virInterfaceLookupByMACString: ["interface.getattr"],
  virInterfaceLookupByName: ["interface.getattr"],
  virInterfaceUndefine: ["interface.delete"],
  virNodeDeviceCreate: ["node-device.start"],
  virNodeDeviceCreateXML: ["node-device.write", "node-device.start"],
  virNodeDeviceDefineXML: ["node-device.write"],
  virNodeDeviceDestroy: ["node-device.stop"],
  virNodeDeviceDetachFlags: ["node-device.detach"],
  virNodeDeviceDettach: ["node-device.detach"],
  virNodeDeviceGetAutostart: ["node-device.read"],
  virNodeDeviceGetParent: ["node-device.read"],
  virNodeDeviceGetXMLDesc: ["node-device.read"],
  virNodeDeviceIsActive: ["node-device.read"],
  virNodeDeviceIsPersistent: ["node-device.read"],
  virNodeDeviceListCaps: ["node-device.read"],
  virNodeDeviceLookupByName: ["node-device.getattr"],
  virNodeDeviceLookupSCSIHostByWWN: ["node-device.getattr"],
  virNodeDeviceNumOfCaps: ["node-device.read"],
  virNodeDeviceReAttach: ["node-device.detach"],
  virNodeDeviceReset: ["node-device.detach"],
  virNodeDeviceSetAutostart: ["node-device.write"],
  virNodeDeviceUndefine: ["node-device.delete"],
  virNodeDeviceUpdate: ["node-device.write"],
  virSecretDefineXML: ["secret.write", "secret.save"],
  virSecretGetValue: ["secret.read-secure"],
  virSecretGetXMLDesc: ["secret.read"],
  virSecretLookupByUUID: ["secret.getattr"],
  virSecretLookupByUsage: ["secret.getattr"],
  virSecretSetValue: ["secret.write"],
  virSecretUndefine: ["secret.delete"],
} as const satisfies Readonly<Record<string, readonly AccessNeed[]>>;
