/**
 * What each call of libvirt's API needs, and which objects of a list a caller is shown.
 *
 * @module
 */

import type { AccessNeed } from "./access_need.ts";
import { CONNECTION_PERMISSIONS } from "./api_permissions_connection.ts";
import { DOMAIN_CHANGE_PERMISSIONS } from "./api_permissions_domain.ts";
import { DOMAIN_JOB_PERMISSIONS } from "./api_permissions_domain_jobs.ts";
import { DOMAIN_READ_PERMISSIONS } from "./api_permissions_domain_reads.ts";
import { HOST_OBJECT_PERMISSIONS } from "./api_permissions_host_objects.ts";
import { NETWORK_PERMISSIONS } from "./api_permissions_network.ts";
import { STORAGE_PERMISSIONS } from "./api_permissions_storage.ts";
import type { Permission } from "./permissions.ts";

/** A call of libvirt's API, by its C name. */
export type ApiName =
  | keyof typeof CONNECTION_PERMISSIONS
  | keyof typeof DOMAIN_READ_PERMISSIONS
  | keyof typeof DOMAIN_CHANGE_PERMISSIONS
  | keyof typeof DOMAIN_JOB_PERMISSIONS
  | keyof typeof NETWORK_PERMISSIONS
  | keyof typeof STORAGE_PERMISSIONS
  | keyof typeof HOST_OBJECT_PERMISSIONS;

/** What each call needs; all of it. A call with nothing is open to everybody. */
export const API_PERMISSIONS: Readonly<Record<ApiName, readonly AccessNeed[]>> = {
  ...CONNECTION_PERMISSIONS,
  ...DOMAIN_READ_PERMISSIONS,
  ...DOMAIN_CHANGE_PERMISSIONS,
  ...DOMAIN_JOB_PERMISSIONS,
  ...NETWORK_PERMISSIONS,
  ...STORAGE_PERMISSIONS,
  ...HOST_OBJECT_PERMISSIONS,
};

/** What a caller must be allowed to on each object of a list, or it is left out. */
export const API_FILTERS = {
  virConnectDomainEventRegister: "domain.getattr",
  virConnectDomainEventRegisterAny: "domain.getattr",
  virConnectDomainQemuMonitorEventRegister: "domain.getattr",
  virConnectGetAllDomainStats: "domain.read",
  virConnectListAllDomains: "domain.getattr",
  virConnectListAllInterfaces: "interface.getattr",
  virConnectListAllNWFilterBindings: "nwfilter-binding.getattr",
  virConnectListAllNWFilters: "nwfilter.getattr",
  virConnectListAllNetworks: "network.getattr",
  virConnectListAllNodeDevices: "node-device.getattr",
  virConnectListAllSecrets: "secret.getattr",
  virConnectListAllStoragePools: "storage-pool.getattr",
  virConnectListDefinedDomains: "domain.getattr",
  virConnectListDefinedInterfaces: "interface.getattr",
  virConnectListDefinedNetworks: "network.getattr",
  virConnectListDefinedStoragePools: "storage-pool.getattr",
  virConnectListDomains: "domain.getattr",
  virConnectListInterfaces: "interface.getattr",
  virConnectListNWFilters: "nwfilter.getattr",
  virConnectListNetworks: "network.getattr",
  virConnectListSecrets: "secret.getattr",
  virConnectListStoragePools: "storage-pool.getattr",
  virConnectNetworkEventRegisterAny: "network.getattr",
  virConnectNodeDeviceEventRegisterAny: "node-device.getattr",
  virConnectNumOfDefinedDomains: "domain.getattr",
  virConnectNumOfDefinedInterfaces: "interface.getattr",
  virConnectNumOfDefinedNetworks: "network.getattr",
  virConnectNumOfDefinedStoragePools: "storage-pool.getattr",
  virConnectNumOfDomains: "domain.getattr",
  virConnectNumOfInterfaces: "interface.getattr",
  virConnectNumOfNWFilters: "nwfilter.getattr",
  virConnectNumOfNetworks: "network.getattr",
  virConnectNumOfSecrets: "secret.getattr",
  virConnectNumOfStoragePools: "storage-pool.getattr",
  virConnectSecretEventRegisterAny: "secret.getattr",
  virConnectStoragePoolEventRegisterAny: "storage-pool.getattr",
  virDomainListGetStats: "domain.read",
  virNetworkListAllPorts: "network-port.getattr",
  virNodeListDevices: "node-device.getattr",
  virNodeNumOfDevices: "node-device.getattr",
  virStoragePoolListAllVolumes: "storage-vol.getattr",
  virStoragePoolListVolumes: "storage-vol.getattr",
  virStoragePoolNumOfVolumes: "storage-vol.getattr",
} as const satisfies Readonly<Partial<Record<ApiName, Permission>>>;

/** The arguments on which the need of a permission can depend. */
export interface AccessArguments {
  /** The call's flags. @default {0} */
  readonly flags?: number;
  /** The argument `source`. */
  readonly source?: number;
}

/** The permissions a call needs with these arguments, each once. */
export function neededPermissions(api: ApiName, given: AccessArguments = {}): Permission[] {
  const permissions = API_PERMISSIONS[api].filter((need) => applies(need, given)).map((need) =>
    typeof need === "string" ? need : need.permission
  );
  return [...new Set(permissions)];
}

function applies(need: AccessNeed, { flags = 0, source }: AccessArguments): boolean {
  if (typeof need === "string") return true;
  if (need.set !== undefined && (flags & need.set) !== need.set) return false;
  if (need.unset !== undefined && (flags & need.unset) !== 0) return false;
  return need.source === undefined || need.source === source;
}
