/**
 * Memory encryption: what the host and a domain tell, and what a domain is given (`libvirt-host.h`, `libvirt-domain.h`;
 * types as the reference's QEMU driver gives them).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virNodeGetSEVInfo`. */
export const NODE_SEV_PARAMETERS = {
  pdh: "string",
  "cert-chain": "string",
  "cpu0-id": "string",
  cbitpos: "uint",
  "reduced-phys-bits": "uint",
  "max-guests": "uint",
  "max-es-guests": "uint",
} as const satisfies ParameterTable;

/** Of `virDomainGetLaunchSecurityInfo`. */
export const LAUNCH_SECURITY_INFO_PARAMETERS = {
  "sev-measurement": "string",
  "sev-api-major": "uint",
  "sev-api-minor": "uint",
  "sev-build-id": "uint",
  "sev-policy": "uint",
} as const satisfies ParameterTable;

/** Of `virDomainSetLaunchSecurityState`. */
export const LAUNCH_SECURITY_STATE_PARAMETERS = {
  "sev-secret-header": "string",
  "sev-secret": "string",
  "sev-secret-set-address": "ullong",
} as const satisfies ParameterTable;
