/**
 * Numbers about single guests while they run.
 *
 * @module
 */

import {
  BLOCK_STATS_PARAMETERS,
  CPU_STATS_PARAMETERS,
  DIRTY_RATE_FLAGS,
  DISK_ERROR_CODES,
  DOMAIN_CONTROL_ERROR_REASONS,
  DOMAIN_CONTROL_STATES,
  LAUNCH_SECURITY_INFO_PARAMETERS,
  MEMORY_PEEK_FLAGS,
  MEMORY_STAT_TAGS,
  type MemoryStatTag,
  type TypedRecord,
  type TypedValue,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { atMost } from "./replies.ts";
import { parameterReply, parametersOf, readable, withoutStringFlag } from "./typed_parameters.ts";

/** Bytes that a client can be given of a guest's disk or memory (`REMOTE_DOMAIN_MEMORY_PEEK_BUFFER_MAX`). */
const MAX_PEEK_BYTES = 4 * 1024 * 1024;
/** Processors that a client may ask about (`VIR_DOMAIN_CPU_STATS` limits of libvirt's protocol). */
const MAX_CPUS = 128;
const MAX_CPU_PARAMETERS = 16;

/** Numbers about single guests. */
export const domainStatsHandlers = {
  async DOMAIN_BLOCK_STATS(call, { dom, path }) {
    const stats = await call.invoke("domainStats", "getBlockStats", [dom, path]);
    return {
      rd_req: counter(stats, "rd_operations"),
      rd_bytes: counter(stats, "rd_bytes"),
      wr_req: counter(stats, "wr_operations"),
      wr_bytes: counter(stats, "wr_bytes"),
      errs: counter(stats, "errs"),
    };
  },
  async DOMAIN_BLOCK_STATS_FLAGS(call, { dom, path, ...request }) {
    call.noFlags(withoutStringFlag(request.flags));
    const stats = await call.invoke("domainStats", "getBlockStats", [dom, path]);
    return parameterReply(BLOCK_STATS_PARAMETERS, stats, request);
  },

  async DOMAIN_INTERFACE_STATS(call, { dom, device }) {
    const stats = await call.invoke("domainStats", "getInterfaceStats", [dom, device]);
    return {
      rx_bytes: stats.rxBytes,
      rx_packets: stats.rxPackets,
      rx_errs: stats.rxErrors,
      rx_drop: stats.rxDropped,
      tx_bytes: stats.txBytes,
      tx_packets: stats.txPackets,
      tx_errs: stats.txErrors,
      tx_drop: stats.txDropped,
    };
  },

  async DOMAIN_MEMORY_STATS(call, { dom, maxStats, flags }) {
    call.noFlags(flags);
    const found = Object.entries(await call.invoke("domainStats", "getMemoryStats", [dom]));
    const stats = found.map(([word, val]) => ({ tag: MEMORY_STAT_TAGS[word as MemoryStatTag], val }));
    return { stats: atMost(maxStats, stats) };
  },

  async DOMAIN_GET_BLOCK_INFO(call, { dom, path, flags }) {
    call.noFlags(flags);
    return await call.invoke("domainStats", "getBlockInfo", [dom, path]);
  },

  async DOMAIN_GET_CPU_STATS(call, { dom, nparams, start_cpu, ncpus, flags }) {
    call.noFlags(withoutStringFlag(flags));
    call.within("ncpus", ncpus, MAX_CPUS);
    call.within("nparams", nparams, MAX_CPU_PARAMETERS);
    const query = { ...(start_cpu === -1 ? {} : { start: start_cpu }), count: ncpus };
    const { records, cpuCount } = await call.invoke("domainStats", "getCpuStats", [dom, query]);
    if (ncpus === 0) return { params: [], nparams: cpuCount };
    const lists = records.map((record) => parametersOf(CPU_STATS_PARAMETERS, record));
    const each = Math.max(0, ...lists.map(({ length }) => length));
    if (nparams === 0) return { params: [], nparams: each };
    return { params: lists.flatMap((list) => list.slice(0, nparams)), nparams: Math.min(each, nparams) };
  },

  async DOMAIN_GET_DISK_ERRORS(call, { dom, maxerrors, flags }) {
    call.noFlags(flags);
    const found = await call.invoke("domainStats", "getDiskErrors", [dom]);
    if (maxerrors === 0) return { errors: [], nerrors: found.length };
    const errors = atMost(maxerrors, found).map(({ disk, error }) => ({
      disk,
      error: DISK_ERROR_CODES[error === "no-space" ? "noSpace" : error],
    }));
    return { errors, nerrors: errors.length };
  },

  async DOMAIN_GET_CONTROL_INFO(call, { dom, flags }) {
    call.noFlags(flags);
    const { state, details, stateTime } = await call.invoke("domainStats", "getControlInfo", [dom]);
    return { state: DOMAIN_CONTROL_STATES[state], details: DOMAIN_CONTROL_ERROR_REASONS[details], stateTime };
  },

  async DOMAIN_GET_SECURITY_LABEL(call, { dom }) {
    const [first] = await call.invoke("domainStats", "getSecurityLabels", [dom]);
    return { label: first?.label ?? "", enforcing: first?.enforcing ? 1 : 0 };
  },
  async DOMAIN_GET_SECURITY_LABEL_LIST(call, { dom }) {
    const found = await call.invoke("domainStats", "getSecurityLabels", [dom]);
    const labels = found.map(({ label, enforcing }) => ({ label, enforcing: enforcing ? 1 : 0 }));
    return { labels, ret: labels.length };
  },

  async DOMAIN_GET_LAUNCH_SECURITY_INFO(call, { dom, flags }) {
    call.noFlags(withoutStringFlag(flags));
    const found = await call.invoke("domainStats", "getLaunchSecurityInfo", [dom]);
    return { params: readable(parametersOf(LAUNCH_SECURITY_INFO_PARAMETERS, found), flags) };
  },

  async DOMAIN_BLOCK_PEEK(call, { dom, path, offset, size, flags }) {
    call.noFlags(flags);
    const range = { offset, size: call.within("size", size, MAX_PEEK_BYTES) };
    return { buffer: await call.invoke("domainStats", "peekBlock", [dom, path, range]) };
  },
  async DOMAIN_MEMORY_PEEK(call, { dom, offset, size, flags }) {
    const { physical = false, virtual = false } = call.flags(MEMORY_PEEK_FLAGS, flags);
    if (physical === virtual) {
      throw call.invalid("flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
    }
    const space = physical ? "physical" as const : "virtual" as const;
    const range = { offset, size: call.within("size", size, MAX_PEEK_BYTES), space };
    return { buffer: await call.invoke("domainStats", "peekMemory", [dom, range]) };
  },

  async DOMAIN_START_DIRTY_RATE_CALC(call, { dom, seconds, flags }) {
    const { dirtyBitmap, dirtyRing } = call.flags(DIRTY_RATE_FLAGS, flags);
    const mode = dirtyRing ? "dirty-ring" : dirtyBitmap ? "dirty-bitmap" : "page-sampling";
    await call.invoke("domainStats", "startDirtyRateCalc", [dom, seconds, mode]);
  },
} satisfies Handlers;

/** A number of a record; -1 where it is not known, which is libvirt's word for it. */
function counter(stats: TypedRecord, field: string): number | bigint {
  const value: TypedValue | undefined = stats[field];
  return typeof value === "number" || typeof value === "bigint" ? value : -1;
}
