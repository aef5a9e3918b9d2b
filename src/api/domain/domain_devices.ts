/**
 * What a guest is made of, changed while it exists: devices, memory, virtual processors, I/O threads.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { CpuSet, IoThreadInfo, VcpuChange, VcpuInfo, VcpuPin } from "../../drivers/contract.ts";
import type {
  DomainAffectFlags,
  DomainDeviceFlags,
  DomainMemoryFlags,
  DomainRef,
  DomainVcpuFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/**
 * A guest's hardware: `domain.devices`. The flags say whether the running guest (`live`), its kept configuration
 * (`config`) or both are changed; with none of them whichever is there now.
 */
export class DomainDevices extends Handle<DomainRef> {
  /** Adds a device, as XML (`virDomainAttachDevice`, `virDomainAttachDeviceFlags`). */
  attach(xml: string, flags?: DomainDeviceFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainAttachDevice" : "virDomainAttachDeviceFlags";
    return this.call(call, "domainDevices", "attach", [xml, flags ?? {}], options);
  }

  /** Removes the device that the XML describes (`virDomainDetachDevice`, `virDomainDetachDeviceFlags`). */
  detach(xml: string, flags?: DomainAffectFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainDetachDevice" : "virDomainDetachDeviceFlags";
    return this.call(call, "domainDevices", "detach", [xml, flags ?? {}], options);
  }

  /** Asks the guest to let go of the device with this alias; an event tells when it has (`virDomainDetachDeviceAlias`). */
  detachAlias(alias: string, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainDetachDeviceAlias", "domainDevices", "detachAlias", [alias, flags], options);
  }

  /** Changes what can be changed of a device: a medium, a link, … (`virDomainUpdateDeviceFlags`). */
  update(xml: string, flags: DomainDeviceFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainUpdateDeviceFlags", "domainDevices", "update", [xml, flags], options);
  }

  /** The most memory it can have: KiB (`virDomainGetMaxMemory`). */
  getMaxMemory(options?: CallOptions): Promise<Integer64> {
    return this.call("virDomainGetMaxMemory", "domainDevices", "getMaxMemory", [], options);
  }

  /**
   * Gives it so much memory, in KiB; with `maximum` the most that it can have (`virDomainSetMemory`,
   * `virDomainSetMaxMemory`, `virDomainSetMemoryFlags`).
   */
  setMemory(memory: Integer64, flags?: DomainMemoryFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainSetMemory" : "virDomainSetMemoryFlags";
    return this.call(call, "domainDevices", "setMemory", [memory, flags ?? {}], options);
  }

  /** Seconds between two collections of memory statistics; 0: none (`virDomainSetMemoryStatsPeriod`). */
  setMemoryStatsPeriod(period: number, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call(
      "virDomainSetMemoryStatsPeriod",
      "domainDevices",
      "setMemoryStatsPeriod",
      [period, flags],
      options,
    );
  }

  /** The most virtual processors it can have (`virDomainGetMaxVcpus`). */
  getMaxVcpus(options?: CallOptions): Promise<number> {
    return this.call("virDomainGetMaxVcpus", "domainDevices", "getMaxVcpus", [], options);
  }

  /** How many virtual processors it has, or can have with `maximum` (`virDomainGetVcpusFlags`). */
  getVcpuCount(flags: DomainVcpuFlags = {}, options?: CallOptions): Promise<number> {
    return this.call("virDomainGetVcpusFlags", "domainDevices", "getVcpuCount", [flags], options);
  }

  /** Gives it so many virtual processors (`virDomainSetVcpus`, `virDomainSetVcpusFlags`). */
  setVcpuCount(count: number, flags?: DomainVcpuFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainSetVcpus" : "virDomainSetVcpusFlags";
    return this.call(call, "domainDevices", "setVcpuCount", [count, flags ?? {}], options);
  }

  /** Plugs or unplugs single virtual processors (`virDomainSetVcpu`). */
  setVcpus(change: VcpuChange, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetVcpu", "domainDevices", "setVcpus", [change, flags], options);
  }

  /** What each virtual processor does now (`virDomainGetVcpus`). */
  getVcpus(options?: CallOptions): Promise<readonly VcpuInfo[]> {
    return this.call("virDomainGetVcpus", "domainDevices", "getVcpus", [], options);
  }

  /** For each virtual processor, the host processors it may run on (`virDomainGetVcpuPinInfo`). */
  getVcpuPins(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<readonly CpuSet[]> {
    return this.call("virDomainGetVcpuPinInfo", "domainDevices", "getVcpuPins", [flags], options);
  }

  /** Says where one virtual processor may run (`virDomainPinVcpu`, `virDomainPinVcpuFlags`). */
  pinVcpu(pin: VcpuPin, flags?: DomainAffectFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainPinVcpu" : "virDomainPinVcpuFlags";
    return this.call(call, "domainDevices", "pinVcpu", [pin, flags ?? {}], options);
  }

  /** Where the emulator's own threads may run (`virDomainGetEmulatorPinInfo`). */
  getEmulatorPin(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<CpuSet> {
    return this.call("virDomainGetEmulatorPinInfo", "domainDevices", "getEmulatorPin", [flags], options);
  }

  /** Says where the emulator's own threads may run (`virDomainPinEmulator`). */
  pinEmulator(cpus: CpuSet, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainPinEmulator", "domainDevices", "pinEmulator", [cpus, flags], options);
  }

  /** Its I/O threads, and where they may run (`virDomainGetIOThreadInfo`). */
  getIoThreads(flags: DomainAffectFlags = {}, options?: CallOptions): Promise<readonly IoThreadInfo[]> {
    return this.call("virDomainGetIOThreadInfo", "domainDevices", "getIoThreads", [flags], options);
  }

  /** Adds an I/O thread with this number (`virDomainAddIOThread`). */
  addIoThread(id: number, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainAddIOThread", "domainDevices", "addIoThread", [id, flags], options);
  }

  /** Removes the I/O thread with this number (`virDomainDelIOThread`). */
  deleteIoThread(id: number, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainDelIOThread", "domainDevices", "deleteIoThread", [id, flags], options);
  }

  /** Says where an I/O thread may run (`virDomainPinIOThread`). */
  pinIoThread(pin: IoThreadInfo, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainPinIOThread", "domainDevices", "pinIoThread", [pin, flags], options);
  }

  /** How an I/O thread polls: `poll_max_ns`, … (`virDomainSetIOThreadParams`). */
  setIoThreadParameters(change: IoThreadTuning, flags: DomainAffectFlags = {}, options?: CallOptions): Promise<void> {
    const args = [{ ...change, flags }] as const;
    return this.call("virDomainSetIOThreadParams", "domainDevices", "setIoThreadParameters", [...args], options);
  }
}

/** Parameters of one I/O thread. */
export interface IoThreadTuning {
  /** The thread's number. */
  readonly id: number;
  /** What changes, by libvirt's field names. */
  readonly parameters: TypedRecord;
}
