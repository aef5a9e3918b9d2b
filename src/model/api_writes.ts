/**
 * Which calls a read-only connection may not make: those that need more than to look (libvirt's public functions,
 * release 9.0).
 *
 * @module
 */

import { API_PERMISSIONS, type ApiName } from "./api_permissions.ts";

/** Permissions to look; all others are to change something, or to reach into a guest. */
const LOOKS = /\.(?:getattr|read|search-[a-z-]+)$/;

/** Calls that only look and are refused all the same: they reach into the hypervisor, or were marked by mistake. */
const REFUSED: ReadonlySet<ApiName> = new Set([
  "virDomainGetLaunchSecurityInfo",
  "virDomainSetSchedulerParameters",
  "virNodeDeviceGetAutostart",
  "virNodeGetSEVInfo",
]);

/** Calls that need more than to look and are not refused. */
const LET_PASS: ReadonlySet<ApiName> = new Set([
  "virConnectSetIdentity",
  "virDomainMigrateGetCompressionCache",
  "virDomainMigrateGetMaxDowntime",
]);

/** Whether a read-only connection may not make the call, whatever its arguments are. */
export function refusesReaders(api: ApiName): boolean {
  if (LET_PASS.has(api)) return false;
  return REFUSED.has(api) || !API_PERMISSIONS[api].every((need) => typeof need !== "string" || LOOKS.test(need));
}
