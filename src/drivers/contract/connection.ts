/**
 * An open hypervisor: a set of optional parts. What is present is what is supported.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { DriverId } from "../../model/driver_id.ts";
import type { CachePart } from "./cache_part.ts";
import type { CallOptions } from "./call_options.ts";
import type { CapabilitiesPart } from "./capabilities_part.ts";
import type { DomainBlockPart } from "./domain_block.ts";
import type { DomainDevicesPart } from "./domain_devices.ts";
import type { DomainGuestPart } from "./domain_guest.ts";
import type { DomainSavePart } from "./domain_jobs.ts";
import type { CheckpointsPart, SnapshotsPart } from "./domain_snapshots.ts";
import type { DomainStatsPart } from "./domain_stats.ts";
import type { DomainStreamsPart } from "./domain_streams.ts";
import type { DomainTuningPart } from "./domain_tuning.ts";
import type { DomainsPart } from "./domains.ts";
import type { EmulatorsPart } from "./emulators_part.ts";
import type { EventsPart } from "./events.ts";
import type { HostPart } from "./host_part.ts";
import type { InterfacesPart } from "./interfaces.ts";
import type { NetworkFiltersPart } from "./network_filters.ts";
import type { NetworksPart } from "./networks.ts";
import type { NodeDevicesPart } from "./node_devices.ts";
import type { SecretsPart } from "./secrets.ts";
import type { StoragePoolsPart, StorageVolumesPart } from "./storage.ts";

/** An open hypervisor. */
export interface DriverConnection extends AsyncDisposable {
  readonly driver: DriverId;
  /** The canonical URI: `qemu:///system`. */
  readonly uri: string;
  /** The name libvirt gives the hypervisor: `QEMU`, `TEST`. */
  readonly type: string;
  /** Version of the hypervisor: major * 1,000,000 + minor * 1,000 + micro. */
  getVersion?(options: CallOptions): Promise<Integer64>;
  /** Whether the way to the hypervisor is encrypted or does not leave the machine. @default {true} */
  readonly secure?: boolean;
  /** Resolves where the hypervisor is out of reach for good, with the reason. */
  readonly lost?: Promise<string>;

  readonly capabilities?: CapabilitiesPart;
  readonly emulators?: EmulatorsPart;
  readonly cache?: CachePart;
  readonly host?: HostPart;
  readonly domains?: DomainsPart;
  readonly domainDevices?: DomainDevicesPart;
  readonly domainTuning?: DomainTuningPart;
  readonly domainStats?: DomainStatsPart;
  readonly domainSave?: DomainSavePart;
  readonly domainBlock?: DomainBlockPart;
  readonly domainGuest?: DomainGuestPart;
  readonly domainStreams?: DomainStreamsPart;
  readonly snapshots?: SnapshotsPart;
  readonly checkpoints?: CheckpointsPart;
  readonly networks?: NetworksPart;
  readonly storagePools?: StoragePoolsPart;
  readonly storageVolumes?: StorageVolumesPart;
  readonly nodeDevices?: NodeDevicesPart;
  readonly interfaces?: InterfacesPart;
  readonly networkFilters?: NetworkFiltersPart;
  readonly secrets?: SecretsPart;
  readonly events?: EventsPart;
}
