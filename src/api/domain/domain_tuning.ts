/**
 * How much of the machine a guest may use: libvirt's typed parameters, as records by its field names.
 *
 * @module
 */

import type { SchedulerType } from "../../drivers/contract.ts";
import type { DomainAffectFlags, DomainRef, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** Limits and weights of a guest: `domain.tuning`. Setting changes what the record names, and leaves the rest. */
export class DomainTuning extends Handle<DomainRef> {
  /** `hard_limit`, `soft_limit`, `swap_hard_limit`: KiB (`virDomainGetMemoryParameters`). */
  getMemory(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetMemoryParameters", "domainTuning", "getMemoryParameters", [flags], options);
  }

  /** Sets what {@linkcode DomainTuning.getMemory} gives (`virDomainSetMemoryParameters`). */
  setMemory(parameters: TypedRecord, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call(
      "virDomainSetMemoryParameters",
      "domainTuning",
      "setMemoryParameters",
      [parameters, flags],
      options,
    );
  }

  /** `weight`, `device_weight`, `device_read_bytes_sec`, … (`virDomainGetBlkioParameters`). */
  getBlkio(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetBlkioParameters", "domainTuning", "getBlkioParameters", [flags], options);
  }

  /** Sets what {@linkcode DomainTuning.getBlkio} gives (`virDomainSetBlkioParameters`). */
  setBlkio(parameters: TypedRecord, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetBlkioParameters", "domainTuning", "setBlkioParameters", [parameters, flags], options);
  }

  /** `numa_nodeset`, `numa_mode` (`virDomainGetNumaParameters`). */
  getNuma(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetNumaParameters", "domainTuning", "getNumaParameters", [flags], options);
  }

  /** Sets what {@linkcode DomainTuning.getNuma} gives (`virDomainSetNumaParameters`). */
  setNuma(parameters: TypedRecord, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetNumaParameters", "domainTuning", "setNumaParameters", [parameters, flags], options);
  }

  /** The name of the scheduler, and how many parameters it has (`virDomainGetSchedulerType`). */
  getSchedulerType(options?: CallOptions): Promise<SchedulerType> {
    return this.call("virDomainGetSchedulerType", "domainTuning", "getSchedulerType", [], options);
  }

  /** `cpu_shares`, `vcpu_period`, `vcpu_quota`, … (`virDomainGetSchedulerParameters`, `virDomainGetSchedulerParametersFlags`). */
  getScheduler(flags?: DomainAffectFlags, options?: CallOptions): Promise<TypedRecord> {
    const call = flags === undefined ? "virDomainGetSchedulerParameters" : "virDomainGetSchedulerParametersFlags";
    return this.call(call, "domainTuning", "getSchedulerParameters", [flags ?? {}], options);
  }

  /** Sets what {@linkcode DomainTuning.getScheduler} gives (`virDomainSetSchedulerParameters`, `virDomainSetSchedulerParametersFlags`). */
  setScheduler(parameters: TypedRecord, flags?: DomainAffectFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainSetSchedulerParameters" : "virDomainSetSchedulerParametersFlags";
    return this.call(call, "domainTuning", "setSchedulerParameters", [parameters, flags ?? {}], options);
  }

  /** Which performance events are counted: `cmt`, `instructions`, … (`virDomainGetPerfEvents`). */
  getPerfEvents(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetPerfEvents", "domainTuning", "getPerfEvents", [flags], options);
  }

  /** Begins or ends to count performance events (`virDomainSetPerfEvents`). */
  setPerfEvents(parameters: TypedRecord, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetPerfEvents", "domainTuning", "setPerfEvents", [parameters, flags], options);
  }

  /** `inbound.average`, …: KiB a second; the interface is named by target or MAC (`virDomainGetInterfaceParameters`). */
  getInterface(device: string, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    const call = "virDomainGetInterfaceParameters";
    return this.call(call, "domainTuning", "getInterfaceParameters", [device, flags], options);
  }

  /** Sets what {@linkcode DomainTuning.getInterface} gives (`virDomainSetInterfaceParameters`). */
  setInterface(change: DeviceTuning, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    const call = "virDomainSetInterfaceParameters";
    return this.call(call, "domainTuning", "setInterfaceParameters", [change, flags], options);
  }

  /** `total_bytes_sec`, … of a disk, named by target or source (`virDomainGetBlockIoTune`). */
  getBlockIo(disk: string, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetBlockIoTune", "domainTuning", "getBlockIoTune", [disk, flags], options);
  }

  /** Sets what {@linkcode DomainTuning.getBlockIo} gives (`virDomainSetBlockIoTune`). */
  setBlockIo(change: DeviceTuning, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetBlockIoTune", "domainTuning", "setBlockIoTune", [change, flags], options);
  }
}

/** Parameters of one device. */
export interface DeviceTuning {
  /** The device by its target, its source or its MAC address. */
  readonly device: string;
  /** What changes, by libvirt's field names. */
  readonly parameters: TypedRecord;
}
