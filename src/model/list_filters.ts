/**
 * What a list call can be narrowed to, per kind of object (libvirt's public headers, release 9.0).
 * Bits of one group are joined by "or", groups by "and"; a group without a bit excludes nothing.
 *
 * @module
 */

import type { BitTable, FlagsOf } from "../base/bit_flags.ts";

/** Filters of domains by what they are and do: lists and bulk statistics share them. */
export const DOMAIN_STATE_FILTERS = {
  active: 0x1,
  inactive: 0x2,
  persistent: 0x4,
  transient: 0x8,
  running: 0x10,
  paused: 0x20,
  shutoff: 0x40,
  other: 0x80,
} as const satisfies BitTable;

/** Filters of `virConnectListAllDomains`. */
export const LIST_DOMAINS_FLAGS = {
  ...DOMAIN_STATE_FILTERS,
  managedSave: 0x100,
  noManagedSave: 0x200,
  autostart: 0x400,
  noAutostart: 0x800,
  hasSnapshot: 0x1000,
  noSnapshot: 0x2000,
  hasCheckpoint: 0x4000,
  noCheckpoint: 0x8000,
} as const satisfies BitTable;

/** Filters of `virConnectListAllDomains`. */
export type ListDomainsFlags = FlagsOf<typeof LIST_DOMAINS_FLAGS>;

/** Filters of `virConnectListAllNetworks`. */
export const LIST_NETWORKS_FLAGS = {
  inactive: 0x1,
  active: 0x2,
  persistent: 0x4,
  transient: 0x8,
  autostart: 0x10,
  noAutostart: 0x20,
} as const satisfies BitTable;

/** Filters of `virConnectListAllNetworks`. */
export type ListNetworksFlags = FlagsOf<typeof LIST_NETWORKS_FLAGS>;

/** Filters of `virConnectListAllStoragePools`. */
export const LIST_STORAGE_POOLS_FLAGS = {
  inactive: 0x1,
  active: 0x2,
  persistent: 0x4,
  transient: 0x8,
  autostart: 0x10,
  noAutostart: 0x20,
  dir: 0x40,
  fs: 0x80,
  netfs: 0x100,
  logical: 0x200,
  disk: 0x400,
  iscsi: 0x800,
  scsi: 0x1000,
  mpath: 0x2000,
  rbd: 0x4000,
  sheepdog: 0x8000,
  gluster: 0x10000,
  zfs: 0x20000,
  vstorage: 0x40000,
  iscsiDirect: 0x80000,
} as const satisfies BitTable;

/** Filters of `virConnectListAllStoragePools`. */
export type ListStoragePoolsFlags = FlagsOf<typeof LIST_STORAGE_POOLS_FLAGS>;

/** Filters of `virConnectListAllNodeDevices`. */
export const LIST_NODE_DEVICES_FLAGS = {
  capSystem: 0x1,
  capPciDev: 0x2,
  capUsbDev: 0x4,
  capUsbInterface: 0x8,
  capNet: 0x10,
  capScsiHost: 0x20,
  capScsiTarget: 0x40,
  capScsi: 0x80,
  capStorage: 0x100,
  capFcHost: 0x200,
  capVports: 0x400,
  capScsiGeneric: 0x800,
  capDrm: 0x1000,
  capMdevTypes: 0x2000,
  capMdev: 0x4000,
  capCcwDev: 0x8000,
  capCssDev: 0x10000,
  capVdpa: 0x20000,
  capApCard: 0x40000,
  capApQueue: 0x80000,
  capApMatrix: 0x100000,
  capVpd: 0x200000,
  inactive: 0x40000000,
  active: 0x80000000,
} as const satisfies BitTable;

/** Filters of `virConnectListAllNodeDevices`. */
export type ListNodeDevicesFlags = FlagsOf<typeof LIST_NODE_DEVICES_FLAGS>;

/** Filters of `virConnectListAllInterfaces`. */
export const LIST_INTERFACES_FLAGS = {
  inactive: 0x1,
  active: 0x2,
} as const satisfies BitTable;

/** Filters of `virConnectListAllInterfaces`. */
export type ListInterfacesFlags = FlagsOf<typeof LIST_INTERFACES_FLAGS>;

/** Filters of `virConnectListAllSecrets`. */
export const LIST_SECRETS_FLAGS = {
  ephemeral: 0x1,
  noEphemeral: 0x2,
  private: 0x4,
  noPrivate: 0x8,
} as const satisfies BitTable;

/** Filters of `virConnectListAllSecrets`. */
export type ListSecretsFlags = FlagsOf<typeof LIST_SECRETS_FLAGS>;
