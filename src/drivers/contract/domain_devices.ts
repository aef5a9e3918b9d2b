/**
 * What a guest is made of, changed while it exists: devices, memory, virtual processors, I/O threads.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  DomainAffectFlags,
  DomainDeviceFlags,
  DomainMemoryFlags,
  DomainRef,
  DomainVcpuFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Changes of a guest's hardware. */
export interface DomainDevicesPart {
  attach?(domain: DomainRef, xml: string, flags: DomainDeviceFlags, options: CallOptions): Promise<void>;
  detach?(domain: DomainRef, xml: string, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  /** Asks the guest to let go of a device; an event tells when it has. */
  detachAlias?(domain: DomainRef, alias: string, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  update?(domain: DomainRef, xml: string, flags: DomainDeviceFlags, options: CallOptions): Promise<void>;

  /** KiB. */
  getMaxMemory?(domain: DomainRef, options: CallOptions): Promise<Integer64>;
  /** KiB; sets the maximum where the flag `maximum` says so. */
  setMemory?(domain: DomainRef, memory: Integer64, flags: DomainMemoryFlags, options: CallOptions): Promise<void>;
  /** Seconds between two collections of memory statistics; 0: none. */
  setMemoryStatsPeriod?(
    domain: DomainRef,
    period: number,
    flags: DomainAffectFlags,
    options: CallOptions,
  ): Promise<void>;

  getMaxVcpus?(domain: DomainRef, options: CallOptions): Promise<number>;
  getVcpuCount?(domain: DomainRef, flags: DomainVcpuFlags, options: CallOptions): Promise<number>;
  setVcpuCount?(domain: DomainRef, count: number, flags: DomainVcpuFlags, options: CallOptions): Promise<void>;
  /** Plugs single virtual processors, named as `0-3,^2`. */
  setVcpus?(domain: DomainRef, change: VcpuChange, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  /** What each virtual processor does now. */
  getVcpus?(domain: DomainRef, options: CallOptions): Promise<readonly VcpuInfo[]>;
  /** For each virtual processor, the host processors it may run on. */
  getVcpuPins?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<readonly CpuSet[]>;
  pinVcpu?(domain: DomainRef, pin: VcpuPin, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  getEmulatorPin?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<CpuSet>;
  pinEmulator?(domain: DomainRef, cpus: CpuSet, flags: DomainAffectFlags, options: CallOptions): Promise<void>;

  getIoThreads?(domain: DomainRef, flags: DomainAffectFlags, options: CallOptions): Promise<readonly IoThreadInfo[]>;
  addIoThread?(domain: DomainRef, id: number, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  deleteIoThread?(domain: DomainRef, id: number, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  pinIoThread?(domain: DomainRef, pin: IoThreadInfo, flags: DomainAffectFlags, options: CallOptions): Promise<void>;
  setIoThreadParameters?(
    domain: DomainRef,
    change: { readonly id: number; readonly parameters: TypedRecord; readonly flags: DomainAffectFlags },
    options: CallOptions,
  ): Promise<void>;
}

/** Numbers of host processors, ascending. */
export type CpuSet = readonly number[];

/** One virtual processor. */
export interface VcpuInfo {
  /** Counted from 0. */
  readonly number: number;
  /** What it does. */
  readonly state: "offline" | "running" | "blocked";
  /** Nanoseconds. */
  readonly cpuTime: Integer64;
  /** The host processor it runs on; -1 where it is offline, -2 where it is not known. */
  readonly cpu: number;
  /** Where it may run. */
  readonly affinity: CpuSet;
}

/** Virtual processors that are plugged or unplugged. */
export interface VcpuChange {
  /** As `0-3,^2`. */
  readonly vcpus: string;
  /** Whether they are plugged. */
  readonly enabled: boolean;
}

/** Where one virtual processor may run. */
export interface VcpuPin {
  /** Counted from 0. */
  readonly vcpu: number;
  /** Host processors. */
  readonly cpus: CpuSet;
}

/** An I/O thread with where it may run. */
export interface IoThreadInfo {
  /** Its number, from 1. */
  readonly id: number;
  /** Host processors. */
  readonly cpus: CpuSet;
}
