/**
 * Everything that can be told of a guest in one record, group by group, by libvirt's field names.
 *
 * @module
 */

import { PERF_PARAMETERS } from "../../model/parameters_perf.ts";
import { DIRTY_RATE_STATUSES, type DomainStatsGroups } from "../../model/domain_stats.ts";
import { domainStateNumbers } from "../../model/domain_state_reason.ts";
import type { TypedRecord, TypedValue } from "../../model/typed_parameter.ts";
import { VCPU_STATES } from "../../model/domain_vcpu.ts";
import type { Clock } from "../../host/host.ts";
import { imagePath } from "../../conf/domain/find_disk.ts";
import { disksOf, diskTarget, interfacesOf } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { BLOCK_INFO, CPU_TIMES, diskCounts, interfaceCounts, vcpuTime } from "./made_up.ts";
import { currentMemory, memoryStats, totalMemory } from "./memory_of.ts";
import { maxVcpus, onlineVcpus } from "./vcpus_of.ts";

type Group = keyof DomainStatsGroups;
type Fields = Record<string, TypedValue>;
type Writer = (record: DomainRecord, fields: Fields, clock: Clock) => void;

/** What is told where nothing is asked for: what libvirt's test hypervisor has, so that nobody sees a difference. */
export const DEFAULT_GROUPS: DomainStatsGroups = { state: true, iothread: true };

/** MiB a second that every guest writes. */
const DIRTY_RATE = 32;

const MILLISECONDS = 1000;

const WRITERS: Partial<Record<Group, Writer>> = {
  state(record, fields): void {
    const { state, reason } = domainStateNumbers(record.state);
    fields["state.state"] = state;
    fields["state.reason"] = reason;
  },
  cpuTotal({ id }, fields): void {
    if (id === -1) return;
    fields["cpu.time"] = CPU_TIMES.total;
    fields["cpu.user"] = CPU_TIMES.user;
    fields["cpu.system"] = CPU_TIMES.system;
  },
  balloon({ id, definition }, fields): void {
    fields["balloon.current"] = currentMemory(definition);
    fields["balloon.maximum"] = totalMemory(definition);
    if (id === -1) return;
    const { actualBalloon: _current, ...stats } = memoryStats(definition);
    for (const [tag, value] of Object.entries(stats)) fields[`balloon.${BALLOON_NAMES[tag] ?? tag}`] = value;
  },
  vcpu({ id, definition }, fields, clock): void {
    const online = onlineVcpus(definition);
    fields["vcpu.current"] = online.length;
    fields["vcpu.maximum"] = maxVcpus(definition);
    for (const vcpu of online) {
      fields[`vcpu.${vcpu}.state`] = id === -1 ? VCPU_STATES.offline : VCPU_STATES.running;
      if (id === -1) continue;
      fields[`vcpu.${vcpu}.time`] = vcpuTime(clock);
      fields[`vcpu.${vcpu}.wait`] = 0;
      fields[`vcpu.${vcpu}.delay`] = 0;
    }
  },
  interface({ id, definition }, fields, clock): void {
    if (id === -1) return;
    const interfaces = interfacesOf(definition);
    fields["net.count"] = interfaces.length;
    const counts = interfaceCounts(clock);
    for (const [at, { target }] of interfaces.entries()) {
      if (target?.dev === undefined) continue;
      fields[`net.${at}.name`] = target.dev;
      for (const way of ["rx", "tx"] as const) {
        fields[`net.${at}.${way}.bytes`] = counts[`${way}Bytes`];
        fields[`net.${at}.${way}.pkts`] = counts[`${way}Packets`];
        fields[`net.${at}.${way}.errs`] = counts[`${way}Errors`];
        fields[`net.${at}.${way}.drop`] = counts[`${way}Dropped`];
      }
    }
  },
  block({ id, definition, diskSizes, thresholds }, fields, clock): void {
    const disks = disksOf(definition);
    fields["block.count"] = disks.length;
    const counts = diskCounts(clock);
    for (const [at, disk] of disks.entries()) {
      const path = imagePath(disk);
      fields[`block.${at}.name`] = diskTarget(disk);
      if (path !== undefined) fields[`block.${at}.path`] = path;
      if (id === -1) continue;
      fields[`block.${at}.rd.reqs`] = counts.readRequests;
      fields[`block.${at}.rd.bytes`] = counts.readBytes;
      fields[`block.${at}.wr.reqs`] = counts.writeRequests;
      fields[`block.${at}.wr.bytes`] = counts.writeBytes;
      fields[`block.${at}.allocation`] = BLOCK_INFO.allocation;
      fields[`block.${at}.capacity`] = diskSizes.get(diskTarget(disk)) ?? BLOCK_INFO.capacity;
      fields[`block.${at}.physical`] = BLOCK_INFO.physical;
      const threshold = thresholds.get(diskTarget(disk));
      if (threshold !== undefined) fields[`block.${at}.threshold`] = threshold;
    }
  },
  perf({ id, definition }, fields): void {
    if (id === -1) return;
    const enabled = new Set(definition.perf?.filter((event) => event.enabled).map(({ name }) => name as string));
    for (const name of Object.keys(PERF_PARAMETERS)) {
      if (enabled.has(name)) fields[`perf.${name}`] = 0;
    }
  },
  iothread({ id, ioThreads }, fields): void {
    if (id === -1 || ioThreads.size === 0) return;
    fields["iothread.count"] = ioThreads.size;
    for (const [thread, { maxNs, grow, shrink }] of ioThreads) {
      fields[`iothread.${thread}.poll-max-ns`] = maxNs;
      fields[`iothread.${thread}.poll-grow`] = grow;
      fields[`iothread.${thread}.poll-shrink`] = shrink;
    }
  },
  dirtyRate({ id, dirtyRate }, fields, clock): void {
    if (id === -1) return;
    const measured = dirtyRate !== undefined && clock.now() >= dirtyRate.start + dirtyRate.period * MILLISECONDS;
    const status = dirtyRate === undefined ? "unstarted" : measured ? "measured" : "measuring";
    fields["dirtyrate.calc_status"] = DIRTY_RATE_STATUSES[status];
    fields["dirtyrate.calc_start_time"] = Math.floor((dirtyRate?.start ?? 0) / MILLISECONDS);
    fields["dirtyrate.calc_period"] = dirtyRate?.period ?? 0;
    fields["dirtyrate.calc_mode"] = dirtyRate?.mode ?? "page-sampling";
    if (measured) fields["dirtyrate.megabytes_per_second"] = DIRTY_RATE;
  },
};

/** Groups that this hypervisor has anything of. */
export const KNOWN_GROUPS = Object.keys(WRITERS) as readonly Group[];

/** Names in bulk statistics of what memory statistics call otherwise. */
const BALLOON_NAMES: Readonly<Record<string, string>> = {
  swapIn: "swap_in",
  swapOut: "swap_out",
  majorFault: "major_fault",
  minorFault: "minor_fault",
  lastUpdate: "last-update",
  diskCaches: "disk_caches",
  hugetlbPgalloc: "hugetlb_pgalloc",
  hugetlbPgfail: "hugetlb_pgfail",
};

/** The record of one guest. */
export function bulkStats(record: DomainRecord, groups: readonly Group[], clock: Clock): TypedRecord {
  const fields: Fields = {};
  for (const group of groups) WRITERS[group]?.(record, fields, clock);
  return fields;
}
