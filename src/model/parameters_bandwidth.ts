/**
 * Parameters of network bandwidth, of a domain's interface and of a network's port alike (`libvirt-domain.h`,
 * `libvirt-network.h`).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainSetInterfaceParameters` and `virNetworkPortSetParameters`, in KiB and KiB per second. */
export const BANDWIDTH_PARAMETERS = {
  "inbound.average": "uint",
  "inbound.peak": "uint",
  "inbound.burst": "uint",
  "inbound.floor": "uint",
  "outbound.average": "uint",
  "outbound.peak": "uint",
  "outbound.burst": "uint",
} as const satisfies ParameterTable;
