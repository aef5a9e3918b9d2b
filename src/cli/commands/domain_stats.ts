/**
 * The commands that print numbers about guests.
 *
 * @module
 */

import type { Connection, Domain, TypedRecord } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { affectNow } from "../objects/affect.ts";
import { type Answer, done, fields } from "../objects/answer.ts";
import { AFFECT, flag, maybe, named, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { parameterText } from "../objects/parameter_lines.ts";

/** libvirt's fields in the order and with the names of virsh, and what they mean. */
const BLOCK_FIELDS = [
  ["rd_operations", "rd_req", "number of read operations:"],
  ["rd_bytes", "rd_bytes", "number of bytes read:"],
  ["wr_operations", "wr_req", "number of write operations:"],
  ["wr_bytes", "wr_bytes", "number of bytes written:"],
  ["errs", "errs", "error count:"],
  ["flush_operations", "flush_operations", "number of flush operations:"],
  ["rd_total_times", "rd_total_times", "total duration of reads (ns):"],
  ["wr_total_times", "wr_total_times", "total duration of writes (ns):"],
  ["flush_total_times", "flush_total_times", "total duration of flushes (ns):"],
] as const;

const INTERFACE_FIELDS = [
  ["rx_bytes", "rxBytes"],
  ["rx_packets", "rxPackets"],
  ["rx_errs", "rxErrors"],
  ["rx_drop", "rxDropped"],
  ["tx_bytes", "txBytes"],
  ["tx_packets", "txPackets"],
  ["tx_errs", "txErrors"],
  ["tx_drop", "txDropped"],
] as const;

const MEMORY_FIELDS: Readonly<Record<string, string>> = {
  swapIn: "swap_in",
  swapOut: "swap_out",
  majorFault: "major_fault",
  minorFault: "minor_fault",
  unused: "unused",
  available: "available",
  usable: "usable",
  actualBalloon: "actual",
  rss: "rss",
  lastUpdate: "last_update",
  diskCaches: "disk_caches",
  hugetlbPgalloc: "hugetlb_pgalloc",
  hugetlbPgfail: "hugetlb_pgfail",
};

const GROUPS = {
  state: "state",
  cpuTotal: "cpu-total",
  balloon: "balloon",
  vcpu: "vcpu",
  interface: "interface",
  block: "block",
  perf: "perf",
  iothread: "iothread",
  memory: "memory",
  dirtyRate: "dirtyrate",
  vm: "vm",
} as const;

const FILTERS = {
  active: "list-active",
  inactive: "list-inactive",
  persistent: "list-persistent",
  transient: "list-transient",
  running: "list-running",
  paused: "list-paused",
  shutoff: "list-shutoff",
  other: "list-other",
  enforceStats: "enforce",
  backing: "backing",
  nowait: "nowait",
} as const;

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  domblkstat: on(DOMAIN, {
    arguments: [maybe("device", "Target or source of the disk; left out, all together"), flag("human", "In words")],
    failure: "Failed to get block stats of",
    run: blockStats,
  }),
  domifstat: on(DOMAIN, {
    arguments: [word("interface", "Name or MAC address of the interface")],
    failure: "Failed to get interface stats of",
    run: async (domain, { words }) => {
      const device = words.required("interface");
      const stats = await domain.stats.getInterface(device);
      const known = INTERFACE_FIELDS.filter(([, field]) => Number(stats[field]) !== -1);
      return { text: known.map(([name, field]) => `${device} ${name} ${stats[field]}\n`).join(""), json: stats };
    },
  }),
  dommemstat: on(DOMAIN, {
    arguments: [named("period", "Seconds between two collections; 0 ends them", { type: "number" }), ...AFFECT],
    failure: "Failed to get memory statistics of",
    run: async (domain, { words }) => {
      const period = words.number("period");
      if (period !== undefined) {
        if (period < 0) throw new UsageError(`Invalid collection period value '${period}'`);
        await domain.devices.setMemoryStatsPeriod(period, await affectNow(domain, words));
        return { text: "", json: { period } };
      }
      const stats = await domain.stats.getMemory();
      const known = Object.entries(stats).filter(([tag]) => tag in MEMORY_FIELDS);
      return { text: known.map(([tag, value]) => `${MEMORY_FIELDS[tag]} ${value}\n`).join(""), json: stats };
    },
  }),
  domstats: onConnection({
    arguments: [
      ...Object.values(GROUPS).map((name) => flag(name, `The group ${name}`)),
      flag("list-active", "Of guests that run"),
      flag("list-inactive", "Of guests that do not run"),
      flag("list-persistent", "Of guests that stay when they stop"),
      flag("list-transient", "Of guests that are gone when they stop"),
      flag("list-running", "Of guests in the state running"),
      flag("list-paused", "Of guests that are paused"),
      flag("list-shutoff", "Of guests that are off"),
      flag("list-other", "Of guests in another state"),
      flag("enforce", "Fail where the hypervisor does not have a group"),
      flag("backing", "With the images below each disk"),
      flag("nowait", "What can be had without waiting"),
      maybe("domain", "Names, numbers or UUIDs of guests; left out, all", { repeat: true }),
    ],
    failure: "Failed to get statistics",
    run: allStats,
  }),
  "cpu-stats": on(DOMAIN, {
    arguments: [
      flag("total", "All together"),
      named("start", "From this processor of the host on", { type: "number" }),
      named("count", "So many of them", { type: "number" }),
    ],
    failure: "Failed to retrieve CPU statistics for",
    run: cpuStats,
  }),
  domblkerror: on(DOMAIN, {
    failure: "Failed to get the disk errors of",
    run: async (domain) => {
      const errors = await domain.stats.getDiskErrors();
      if (errors.length === 0) return { text: "No errors found\n", json: errors };
      const words = { unspec: "unspecified error", "no-space": "no space" } as const;
      return { text: errors.map(({ disk, error }) => `${disk}: ${words[error]}\n`).join(""), json: errors };
    },
  }),
  "domdirtyrate-calc": on(DOMAIN, {
    arguments: [
      named("seconds", "How long it is measured, from 1 to 60", { type: "number" }),
      named("mode", "How it is measured", { choices: ["page-sampling", "dirty-bitmap", "dirty-ring"] }),
    ],
    failure: "Failed to measure",
    run: async (domain, { words }) => {
      const mode = words.text("mode") as "page-sampling" | undefined;
      await domain.stats.startDirtyRateCalc(words.number("seconds") ?? 1, mode);
      return done("Start to calculate domain's memory dirty rate successfully.");
    },
  }),
  domlaunchsecinfo: on(DOMAIN, {
    failure: "Failed to get the launch security of",
    run: async (domain) => {
      const record = await domain.stats.getLaunchSecurityInfo();
      return fields(
        Object.entries(record).map(([name, value]) => [`${name.padEnd(15)}:`, parameterText(value)]),
        record,
        0,
      );
    },
  }),
};

