/**
 * How much of the machine guests may use: pairs of asking and changing, each with its table of parameters.
 *
 * @module
 */

import {
  BANDWIDTH_PARAMETERS,
  BLKIO_PARAMETERS,
  BLOCK_IOTUNE_PARAMETERS,
  DOMAIN_AFFECT_FLAGS,
  type DomainAffectFlags,
  MEMORY_PARAMETERS,
  NUMA_PARAMETERS,
  type ParameterTable,
  PERF_PARAMETERS,
  SCHEDULER_PARAMETERS,
  toCheckedRecord,
  type TypedParameter,
  type TypedRecord,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { parameterReply, parametersOf, readable, withoutStringFlag } from "./typed_parameters.ts";

/** How much of the machine guests may use. */
export const domainTuningHandlers = {
  DOMAIN_GET_MEMORY_PARAMETERS: async (call, { dom, ...request }) =>
    parameterReply(
      MEMORY_PARAMETERS,
      await call.invoke("domainTuning", "getMemoryParameters", [dom, affects(call, request.flags)]),
      request,
    ),
  DOMAIN_SET_MEMORY_PARAMETERS: (call, { dom, params, flags }) =>
    call.invoke("domainTuning", "setMemoryParameters", [
      dom,
      record(MEMORY_PARAMETERS, params),
      affects(call, flags),
    ]),

  DOMAIN_GET_BLKIO_PARAMETERS: async (call, { dom, ...request }) =>
    parameterReply(
      BLKIO_PARAMETERS,
      await call.invoke("domainTuning", "getBlkioParameters", [dom, affects(call, request.flags)]),
      request,
    ),
  DOMAIN_SET_BLKIO_PARAMETERS: (call, { dom, params, flags }) =>
    call.invoke("domainTuning", "setBlkioParameters", [dom, record(BLKIO_PARAMETERS, params), affects(call, flags)]),

  DOMAIN_GET_NUMA_PARAMETERS: async (call, { dom, ...request }) =>
    parameterReply(
      NUMA_PARAMETERS,
      await call.invoke("domainTuning", "getNumaParameters", [dom, affects(call, request.flags)]),
      request,
    ),
  DOMAIN_SET_NUMA_PARAMETERS: (call, { dom, params, flags }) =>
    call.invoke("domainTuning", "setNumaParameters", [dom, record(NUMA_PARAMETERS, params), affects(call, flags)]),

  async DOMAIN_GET_SCHEDULER_TYPE(call, { dom }) {
    const { type, parameterCount } = await call.invoke("domainTuning", "getSchedulerType", [dom]);
    return { type, nparams: parameterCount };
  },
  async DOMAIN_GET_SCHEDULER_PARAMETERS(call, { dom, nparams }) {
    const found = await call.invoke("domainTuning", "getSchedulerParameters", [dom, {}]);
    return { params: parametersOf(SCHEDULER_PARAMETERS, found).slice(0, Math.max(0, nparams)) };
  },
  async DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS(call, { dom, nparams, flags }) {
    const found = await call.invoke("domainTuning", "getSchedulerParameters", [dom, affects(call, flags)]);
    return { params: readable(parametersOf(SCHEDULER_PARAMETERS, found).slice(0, Math.max(0, nparams)), flags) };
  },
  DOMAIN_SET_SCHEDULER_PARAMETERS: (call, { dom, params }) =>
    call.invoke("domainTuning", "setSchedulerParameters", [dom, record(SCHEDULER_PARAMETERS, params), {}]),
  DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS: (call, { dom, params, flags }) =>
    call.invoke("domainTuning", "setSchedulerParameters", [
      dom,
      record(SCHEDULER_PARAMETERS, params),
      affects(call, flags),
    ]),

  async DOMAIN_GET_PERF_EVENTS(call, { dom, flags }) {
    const found = await call.invoke("domainTuning", "getPerfEvents", [dom, affects(call, flags)]);
    return { params: readable(parametersOf(PERF_PARAMETERS, found), flags) };
  },
  DOMAIN_SET_PERF_EVENTS: (call, { dom, params, flags }) =>
    call.invoke("domainTuning", "setPerfEvents", [dom, record(PERF_PARAMETERS, params), affects(call, flags)]),

  DOMAIN_GET_INTERFACE_PARAMETERS: async (call, { dom, device, ...request }) =>
    parameterReply(
      BANDWIDTH_PARAMETERS,
      await call.invoke("domainTuning", "getInterfaceParameters", [dom, device, affects(call, request.flags)]),
      request,
    ),
  DOMAIN_SET_INTERFACE_PARAMETERS: (call, { dom, device, params, flags }) =>
    call.invoke("domainTuning", "setInterfaceParameters", [
      dom,
      { device, parameters: record(BANDWIDTH_PARAMETERS, params) },
      affects(call, flags),
    ]),

  async DOMAIN_GET_BLOCK_IO_TUNE(call, { dom, disk, ...request }) {
    const flags = affects(call, request.flags);
    // Without a disk a client asks only for how many it needs room.
    if (disk === undefined) return { params: [], nparams: Object.keys(BLOCK_IOTUNE_PARAMETERS).length };
    const found = await call.invoke("domainTuning", "getBlockIoTune", [dom, disk, flags]);
    return parameterReply(BLOCK_IOTUNE_PARAMETERS, found, request);
  },
  DOMAIN_SET_BLOCK_IO_TUNE: (call, { dom, disk, params, flags }) =>
    call.invoke("domainTuning", "setBlockIoTune", [
      dom,
      { device: disk, parameters: record(BLOCK_IOTUNE_PARAMETERS, params) },
      affects(call, flags),
    ]),
} satisfies Handlers;

function affects(call: Call, flags: number): DomainAffectFlags {
  return call.flags(DOMAIN_AFFECT_FLAGS, withoutStringFlag(flags));
}

function record(table: ParameterTable, parameters: readonly TypedParameter[]): TypedRecord {
  return toCheckedRecord(table, parameters) as TypedRecord;
}
