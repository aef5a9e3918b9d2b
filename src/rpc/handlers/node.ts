/**
 * The machine that the hypervisor runs on.
 *
 * @module
 */

import {
  ALLOCATE_PAGES_FLAGS,
  type Integer64,
  NODE_CPU_STATS_ALL,
  NODE_MEMORY_PARAMETERS,
  NODE_MEMORY_STATS_ALL,
  NODE_SEV_PARAMETERS,
  SUSPEND_TARGETS,
  toCheckedRecord,
  type TypedRecord,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { cpuMapOf } from "../../wire/libvirt/cpu_maps.ts";
import { parameterReply, withoutStringFlag } from "./typed_parameters.ts";

/** Cells that a reply has room for (`REMOTE_NODE_MAX_CELLS`). */
const MAX_CELLS = 1024;

/** The machine. */
export const nodeHandlers = {
  NODE_GET_INFO: (call) => call.invoke("host", "getNodeInfo", []),

  async NODE_GET_CPU_STATS(call, { cpuNum, nparams, flags }) {
    call.noFlags(flags);
    const cpu = cpuNum === NODE_CPU_STATS_ALL.allCpus ? undefined : cpuNum;
    return statistics(await call.invoke("host", "getCpuStats", [cpu]), nparams);
  },
  async NODE_GET_MEMORY_STATS(call, { cellNum, nparams, flags }) {
    call.noFlags(flags);
    const cell = cellNum === NODE_MEMORY_STATS_ALL.allCells ? undefined : cellNum;
    return statistics(await call.invoke("host", "getMemoryStats", [cell]), nparams);
  },

  async NODE_GET_CPU_MAP(call, { need_map, need_online, flags }) {
    call.noFlags(flags);
    const { total, online } = await call.invoke("host", "getCpuMap", []);
    return {
      cpumap: need_map === 0 ? new Uint8Array() : cpuMapOf(online, (total + 7) >> 3),
      online: need_online === 0 ? 0 : online.length,
      ret: total,
    };
  },

  NODE_GET_FREE_MEMORY: async (call) => ({ freeMem: await call.invoke("host", "getFreeMemory", []) }),
  NODE_GET_CELLS_FREE_MEMORY: async (call, { startCell, maxcells }) => ({
    cells: await call.invoke("host", "getCellsFreeMemory", [startCell, call.within("maxcells", maxcells, MAX_CELLS)]),
  }),

  async NODE_GET_FREE_PAGES(call, { pages, startCell, cellCount, flags }) {
    call.noFlags(flags);
    call.within("the number of counts", pages.length * cellCount, MAX_CELLS);
    return { counts: await call.invoke("host", "getFreePages", [{ sizes: pages, startCell, cellCount }]) };
  },
  async NODE_ALLOC_PAGES(call, { pageSizes, pageCounts, startCell, cellCount, flags }) {
    const { set } = call.flags(ALLOCATE_PAGES_FLAGS, flags);
    call.within("cellCount", cellCount, MAX_CELLS);
    if (pageSizes.length !== pageCounts.length) throw call.invalid("as many counts as sizes of pages are needed");
    const pools = pageSizes.map((size, index) => ({ size, count: pageCounts[index] ?? 0 }));
    const request = { pools, startCell, cellCount, mode: set ? "set" as const : "add" as const };
    return { ret: await call.invoke("host", "allocPages", [request]) };
  },

  async NODE_GET_MEMORY_PARAMETERS(call, request) {
    call.noFlags(withoutStringFlag(request.flags));
    return parameterReply(NODE_MEMORY_PARAMETERS, await call.invoke("host", "getMemoryParameters", []), request);
  },
  async NODE_SET_MEMORY_PARAMETERS(call, { params, flags }) {
    call.noFlags(flags);
    const record = toCheckedRecord(NODE_MEMORY_PARAMETERS, params) as TypedRecord;
    await call.invoke("host", "setMemoryParameters", [record]);
  },
  async NODE_GET_SEV_INFO(call, request) {
    call.noFlags(withoutStringFlag(request.flags));
    return parameterReply(NODE_SEV_PARAMETERS, await call.invoke("host", "getSevInfo", []), request);
  },

  NODE_GET_SECURITY_MODEL: (call) => call.invoke("host", "getSecurityModel", []),

  async NODE_SUSPEND_FOR_DURATION(call, { target, duration, flags }) {
    call.noFlags(flags);
    const request = { target: call.word(SUSPEND_TARGETS, target, "suspend target"), duration };
    await call.invoke("host", "suspendForDuration", [request]);
  },
} satisfies Handlers;

interface Statistics {
  readonly params: readonly { readonly field: string; readonly value: Integer64 }[];
  readonly nparams: number;
}

/** How many there are, or so many of them as were asked for. */
function statistics(record: Readonly<Record<string, Integer64>>, asked: number): Statistics {
  const all = Object.entries(record).map(([field, value]) => ({ field, value }));
  return asked === 0 ? { params: [], nparams: all.length } : { params: all.slice(0, Math.max(0, asked)), nparams: 0 };
}
