/**
 * The host: its processors, its memory, its power.
 *
 * @module
 */

import { array, charText, charTextFixed, i32, u32, u64 } from "../../xdr/mod.ts";
import { nodeStatistic } from "../objects.ts";
import { cpumap, p, parameters } from "./procedure.ts";

/** The host: its processors, its memory, its power. */
export const nodeProcedures = {
  NODE_GET_INFO: p(6, {}, {
    model: charTextFixed(32),
    memory: u64,
    cpus: i32,
    mhz: i32,
    nodes: i32,
    sockets: i32,
    cores: i32,
    threads: i32,
  }, { priority: "high" }),
  NODE_GET_CELLS_FREE_MEMORY: p(101, { startCell: i32, maxcells: i32 }, { cells: array(u64, 1024) }, {
    priority: "high",
  }),
  NODE_GET_FREE_MEMORY: p(102, {}, { freeMem: u64 }, { priority: "high" }),
  NODE_GET_SECURITY_MODEL: p(122, {}, { model: charText(257), doi: charText(257) }, { priority: "high" }),
  NODE_GET_CPU_STATS: p(227, { cpuNum: i32, nparams: i32, flags: u32 }, {
    params: array(nodeStatistic, 16),
    nparams: i32,
  }, { priority: "high" }),
  NODE_GET_MEMORY_STATS: p(228, { nparams: i32, cellNum: i32, flags: u32 }, {
    params: array(nodeStatistic, 16),
    nparams: i32,
  }, { priority: "high" }),
  NODE_SUSPEND_FOR_DURATION: p(250, { target: u32, duration: u64, flags: u32 }, {}, { writes: true }),
  NODE_SET_MEMORY_PARAMETERS: p(288, { params: parameters(64), flags: u32 }, {}, { writes: true }),
  NODE_GET_MEMORY_PARAMETERS: p(289, { nparams: i32, flags: u32 }, { params: parameters(64), nparams: i32 }),
  NODE_GET_CPU_MAP: p(293, { need_map: i32, need_online: i32, flags: u32 }, { cpumap, online: u32, ret: i32 }),
  NODE_GET_FREE_PAGES: p(340, { pages: array(u32, 1024), startCell: i32, cellCount: u32, flags: u32 }, {
    counts: array(u64, 1024),
  }, { priority: "high" }),
  NODE_ALLOC_PAGES: p(
    347,
    { pageSizes: array(u32, 1024), pageCounts: array(u64, 1024), startCell: i32, cellCount: u32, flags: u32 },
    { ret: i32 },
    { writes: true },
  ),
  NODE_GET_SEV_INFO: p(395, { nparams: i32, flags: u32 }, { params: parameters(64), nparams: i32 }, { writes: true }),
};
