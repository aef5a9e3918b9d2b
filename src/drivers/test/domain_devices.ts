/**
 * Changes of a guest's hardware.
 *
 * @module
 */

import type { DomainDevicesPart } from "../contract.ts";
import { createAttach } from "./domain_attach.ts";
import { createIoThreads } from "./domain_io_threads.ts";
import { createMemory } from "./domain_memory.ts";
import type { Guests } from "./domain_state.ts";
import { createVcpus } from "./domain_vcpus.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_DEVICES_CALLS: Partial<CallNames<DomainDevicesPart>> = {
  attach: "virDomainAttachDevice",
  detach: "virDomainDetachDevice",
  detachAlias: "virDomainDetachDeviceAlias",
  update: "virDomainUpdateDevice",
  getMaxMemory: "virDomainGetMaxMemory",
  setMemory: "virDomainSetMemory",
  setMemoryStatsPeriod: "virDomainSetMemoryStatsPeriod",
  getMaxVcpus: "virDomainGetMaxVcpus",
  getVcpuCount: "virDomainGetVcpus",
  setVcpuCount: "virDomainSetVcpus",
  setVcpus: "virDomainSetVcpu",
  getVcpus: "virDomainGetVcpus",
  getVcpuPins: "virDomainGetVcpuPinInfo",
  pinVcpu: "virDomainPinVcpu",
  getEmulatorPin: "virDomainGetEmulatorPinInfo",
  pinEmulator: "virDomainPinEmulator",
  getIoThreads: "virDomainGetIOThreadInfo",
  addIoThread: "virDomainAddIOThread",
  deleteIoThread: "virDomainDelIOThread",
  pinIoThread: "virDomainPinIOThread",
  setIoThreadParameters: "virDomainSetIOThreadParams",
};

/** The part. */
export function createDomainDevices(guests: Guests): DomainDevicesPart {
  return { ...createAttach(guests), ...createMemory(guests), ...createVcpus(guests), ...createIoThreads(guests) };
}
