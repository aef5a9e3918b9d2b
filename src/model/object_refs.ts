/**
 * How each kind of object is named: the fields libvirt's protocol carries to say which one is meant.
 *
 * @module
 */

import type { SecretUsageType } from "./secret.ts";

/** A domain; it is found by its UUID, name and id are what the caller last knew. */
export interface DomainRef {
  /** Its name. */
  readonly name: string;
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
  /** Its number while it runs, else -1. */
  readonly id: number;
}

/** A virtual network. */
export interface NetworkRef {
  /** Its name. */
  readonly name: string;
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
}

/** A port of a virtual network. */
export interface NetworkPortRef {
  /** The network it belongs to. */
  readonly network: NetworkRef;
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
}

/** A storage pool. */
export interface StoragePoolRef {
  /** Its name. */
  readonly name: string;
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
}

/** A storage volume. */
export interface StorageVolumeRef {
  /** The name of its pool. */
  readonly pool: string;
  /** Its name in the pool. */
  readonly name: string;
  /** What names it on the whole host: a path, mostly. */
  readonly key: string;
}

/** A device of the host. */
export interface NodeDeviceRef {
  /** Its name: `pci_0000_00_02_0`. */
  readonly name: string;
}

/** A network interface of the host. */
export interface InterfaceRef {
  /** Its name: `eth0`. */
  readonly name: string;
  /** Its hardware address, which may be empty. */
  readonly mac: string;
}

/** A secret. */
export interface SecretRef {
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
  /** What it is for. */
  readonly usageType: SecretUsageType;
  /** Which one of that kind: a volume's path, a name. Empty where it is for nothing special. */
  readonly usageId: string;
}

/** A network filter. */
export interface NetworkFilterRef {
  /** Its name. */
  readonly name: string;
  /** Its UUID, in lower case with hyphens. */
  readonly uuid: string;
}

/** A network filter at work on a port. */
export interface NetworkFilterBindingRef {
  /** The host device it filters: `vnet0`. */
  readonly portDevice: string;
  /** The filter's name. */
  readonly filterName: string;
}

/** A snapshot of a domain. */
export interface DomainSnapshotRef {
  /** Its name. */
  readonly name: string;
  /** The domain it is of. */
  readonly domain: DomainRef;
}

/** A checkpoint of a domain. */
export interface DomainCheckpointRef {
  /** Its name. */
  readonly name: string;
  /** The domain it is of. */
  readonly domain: DomainRef;
}
