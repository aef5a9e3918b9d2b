/**
 * What each call about networks, their ports, filters and bindings needs (the annotations of the
 * reference's protocol, release 9.0; newer calls as their older kin).
 *
 * @module
 */

import { type AccessNeed, WHERE_NETWORK_STORED } from "./access_need.ts";

/** One row a call. */
export const NETWORK_PERMISSIONS = {
  virNWFilterBindingCreateXML: ["nwfilter-binding.create"],
  virNWFilterBindingDelete: ["nwfilter-binding.delete"],
  virNWFilterBindingGetXMLDesc: ["nwfilter-binding.read"],
  virNWFilterBindingLookupByPortDev: ["nwfilter-binding.getattr"],
  virNWFilterDefineXML: ["nwfilter.write", "nwfilter.save"],
  virNWFilterDefineXMLFlags: ["nwfilter.write", "nwfilter.save"],
  virNWFilterGetXMLDesc: ["nwfilter.read"],
  virNWFilterLookupByName: ["nwfilter.getattr"],
  virNWFilterLookupByUUID: ["nwfilter.getattr"],
  virNWFilterUndefine: ["nwfilter.delete"],
  virNetworkCreate: ["network.start"],
  virNetworkCreateXML: ["network.write", "network.start"],
  virNetworkCreateXMLFlags: ["network.write", "network.start"],
  virNetworkDefineXML: ["network.write", "network.save"],
  virNetworkDefineXMLFlags: ["network.write", "network.save"],
  virNetworkDestroy: ["network.stop"],
  virNetworkGetAutostart: ["network.read"],
  virNetworkGetBridgeName: ["network.read"],
  virNetworkGetDHCPLeases: ["network.read"],
  virNetworkGetMetadata: ["network.read"],
  virNetworkGetXMLDesc: ["network.read"],
  virNetworkIsActive: ["network.read"],
  virNetworkIsPersistent: ["network.read"],
  virNetworkListAllPorts: ["network.search-ports"],
  virNetworkLookupByName: ["network.getattr"],
  virNetworkLookupByUUID: ["network.getattr"],
  virNetworkPortCreateXML: ["network-port.create"],
  virNetworkPortDelete: ["network-port.delete"],
  virNetworkPortGetParameters: ["network-port.read"],
  virNetworkPortGetXMLDesc: ["network-port.read"],
  virNetworkPortLookupByUUID: ["network-port.getattr"],
  virNetworkPortSetParameters: ["network-port.write"],
  virNetworkSetAutostart: ["network.write"],
  virNetworkSetMetadata: ["network.write", ...WHERE_NETWORK_STORED],
  virNetworkUndefine: ["network.delete"],
  virNetworkUpdate: ["network.write", ...WHERE_NETWORK_STORED],
} as const satisfies Readonly<Record<string, readonly AccessNeed[]>>;
