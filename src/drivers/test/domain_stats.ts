/**
 * Numbers about guests: of one, of many at once, of their disks, interfaces and memory.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import type { DomainStatsGroups } from "../../model/domain_stats.ts";
import { DOMAIN_STATS_GROUPS } from "../../model/domain_stats.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { ControlInfo, DomainCpuStats, DomainCpuStatsQuery, DomainStatsPart } from "../contract.ts";
import { bulkStats, DEFAULT_GROUPS, KNOWN_GROUPS } from "./bulk_stats.ts";
import { imagePath } from "../../conf/domain/find_disk.ts";
import { disksOf, diskTarget, findDisk, requireInterface } from "./devices_of.ts";
import { passesFilter } from "./domain_list.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { type Guests, requireRunning } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { BLOCK_INFO, CPU_TIMES, diskCounts, interfaceCounts } from "./made_up.ts";
import { memoryStats } from "./memory_of.ts";
import { createPeeks } from "./peek.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_STATS_CALLS: Partial<CallNames<DomainStatsPart>> = {
  getAllStats: "virConnectGetAllDomainStats",
  getBlockStats: "virDomainBlockStats",
  getInterfaceStats: "virDomainInterfaceStats",
  getMemoryStats: "virDomainMemoryStats",
  getBlockInfo: "virDomainGetBlockInfo",
  getCpuStats: "virDomainGetCPUStats",
  getDiskErrors: "virDomainGetDiskErrors",
  getControlInfo: "virDomainGetControlInfo",
  getSecurityLabels: "virDomainGetSecurityLabelList",
  getLaunchSecurityInfo: "virDomainGetLaunchSecurityInfo",
  peekBlock: "virDomainBlockPeek",
  peekMemory: "virDomainMemoryPeek",
  startDirtyRateCalc: "virDomainStartDirtyRateCalc",
};

type Group = keyof DomainStatsGroups;

/** The longest that a dirty rate is measured, in seconds. */
const MAX_DIRTY_PERIOD = 60;

/** The part. */
export function createDomainStats(guests: Guests): DomainStatsPart {
  const { hypervisor: { clock, node }, list } = guests;
  const running = (ref: DomainRef): DomainRecord => {
    const record = list.require(ref);
    requireRunning(record);
    return record;
  };
  return {
    getAllStats: ({ domains, groups, flags }) =>
      Promise.try(() => {
        const wanted = chooseGroups(groups, flags.enforceStats ?? false);
        const chosen = domains.length === 0
          ? list.values()
          : domains.map((ref) => list.find(ref)).filter((record) => record !== undefined).values();
        return [
          ...chosen.filter((record) => passesFilter(record, flags)).map((record) => ({
            domain: domainRef(record),
            stats: bulkStats(record, wanted, clock),
          })),
        ];
      }),
    getBlockStats: (ref, disk) =>
      Promise.try(() => {
        if (disk === "") {
          throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "summary statistics are not supported yet");
        }
        const { definition } = running(ref);
        if (findDisk(definition, disk) === undefined) {
          throw failure("VIR_ERR_INVALID_ARG", `invalid path: ${disk}`, { hint: "Name a disk by its target" });
        }
        const counts = diskCounts(clock);
        return {
          rd_bytes: counts.readBytes,
          rd_operations: counts.readRequests,
          wr_bytes: counts.writeBytes,
          wr_operations: counts.writeRequests,
          errs: counts.errors,
        };
      }),
    getInterfaceStats: (ref, device) =>
      Promise.try(() => {
        requireInterface(running(ref).definition, device);
        return interfaceCounts(clock);
      }),
    getMemoryStats: (ref) => Promise.try(() => memoryStats(running(ref).definition)),
    getBlockInfo: (ref, name) =>
      Promise.try(() => {
        const { definition, diskSizes } = list.require(ref);
        const disk = findDisk(definition, name);
        if (disk === undefined) {
          throw failure("VIR_ERR_INVALID_ARG", `invalid path ${name} not assigned to domain`);
        }
        if (imagePath(disk) === undefined && disk.type !== "network" && disk.type !== "volume") {
          throw failure("VIR_ERR_INVALID_ARG", `disk '${name}' does not currently have a source assigned`);
        }
        return { ...BLOCK_INFO, capacity: diskSizes.get(diskTarget(disk)) ?? BLOCK_INFO.capacity };
      }),
    getCpuStats: (ref, query) =>
      Promise.try(() => {
        running(ref);
        return cpuStats(query, node.info.cores);
      }),
    getDiskErrors: (ref) =>
      Promise.try(() =>
        disksOf(running(ref).definition).map((disk, at) => ({
          disk: diskTarget(disk),
          error: at % 2 === 0 ? "unspec" : "no-space",
        }))
      ),
    getControlInfo: (ref) => Promise.try(() => controlInfo(running(ref))),
    getSecurityLabels: (ref) =>
      Promise.try(() => list.require(ref).id === -1 ? [] : [{ label: "libvirt-test", enforcing: true }]),
    getLaunchSecurityInfo: () => Promise.resolve({}),
    startDirtyRateCalc: (ref, seconds, mode) =>
      Promise.try(() => {
        const record = running(ref);
        if (seconds < 1 || seconds > MAX_DIRTY_PERIOD) {
          throw failure("VIR_ERR_INVALID_ARG", `seconds=${seconds} is invalid, please choose value within [1, 60].`);
        }
        record.dirtyRate = { start: clock.now(), period: seconds, mode };
      }),
    ...createPeeks(running),
  };
}

