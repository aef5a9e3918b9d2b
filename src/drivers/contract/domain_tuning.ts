/**
 * How much of the machine a guest may use: libvirt's typed parameters, as records.
 *
 * @module
 */

import type { DomainAffectFlags, DomainRef, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** One pair of calls for each kind of limit. */
export interface DomainTuningPart {
  /** `hard_limit`, `soft_limit`, `swap_hard_limit`: KiB. */
  getMemoryParameters?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<TypedRecord>;
  setMemoryParameters?: SetParameters;
  /** `weight`, `device_weight`, `device_read_bytes_sec`, … */
  getBlkioParameters?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<TypedRecord>;
  setBlkioParameters?: SetParameters;
  /** `numa_nodeset`, `numa_mode`. */
  getNumaParameters?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<TypedRecord>;
  setNumaParameters?: SetParameters;
  /** The name of the scheduler, and how many parameters it has. */
  getSchedulerType?(domain: DomainRef, options: CallOptions): Promise<SchedulerType>;
  /** `cpu_shares`, `vcpu_period`, `vcpu_quota`, … */
  getSchedulerParameters?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<TypedRecord>;
  setSchedulerParameters?: SetParameters;
  /** Which performance events are counted. */
  getPerfEvents?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<TypedRecord>;
  setPerfEvents?: SetParameters;
  /** `inbound.average`, …: KiB a second. The interface is named by its target or its MAC address. */
  getInterfaceParameters?(
    domain: DomainRef,
    device: string,
    flags: DomainAffectFlags,
    options: CallOptions,
  ): Promise<TypedRecord>;
  setInterfaceParameters?: SetDeviceParameters;
  /** `total_bytes_sec`, … of a disk, named by its target or source. */
  getBlockIoTune?(
    domain: DomainRef,
    disk: string,
    flags: DomainAffectFlags,
    options: CallOptions,
  ): Promise<TypedRecord>;
  setBlockIoTune?: SetDeviceParameters;
}

/** Changes what the record names, and leaves the rest. */
export type SetParameters = (
  domain: DomainRef,
  parameters: TypedRecord,
  flags: DomainAffectFlags,
  options: CallOptions,
) => Promise<void>;

/** The same for one device. */
export type SetDeviceParameters = (
  domain: DomainRef,
  change: { readonly device: string; readonly parameters: TypedRecord },
  flags: DomainAffectFlags,
  options: CallOptions,
) => Promise<void>;

/** `virDomainGetSchedulerType`. */
export interface SchedulerType {
  /** `posix`, `cfs`, … */
  readonly type: string;
  /** How many parameters it has. */
  readonly parameterCount: number;
}