async function blockStats(domain: Domain, { words }: Call): Promise<Answer> {
  const device = words.text("device") ?? "";
  const stats = await domain.stats.getBlock(device);
  const human = words.has("human");
  const shown = human ? "" : device;
  const lines = BLOCK_FIELDS.flatMap(([field, legacy, sentence]) => {
    const value = stats[field];
    if (value === undefined) return [];
    return [`${shown} ${human ? sentence.padEnd(31) : legacy} ${parameterText(value)}\n`];
  });
  const named = new Set<string>(BLOCK_FIELDS.map(([field]) => field));
  const others = Object.entries(stats).filter(([field]) => !named.has(field));
  const rest = others.map(([field, value]) => `${shown} ${field} ${parameterText(value)}\n`);
  return { text: (human ? `Device: ${device}\n` : "") + [...lines, ...rest].join(""), json: stats };
}

async function allStats({ domains }: Connection, call: Call): Promise<Answer> {
  const { words } = call;
  const guests = await Promise.all(words.all("domain").map((name) => DOMAIN.find(call, name)));
  const records = await domains.getAllStats({
    groups: words.flags(GROUPS),
    flags: words.flags(FILTERS),
    domains: guests.map(({ reference }) => reference),
  });
  const texts = records.map(({ domain, stats }) => {
    const lines = Object.entries(stats).map(([field, value]) => `  ${field}=${parameterText(value)}\n`);
    return `Domain: '${domain.name}'\n${lines.join("")}`;
  });
  return { text: texts.join("\n"), json: records };
}

async function cpuStats(domain: Domain, { words }: Call): Promise<Answer> {
  const [start, count] = [words.number("start"), words.number("count")];
  const each = start !== undefined || count !== undefined || !words.has("total");
  const total = words.has("total") || (start === undefined && count === undefined);
  const parts: string[] = [];
  const json: { cpus?: Readonly<Record<string, TypedRecord>>; total?: TypedRecord } = {};
  if (each) {
    const { cpuCount } = await domain.stats.getCpu({ count: 1 });
    const first = start ?? 0;
    if (first < 0 || first >= cpuCount) {
      throw new UsageError(`Start CPU ${first} is out of range (min: 0, max: ${cpuCount - 1})`);
    }
    if (count !== undefined && count > cpuCount) parts.push(`Only ${cpuCount} CPUs available to show\n`);
    const most = count === undefined || count > cpuCount ? cpuCount - first : count;
    const { records } = await domain.stats.getCpu({ start: first, count: most });
    records.forEach((record, index) => {
      if (Object.keys(record).length > 0) parts.push(`CPU${first + index}:\n${times(record)}`);
    });
    json.cpus = Object.fromEntries(records.map((record, index) => [`${first + index}`, record]));
  }
  if (total) {
    const { records: [record = {}] } = await domain.stats.getCpu({ count: 1 });
    parts.push(`Total:\n${times(record)}`);
    json.total = record;
  }
  return { text: parts.join(""), json };
}

/** Nanoseconds as seconds; without what is no time. */
function times(record: TypedRecord): string {
  return Object.entries(record).map(([field, value]) => {
    const nanoseconds = BigInt(value as number | bigint);
    const [whole, rest] = [nanoseconds / 1_000_000_000n, nanoseconds % 1_000_000_000n];
    return `\t${field.padEnd(12)} ${`${whole}`.padStart(9)}.${`${rest}`.padStart(9, "0")} seconds\n`;
  }).join("");
}
