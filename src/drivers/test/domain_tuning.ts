/**
 * How much of the machine a guest may use: one pair of calls for each kind of limit.
 *
 * @module
 */

import type { DomainTuningPart } from "../contract.ts";
import { createBandwidth } from "./domain_bandwidth.ts";
import { createBlkio } from "./domain_blkio.ts";
import { createIoTune } from "./domain_iotune.ts";
import { createLimits } from "./domain_limits.ts";
import { createNuma } from "./domain_numa.ts";
import type { Guests } from "./domain_state.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_TUNING_CALLS: Partial<CallNames<DomainTuningPart>> = {
  getMemoryParameters: "virDomainGetMemoryParameters",
  setMemoryParameters: "virDomainSetMemoryParameters",
  getBlkioParameters: "virDomainGetBlkioParameters",
  setBlkioParameters: "virDomainSetBlkioParameters",
  getNumaParameters: "virDomainGetNumaParameters",
  setNumaParameters: "virDomainSetNumaParameters",
  getSchedulerType: "virDomainGetSchedulerType",
  getSchedulerParameters: "virDomainGetSchedulerParameters",
  setSchedulerParameters: "virDomainSetSchedulerParameters",
  getPerfEvents: "virDomainGetPerfEvents",
  setPerfEvents: "virDomainSetPerfEvents",
  getInterfaceParameters: "virDomainGetInterfaceParameters",
  setInterfaceParameters: "virDomainSetInterfaceParameters",
  getBlockIoTune: "virDomainGetBlockIoTune",
  setBlockIoTune: "virDomainSetBlockIoTune",
};

/** The part. */
export function createDomainTuning(guests: Guests): DomainTuningPart {
  return {
    ...createBandwidth(guests),
    ...createLimits(guests),
    ...createNuma(guests),
    ...createBlkio(guests),
    ...createIoTune(guests),
  };
}