function chooseGroups(asked: DomainStatsGroups, enforce: boolean): Group[] {
  const names = Object.keys(DOMAIN_STATS_GROUPS) as Group[];
  const wanted = names.filter((name) => asked[name]);
  if (wanted.length === 0) return names.filter((name) => DEFAULT_GROUPS[name]);
  const unknown = wanted.filter((name) => !KNOWN_GROUPS.includes(name));
  if (enforce && unknown.length > 0) {
    const bits = flagsToNumber(DOMAIN_STATS_GROUPS, Object.fromEntries(unknown.map((name) => [name, true])));
    const detail = `Stats types bits 0x${bits.toString(16)} are not supported by this daemon`;
    throw failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail, { hint: "Ask without enforcing, or for other groups" });
  }
  return wanted;
}

function cpuStats({ start, count }: DomainCpuStatsQuery, cpuCount: number): DomainCpuStats {
  if (start === undefined) {
    const total = { cpu_time: CPU_TIMES.total, user_time: CPU_TIMES.user, system_time: CPU_TIMES.system };
    return { records: [total], cpuCount };
  }
  if (count > 0 && start >= cpuCount) {
    throw failure("VIR_ERR_INVALID_ARG", `start_cpu ${start} larger than maximum of ${cpuCount - 1}`);
  }
  const each = Math.floor(CPU_TIMES.total / cpuCount);
  const end = Math.min(cpuCount, start + count);
  const records = Array.from({ length: Math.max(0, end - start) }, (_, at) => ({
    cpu_time: each + start + at,
    vcpu_time: each + start + at - 1_234_567_890,
  }));
  return { records, cpuCount };
}

/** A guest whose clock is set to the first minutes of 1970 shows how trouble with the hypervisor looks. */
function controlInfo({ guest, job }: DomainRecord): ControlInfo {
  const seconds = Number(guest.seconds);
  if (seconds > 0 && seconds < 10_000) return { state: "job", details: "none", stateTime: seconds };
  if (seconds >= 10_000 && seconds < 30_000) {
    return { state: "occupied", details: "none", stateTime: seconds - 10_000 };
  }
  if (seconds >= 30_000 && seconds < 60_000) {
    const details = (["none", "unknown", "monitor", "internal"] as const)[seconds % 4] ?? "none";
    return { state: "error", details, stateTime: seconds - 30_000 };
  }
  return { state: job === undefined ? "ok" : "job", details: "none", stateTime: 0 };
}
