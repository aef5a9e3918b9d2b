/**
 * What a domain gets of the host, and what it has used.
 *
 * @module
 */

import { array, i32, i64, opaque, str, u32, u64 } from "../../xdr/mod.ts";
import { domain, iothreadInfo, memoryStatistic, vcpuInfo } from "../objects.ts";
import { cpumap, cpumaps, list, p, parameters } from "./procedure.ts";

/** What a domain gets of the host, and what it has used. */
export const domainResourcesProcedures = {
  DOMAIN_GET_MAX_MEMORY: p(17, { dom: domain }, { memory: u64 }, { priority: "high" }),
  DOMAIN_GET_MAX_VCPUS: p(18, { dom: domain }, { num: i32 }, { priority: "high" }),
  DOMAIN_GET_VCPUS: p(20, { dom: domain, maxinfo: i32, maplen: i32 }, { info: list(vcpuInfo), cpumaps }, {
    priority: "high",
  }),
  DOMAIN_PIN_VCPU: p(26, { dom: domain, vcpu: u32, cpumap }, {}, { writes: true }),
  DOMAIN_SET_MAX_MEMORY: p(30, { dom: domain, memory: u64 }, {}, { priority: "high", writes: true }),
  DOMAIN_SET_MEMORY: p(31, { dom: domain, memory: u64 }, {}, { writes: true }),
  DOMAIN_SET_VCPUS: p(32, { dom: domain, nvcpus: u32 }, {}, { writes: true }),
  DOMAIN_GET_SCHEDULER_TYPE: p(56, { dom: domain }, { type: str, nparams: i32 }),
  DOMAIN_GET_SCHEDULER_PARAMETERS: p(57, { dom: domain, nparams: i32 }, { params: parameters(16) }),
  DOMAIN_SET_SCHEDULER_PARAMETERS: p(58, { dom: domain, params: parameters(16) }, {}, { writes: true }),
  DOMAIN_INTERFACE_STATS: p(65, { dom: domain, device: str }, {
    rx_bytes: i64,
    rx_packets: i64,
    rx_errs: i64,
    rx_drop: i64,
    tx_bytes: i64,
    tx_packets: i64,
    tx_errs: i64,
    tx_drop: i64,
  }, { priority: "high" }),
  DOMAIN_MEMORY_PEEK: p(104, { dom: domain, offset: u64, size: u32, flags: u32 }, { buffer: opaque(4194304) }, {
    writes: true,
  }),
  DOMAIN_MEMORY_STATS: p(159, { dom: domain, maxStats: u32, flags: u32 }, { stats: array(memoryStatistic, 1024) }),
  DOMAIN_SET_MEMORY_PARAMETERS: p(197, { dom: domain, params: parameters(16), flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_MEMORY_PARAMETERS: p(198, { dom: domain, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  DOMAIN_SET_VCPUS_FLAGS: p(199, { dom: domain, nvcpus: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_VCPUS_FLAGS: p(200, { dom: domain, flags: u32 }, { num: i32 }, { writes: true }),
  DOMAIN_SET_MEMORY_FLAGS: p(204, { dom: domain, memory: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_SET_BLKIO_PARAMETERS: p(205, { dom: domain, params: parameters(16), flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_BLKIO_PARAMETERS: p(206, { dom: domain, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS: p(219, { dom: domain, params: parameters(16), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS: p(223, { dom: domain, nparams: i32, flags: u32 }, { params: parameters(16) }),
  DOMAIN_PIN_VCPU_FLAGS: p(225, { dom: domain, vcpu: u32, cpumap, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_VCPU_PIN_INFO: p(230, { dom: domain, ncpumaps: i32, maplen: i32, flags: u32 }, { cpumaps, num: i32 }),
  DOMAIN_SET_NUMA_PARAMETERS: p(254, { dom: domain, params: parameters(16), flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_NUMA_PARAMETERS: p(255, { dom: domain, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  DOMAIN_SET_INTERFACE_PARAMETERS: p(256, { dom: domain, device: str, params: parameters(16), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_GET_INTERFACE_PARAMETERS: p(257, { dom: domain, device: str, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  DOMAIN_GET_CPU_STATS: p(262, { dom: domain, nparams: u32, start_cpu: i32, ncpus: u32, flags: u32 }, {
    params: parameters(2048),
    nparams: i32,
  }),
  DOMAIN_PIN_EMULATOR: p(279, { dom: domain, cpumap, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_EMULATOR_PIN_INFO: p(280, { dom: domain, maplen: i32, flags: u32 }, { cpumaps, ret: i32 }),
  DOMAIN_GET_JOB_STATS: p(298, { dom: domain, flags: u32 }, { type: i32, params: parameters(64) }),
  DOMAIN_SET_MEMORY_STATS_PERIOD: p(308, { dom: domain, period: i32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_IOTHREAD_INFO: p(351, { dom: domain, flags: u32 }, { info: list(iothreadInfo), ret: u32 }),
  DOMAIN_PIN_IOTHREAD: p(352, { dom: domain, iothreads_id: u32, cpumap, flags: u32 }, {}, { writes: true }),
  DOMAIN_ADD_IOTHREAD: p(355, { dom: domain, iothread_id: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_DEL_IOTHREAD: p(356, { dom: domain, iothread_id: u32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_PERF_EVENTS: p(365, { dom: domain, flags: u32 }, { params: parameters(64) }),
  DOMAIN_SET_PERF_EVENTS: p(366, { dom: domain, params: parameters(64), flags: u32 }, {}, { writes: true }),
  DOMAIN_SET_VCPU: p(384, { dom: domain, cpumap: str, state: i32, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_LAUNCH_SECURITY_INFO: p(396, { dom: domain, flags: u32 }, { params: parameters(64) }, { writes: true }),
  DOMAIN_SET_IOTHREAD_PARAMS: p(402, { dom: domain, iothread_id: u32, params: parameters(64), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_SET_LAUNCH_SECURITY_STATE: p(439, { dom: domain, params: parameters(64), flags: u32 }, {}, { writes: true }),
};
