/**
 * What a guest tells through its agent (`libvirt-domain.c` of the reference documents the names, up to release 11.3).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainGetGuestInfo`. */
export const GUEST_INFO_PARAMETERS = {
  "user.count": "uint",
  "user.<num>.name": "string",
  "user.<num>.domain": "string",
  "user.<num>.login-time": "ullong",
  "os.id": "string",
  "os.name": "string",
  "os.pretty-name": "string",
  "os.version": "string",
  "os.version-id": "string",
  "os.kernel-release": "string",
  "os.kernel-version": "string",
  "os.machine": "string",
  "os.variant": "string",
  "os.variant-id": "string",
  "timezone.name": "string",
  "timezone.offset": "int",
  hostname: "string",
  "fs.count": "uint",
  "fs.<num>.mountpoint": "string",
  "fs.<num>.name": "string",
  "fs.<num>.fstype": "string",
  "fs.<num>.total-bytes": "ullong",
  "fs.<num>.used-bytes": "ullong",
  "fs.<num>.disk.count": "uint",
  "fs.<num>.disk.<num>.alias": "string",
  "fs.<num>.disk.<num>.serial": "string",
  "fs.<num>.disk.<num>.device": "string",
  "disk.count": "uint",
  "disk.<num>.name": "string",
  "disk.<num>.partition": "boolean",
  "disk.<num>.dependency.count": "uint",
  "disk.<num>.dependency.<num>.name": "string",
  "disk.<num>.serial": "string",
  "disk.<num>.alias": "string",
  "disk.<num>.guest_alias": "string",
  "disk.<num>.guest_bus": "string",
  "if.count": "uint",
  "if.<num>.name": "string",
  "if.<num>.hwaddr": "string",
  "if.<num>.addr.count": "uint",
  "if.<num>.addr.<num>.type": "string",
  "if.<num>.addr.<num>.addr": "string",
  "if.<num>.addr.<num>.prefix": "uint",
  "load.1m": "double",
  "load.5m": "double",
  "load.15m": "double",
} as const satisfies ParameterTable;

/** Of `virDomainGetGuestVcpus`: lists of processors. */
export const GUEST_VCPUS_PARAMETERS = {
  vcpus: "string",
  online: "string",
  offlinable: "string",
} as const satisfies ParameterTable;
