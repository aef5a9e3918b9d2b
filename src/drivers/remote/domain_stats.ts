/**
 * Numbers about guests of the server.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { flagsToNumber } from "../../base/bit_flags.ts";
import type { Integer64 } from "../../base/integer64.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  ALL_DOMAIN_STATS_FLAGS,
  DIRTY_RATE_FLAGS,
  DOMAIN_STATS_GROUPS,
  MEMORY_PEEK_FLAGS,
  MEMORY_STAT_TAGS,
  type MemoryStatTag,
  toRecord,
  type TypedParameter,
} from "../../model/mod.ts";
import type { ControlInfo, DirtyRateMode, DiskError, DomainStatsPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { askParameters, STRINGS } from "./parameters.ts";

const MAX_MEMORY_STATS = 1024;
const MAX_DISK_ERRORS = 256;
const CONTROL_STATES = ["ok", "job", "occupied", "error"] as const satisfies readonly ControlInfo["state"][];
const CONTROL_DETAILS = ["none", "unknown", "monitor", "internal"] as const satisfies readonly ControlInfo["details"][];
const DISK_ERRORS = [undefined, "unspec", "no-space"] as const satisfies readonly (DiskError["error"] | undefined)[];
const DIRTY_RATE_MODES: Readonly<Record<DirtyRateMode, number>> = {
  "page-sampling": 0,
  "dirty-bitmap": DIRTY_RATE_FLAGS.dirtyBitmap,
  "dirty-ring": DIRTY_RATE_FLAGS.dirtyRing,
};

/** Numbers about guests of the server. */
export function createDomainStats(link: Link): DomainStatsPart {
  return {
    async getAllStats({ domains, groups, flags }, options) {
      const args = {
        doms: domains,
        stats: flagsToNumber(DOMAIN_STATS_GROUPS, groups),
        flags: flagsToNumber(ALL_DOMAIN_STATS_FLAGS, flags),
      };
      const { retStats } = await link.call("CONNECT_GET_ALL_DOMAIN_STATS", args, options);
      return retStats.map(({ dom, params }) => ({ domain: dom, stats: toRecord(params) }));
    },
    async getBlockStats(dom, path, options) {
      try {
        return await askParameters((nparams) =>
          link.call("DOMAIN_BLOCK_STATS_FLAGS", { dom, path, nparams, flags: STRINGS }, options)
        );
      } catch (error) {
        if (!(error instanceof VirtError && error.code === "VIR_ERR_NO_SUPPORT")) throw error;
        // Some drivers have the older call only.
        const stats = await link.call("DOMAIN_BLOCK_STATS", { dom, path }, options);
        return {
          rd_operations: stats.rd_req,
          rd_bytes: stats.rd_bytes,
          wr_operations: stats.wr_req,
          wr_bytes: stats.wr_bytes,
          errs: stats.errs,
        };
      }
    },
    async getInterfaceStats(dom, device, options) {
      const stats = await link.call("DOMAIN_INTERFACE_STATS", { dom, device }, options);
      return {
        rxBytes: stats.rx_bytes,
        rxPackets: stats.rx_packets,
        rxErrors: stats.rx_errs,
        rxDropped: stats.rx_drop,
        txBytes: stats.tx_bytes,
        txPackets: stats.tx_packets,
        txErrors: stats.tx_errs,
        txDropped: stats.tx_drop,
      };
    },
    async getMemoryStats(dom, options) {
      const { stats } = await link.call("DOMAIN_MEMORY_STATS", { dom, maxStats: MAX_MEMORY_STATS, flags: 0 }, options);
      const known: { [Tag in MemoryStatTag]?: Integer64 } = {};
      for (const { tag, val } of stats) {
        const word = wordOf(MEMORY_STAT_TAGS, tag);
        if (word !== undefined) known[word] = val;
      }
      return known;
    },
    getBlockInfo: (dom, path, options) => link.call("DOMAIN_GET_BLOCK_INFO", { dom, path, flags: 0 }, options),
    async getCpuStats(dom, { start, count }, options) {
      const ask = (nparams: number, start_cpu: number, ncpus: number) =>
        link.call("DOMAIN_GET_CPU_STATS", { dom, nparams, start_cpu, ncpus, flags: STRINGS }, options);
      const { nparams: cpuCount } = await ask(0, 0, 0);
      const ncpus = start === undefined ? 1 : count;
      const { nparams } = await ask(0, start ?? -1, 1);
      const { params } = await ask(nparams, start ?? -1, ncpus);
      return { cpuCount, records: inRecords(params, nparams) };
    },
    async getDiskErrors(dom, options) {
      const args = { dom, maxerrors: MAX_DISK_ERRORS, flags: 0 };
      const { errors } = await link.call("DOMAIN_GET_DISK_ERRORS", args, options);
      return errors.flatMap(({ disk, error }) => {
        const word = DISK_ERRORS[error];
        return word === undefined ? [] : [{ disk, error: word }];
      });
    },
    async getControlInfo(dom, options) {
      const { state, details, stateTime } = await link.call("DOMAIN_GET_CONTROL_INFO", { dom, flags: 0 }, options);
      return {
        state: CONTROL_STATES[state] ?? "error",
        details: CONTROL_DETAILS[details] ?? "unknown",
        stateTime,
      };
    },
    async getSecurityLabels(dom, options) {
      const { labels } = await link.call("DOMAIN_GET_SECURITY_LABEL_LIST", { dom }, options);
      return labels.map(({ label, enforcing }) => ({ label, enforcing: enforcing === 1 }));
    },
    async getLaunchSecurityInfo(dom, options) {
      return toRecord((await link.call("DOMAIN_GET_LAUNCH_SECURITY_INFO", { dom, flags: STRINGS }, options)).params);
    },
    async peekBlock(dom, path, { offset, size }, options) {
      return (await link.call("DOMAIN_BLOCK_PEEK", { dom, path, offset, size, flags: 0 }, options)).buffer;
    },
    async peekMemory(dom, { offset, size, space }, options) {
      const flags = flagsToNumber(MEMORY_PEEK_FLAGS, { [space]: true });
      return (await link.call("DOMAIN_MEMORY_PEEK", { dom, offset, size, flags }, options)).buffer;
    },
    async startDirtyRateCalc(dom, seconds, mode, options) {
      await link.call("DOMAIN_START_DIRTY_RATE_CALC", { dom, seconds, flags: DIRTY_RATE_MODES[mode] }, options);
    },
  };
}

/** One record for each processor: the reply has them one behind the other. */
function inRecords(params: readonly TypedParameter[], each: number): readonly ReturnType<typeof toRecord>[] {
  const size = Math.max(1, each);
  return Array.from({ length: Math.ceil(params.length / size) }, (_, index) => {
    return toRecord(params.slice(index * size, (index + 1) * size));
  });
}
