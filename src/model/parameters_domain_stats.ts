/**
 * What bulk statistics tell of a domain, group by group (`libvirt-domain.c` of the reference documents the names;
 * types as its QEMU driver gives them).
 *
 * @module
 */

import type { DOMAIN_STATS_GROUPS } from "./domain_stats.ts";
import type { ParameterTable } from "./typed_parameter.ts";

/** Group `state`. */
export const STATE_STATS = {
  "state.state": "int",
  "state.reason": "int",
} as const satisfies ParameterTable;

/** Group `cpuTotal`. */
export const CPU_TOTAL_STATS = {
  "cpu.time": "ullong",
  "cpu.user": "ullong",
  "cpu.system": "ullong",
  "cpu.haltpoll.success.time": "ullong",
  "cpu.haltpoll.fail.time": "ullong",
  "cpu.cache.monitor.count": "uint",
  "cpu.cache.monitor.<num>.name": "string",
  "cpu.cache.monitor.<num>.vcpus": "string",
  "cpu.cache.monitor.<num>.bank.count": "uint",
  "cpu.cache.monitor.<num>.bank.<num>.id": "uint",
  "cpu.cache.monitor.<num>.bank.<num>.bytes": "uint",
} as const satisfies ParameterTable;

/** Group `balloon`. */
export const BALLOON_STATS = {
  "balloon.current": "ullong",
  "balloon.maximum": "ullong",
  "balloon.swap_in": "ullong",
  "balloon.swap_out": "ullong",
  "balloon.major_fault": "ullong",
  "balloon.minor_fault": "ullong",
  "balloon.unused": "ullong",
  "balloon.available": "ullong",
  "balloon.rss": "ullong",
  "balloon.usable": "ullong",
  "balloon.last-update": "ullong",
  "balloon.disk_caches": "ullong",
  "balloon.hugetlb_pgalloc": "ullong",
  "balloon.hugetlb_pgfail": "ullong",
} as const satisfies ParameterTable;

/** Group `vcpu`; the hypervisor adds names of its own, which end in `.cur`, `.sum` or `.max`. */
export const VCPU_STATS = {
  "vcpu.current": "uint",
  "vcpu.maximum": "uint",
  "vcpu.<num>.state": "int",
  "vcpu.<num>.time": "ullong",
  "vcpu.<num>.wait": "ullong",
  "vcpu.<num>.halted": "boolean",
  "vcpu.<num>.delay": "ullong",
} as const satisfies ParameterTable;

/** Group `interface`. */
export const INTERFACE_STATS = {
  "net.count": "uint",
  "net.<num>.name": "string",
  "net.<num>.rx.bytes": "ullong",
  "net.<num>.rx.pkts": "ullong",
  "net.<num>.rx.errs": "ullong",
  "net.<num>.rx.drop": "ullong",
  "net.<num>.tx.bytes": "ullong",
  "net.<num>.tx.pkts": "ullong",
  "net.<num>.tx.errs": "ullong",
  "net.<num>.tx.drop": "ullong",
} as const satisfies ParameterTable;

/** Group `block`. */
export const BLOCK_STATS = {
  "block.count": "uint",
  "block.<num>.name": "string",
  "block.<num>.backingIndex": "uint",
  "block.<num>.path": "string",
  "block.<num>.rd.reqs": "ullong",
  "block.<num>.rd.bytes": "ullong",
  "block.<num>.rd.times": "ullong",
  "block.<num>.wr.reqs": "ullong",
  "block.<num>.wr.bytes": "ullong",
  "block.<num>.wr.times": "ullong",
  "block.<num>.fl.reqs": "ullong",
  "block.<num>.fl.times": "ullong",
  "block.<num>.errors": "ullong",
  "block.<num>.allocation": "ullong",
  "block.<num>.capacity": "ullong",
  "block.<num>.physical": "ullong",
  "block.<num>.threshold": "ullong",
} as const satisfies ParameterTable;

/** Group `perf`. */
export const PERF_STATS = {
  "perf.cmt": "ullong",
  "perf.mbmt": "ullong",
  "perf.mbml": "ullong",
  "perf.cache_misses": "ullong",
  "perf.cache_references": "ullong",
  "perf.instructions": "ullong",
  "perf.cpu_cycles": "ullong",
  "perf.branch_instructions": "ullong",
  "perf.branch_misses": "ullong",
  "perf.bus_cycles": "ullong",
  "perf.stalled_cycles_frontend": "ullong",
  "perf.stalled_cycles_backend": "ullong",
  "perf.ref_cpu_cycles": "ullong",
  "perf.cpu_clock": "ullong",
  "perf.task_clock": "ullong",
  "perf.page_faults": "ullong",
  "perf.context_switches": "ullong",
  "perf.cpu_migrations": "ullong",
  "perf.page_faults_min": "ullong",
  "perf.page_faults_maj": "ullong",
  "perf.alignment_faults": "ullong",
  "perf.emulation_faults": "ullong",
} as const satisfies ParameterTable;

/** Group `iothread`. */
export const IOTHREAD_STATS = {
  "iothread.count": "uint",
  "iothread.<num>.poll-max-ns": "ullong",
  "iothread.<num>.poll-grow": "uint",
  "iothread.<num>.poll-shrink": "uint",
} as const satisfies ParameterTable;

/** Group `memory`. */
export const MEMORY_STATS = {
  "memory.bandwidth.monitor.count": "uint",
  "memory.bandwidth.monitor.<num>.name": "string",
  "memory.bandwidth.monitor.<num>.vcpus": "string",
  "memory.bandwidth.monitor.<num>.node.count": "uint",
  "memory.bandwidth.monitor.<num>.node.<num>.id": "uint",
  "memory.bandwidth.monitor.<num>.node.<num>.bytes.local": "ullong",
  "memory.bandwidth.monitor.<num>.node.<num>.bytes.total": "ullong",
} as const satisfies ParameterTable;

/** Group `dirtyRate`. */
export const DIRTY_RATE_STATS = {
  "dirtyrate.calc_status": "int",
  "dirtyrate.calc_start_time": "llong",
  "dirtyrate.calc_period": "int",
  "dirtyrate.megabytes_per_second": "llong",
  "dirtyrate.calc_mode": "string",
  "dirtyrate.vcpu.<num>.megabytes_per_second": "ullong",
} as const satisfies ParameterTable;

/** The fields of every group; group `vm` has only names of the hypervisor's own. */
export const DOMAIN_STATS = {
  state: STATE_STATS,
  cpuTotal: CPU_TOTAL_STATS,
  balloon: BALLOON_STATS,
  vcpu: VCPU_STATS,
  interface: INTERFACE_STATS,
  block: BLOCK_STATS,
  perf: PERF_STATS,
  iothread: IOTHREAD_STATS,
  memory: MEMORY_STATS,
  dirtyRate: DIRTY_RATE_STATS,
  vm: {},
} as const satisfies Readonly<Record<keyof typeof DOMAIN_STATS_GROUPS, ParameterTable>>;
