/**
 * How much of the server's machine its guests may use.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import {
  BANDWIDTH_PARAMETERS,
  BLKIO_PARAMETERS,
  BLOCK_IOTUNE_PARAMETERS,
  DOMAIN_AFFECT_FLAGS,
  type DomainAffectFlags,
  MEMORY_PARAMETERS,
  NUMA_PARAMETERS,
  PERF_PARAMETERS,
  SCHEDULER_PARAMETERS,
  toRecord,
} from "../../model/mod.ts";
import type { DomainTuningPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { askParameters, parametersOf, STRINGS } from "./parameters.ts";

function affectNumber(flags: DomainAffectFlags): number {
  return flagsToNumber(DOMAIN_AFFECT_FLAGS, flags);
}

function reading(flags: DomainAffectFlags): number {
  return (affectNumber(flags) | STRINGS) >>> 0;
}

/** How much guests of the server may use. */
export function createDomainTuning(link: Link): DomainTuningPart {
  return {
    getMemoryParameters: (dom, flags, options) =>
      askParameters((nparams) =>
        link.call("DOMAIN_GET_MEMORY_PARAMETERS", { dom, nparams, flags: reading(flags) }, options)
      ),
    async setMemoryParameters(dom, record, flags, options) {
      const params = parametersOf(MEMORY_PARAMETERS, record);
      await link.call("DOMAIN_SET_MEMORY_PARAMETERS", { dom, params, flags: affectNumber(flags) }, options);
    },
    getBlkioParameters: (dom, flags, options) =>
      askParameters((nparams) =>
        link.call("DOMAIN_GET_BLKIO_PARAMETERS", { dom, nparams, flags: reading(flags) }, options)
      ),
    async setBlkioParameters(dom, record, flags, options) {
      const params = parametersOf(BLKIO_PARAMETERS, record);
      await link.call("DOMAIN_SET_BLKIO_PARAMETERS", { dom, params, flags: affectNumber(flags) }, options);
    },
    getNumaParameters: (dom, flags, options) =>
      askParameters((nparams) =>
        link.call("DOMAIN_GET_NUMA_PARAMETERS", { dom, nparams, flags: reading(flags) }, options)
      ),
    async setNumaParameters(dom, record, flags, options) {
      const params = parametersOf(NUMA_PARAMETERS, record);
      await link.call("DOMAIN_SET_NUMA_PARAMETERS", { dom, params, flags: affectNumber(flags) }, options);
    },
    async getSchedulerType(dom, options) {
      const { type, nparams } = await link.call("DOMAIN_GET_SCHEDULER_TYPE", { dom }, options);
      return { type, parameterCount: nparams };
    },
    async getSchedulerParameters(dom, flags, options) {
      const { nparams } = await link.call("DOMAIN_GET_SCHEDULER_TYPE", { dom }, options);
      // Some drivers have the older call only.
      const { params } = affectNumber(flags) === 0
        ? await link.call("DOMAIN_GET_SCHEDULER_PARAMETERS", { dom, nparams }, options)
        : await link.call("DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS", { dom, nparams, flags: reading(flags) }, options);
      return toRecord(params);
    },
    async setSchedulerParameters(dom, record, flags, options) {
      const params = parametersOf(SCHEDULER_PARAMETERS, record);
      if (affectNumber(flags) === 0) await link.call("DOMAIN_SET_SCHEDULER_PARAMETERS", { dom, params }, options);
      else {await link.call(
          "DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS",
          { dom, params, flags: affectNumber(flags) },
          options,
        );}
    },
    async getPerfEvents(dom, flags, options) {
      return toRecord((await link.call("DOMAIN_GET_PERF_EVENTS", { dom, flags: reading(flags) }, options)).params);
    },
    async setPerfEvents(dom, record, flags, options) {
      const params = parametersOf(PERF_PARAMETERS, record);
      await link.call("DOMAIN_SET_PERF_EVENTS", { dom, params, flags: affectNumber(flags) }, options);
    },
    getInterfaceParameters: (dom, device, flags, options) =>
      askParameters((nparams) =>
        link.call("DOMAIN_GET_INTERFACE_PARAMETERS", { dom, device, nparams, flags: reading(flags) }, options)
      ),
    async setInterfaceParameters(dom, { device, parameters }, flags, options) {
      const params = parametersOf(BANDWIDTH_PARAMETERS, parameters);
      await link.call("DOMAIN_SET_INTERFACE_PARAMETERS", { dom, device, params, flags: affectNumber(flags) }, options);
    },
    getBlockIoTune: (dom, disk, flags, options) =>
      askParameters((nparams) =>
        link.call("DOMAIN_GET_BLOCK_IO_TUNE", { dom, disk, nparams, flags: reading(flags) }, options)
      ),
    async setBlockIoTune(dom, { device, parameters }, flags, options) {
      const params = parametersOf(BLOCK_IOTUNE_PARAMETERS, parameters);
      await link.call("DOMAIN_SET_BLOCK_IO_TUNE", { dom, disk: device, params, flags: affectNumber(flags) }, options);
    },
  };
}
