/**
 * The commands on the machine that a hypervisor runs on.
 *
 * @module
 */

import type { Connection, CpuCompareResult, DomainCapabilitiesQuery, SuspendTarget } from "../../api/mod.ts";
import type { Integer64 } from "../../base/integer64.ts";
import { formatCpuSet } from "../../conf/shape/cpu_set.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type Answer, document, done, fields, value, verbatim } from "../objects/answer.ts";
import { flag, maybe, named, word } from "../objects/arguments.ts";
import { cpusIn } from "../objects/cpu_elements.ts";
import { type Call, onConnection } from "../objects/object_command.ts";
import { parameterText } from "../objects/parameter_lines.ts";
import type { Words } from "../objects/words.ts";

const CPU_FILE = word("file", "File with a <cpu>, or with a document that has one; - is standard input");
const FEATURES = [
  flag("features", "With all features of the model"),
  flag("migratable", "Without features that cannot migrate"),
];
const WHICH_EMULATOR = [
  named("virttype", "Virtualisation type, as kvm"),
  named("emulator", "Path of the emulator"),
  named("arch", "Architecture of the guest"),
  named("machine", "Machine type of the guest"),
];
const STRICT = [flag("error", "An incompatible CPU is an error"), flag("validate", "Hold the document to its schema")];

/** virsh's names of processor times, in its order. */
const CPU_TIMES = [["user", "user:"], ["kernel", "system:"], ["idle", "idle:"], ["iowait", "iowait:"], [
  "intr",
  "intr:",
]] as const;

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  hostname: onConnection({
    failure: "failed to get hostname",
    run: async ({ host }) => value(await host.getHostname()),
  }),
  uri: onConnection({ run: (connection) => Promise.resolve(value(connection.getUri())) }),
  sysinfo: onConnection({
    failure: "failed to get sysinfo",
    run: async ({ host }, { words }) => document("sysinfo", await host.getSysinfo(), words),
  }),
  nodeinfo: onConnection({
    failure: "failed to get node information",
    run: async ({ host }) => {
      const info = await host.getInfo();
      return fields(
        [
          ["CPU model:", info.model],
          ["CPU(s):", info.cpus],
          ["CPU frequency:", `${info.mhz} MHz`],
          ["CPU socket(s):", info.sockets],
          ["Core(s) per socket:", info.cores],
          ["Thread(s) per core:", info.threads],
          ["NUMA cell(s):", info.nodes],
          ["Memory size:", `${info.memory} KiB`],
        ],
        info,
        20,
      );
    },
  }),
  nodecpumap: onConnection({
    arguments: [flag("pretty", "Numbers as a list")],
    failure: "Unable to get cpu map",
    run: async ({ host }, { words }) => {
      const map = await host.getCpuMap();
      const online = new Set(map.online);
      const drawn = Array.from({ length: map.total }, (_, cpu) => online.has(cpu) ? "y" : "-").join("");
      return fields([
        ["CPUs present:", map.total],
        ["CPUs online:", online.size],
        ["CPU map:", words.has("pretty") ? formatCpuSet(online) : drawn],
      ], map);
    },
  }),
  nodecpustats: onConnection({
    arguments: [named("cpu", "Of this processor only", { type: "number" })],
    failure: "Unable to get node cpu stats",
    run: async ({ host }, { words }) => {
      const stats = await host.getCpuStats(words.number("cpu"));
      const lines = CPU_TIMES.filter(([kind]) => stats[kind] !== undefined)
        .map(([kind, name]) => `${name.padEnd(15)} ${`${stats[kind]}`.padStart(20)}\n`);
      return { text: lines.join(""), json: stats };
    },
  }),
  nodememstats: onConnection({
    arguments: [named("cell", "Of this NUMA cell only", { type: "number" })],
    failure: "Unable to get memory stats",
    run: async ({ host }, { words }) => {
      const stats = await host.getMemoryStats(words.number("cell"));
      const lines = Object.entries(stats).map(([kind, size]) => `${kind.padEnd(7)}: ${`${size}`.padStart(20)} KiB\n`);
      return { text: lines.join(""), json: stats };
    },
  }),
  freecell: onConnection({
    arguments: [named("cellno", "Of this NUMA cell only", { type: "number" }), flag("all", "Of each NUMA cell")],
    failure: "Failed to get free memory",
    run: freeCell,
  }),
  freepages: onConnection({
    arguments: [
      named("cellno", "Of this NUMA cell; -1 is the machine", { type: "number" }),
      named("pagesize", "Pages of this size; a number counts KiB", { type: "size" }),
      flag("all", "Of each NUMA cell"),
    ],
    failure: "Failed to get free pages",
    run: freePages,
  }),
  allocpages: onConnection({
    arguments: [
      word("pagesize", "The size of the pages; a number counts KiB", { type: "size" }),
      word("pagecount", "How many", { type: "number" }),
      named("cellno", "Of this NUMA cell", { type: "number" }),
      flag("add", "On top of those that are there"),
      flag("all", "Of each NUMA cell"),
    ],
    failure: "Failed to allocate pages",
    run: async (connection, { words }) => {
      words.exclusive("all", "cellno");
      const size = Number(words.bytes("pagesize", 1024) ?? 0) / 1024;
      const cells = words.has("all") ? (await cellsOf(connection)).map(({ id }) => id) : [words.number("cellno") ?? -1];
      const changed = await Promise.all(cells.map((cell) =>
        connection.host.allocPages({
          pools: [{ size, count: words.integer("pagecount") ?? 0 }],
          startCell: cell,
          cellCount: 1,
          mode: words.has("add") ? "add" : "set",
        })
      ));
      return { text: "", json: { changed: changed.reduce((sum, count) => sum + count, 0) } };
    },
  }),
  "node-memory-tune": onConnection({
    arguments: ["shm-pages-to-scan", "shm-sleep-millisecs", "shm-merge-across-nodes"].map((name) =>
      named(name, `libvirt's ${name.replaceAll("-", "_")}`, { type: "number" })
    ),
    failure: "Unable to get or change memory parameters",
    run: async ({ host }, { words }) => {
      const names = ["shm-pages-to-scan", "shm-sleep-millisecs", "shm-merge-across-nodes"];
      const given = names.flatMap((name) => {
        const number = words.integer(name);
        return number === undefined ? [] : [[name.replaceAll("-", "_"), number] as const];
      });
      if (given.length > 0) {
        await host.setMemoryParameters(Object.fromEntries(given));
        return { text: "", json: Object.fromEntries(given) };
      }
      const found = await host.getMemoryParameters();
      const lines = Object.entries(found).map(([name, number]) => `\t${name.padEnd(15)} ${parameterText(number)}\n`);
      return { text: lines.length === 0 ? "" : `Shared memory:\n${lines.join("")}`, json: found };
    },
  }),
  nodesevinfo: onConnection({
    failure: "Unable to get host SEV information",
    run: async ({ host }) => {
      const found = await host.getSevInfo();
      const lines = Object.entries(found).map(([name, part]) => `${name.padEnd(18)}: ${parameterText(part)}\n`);
      return { text: lines.join(""), json: found };
    },
  }),
  nodesuspend: onConnection({
    arguments: [
      word("target", "Where its memory is kept", { choices: ["mem", "disk", "hybrid"] }),
      word("duration", "Seconds after which it wakes, 60 at least", { type: "number" }),
    ],
    failure: "The host was not suspended",
    run: async ({ host }, { words }) => {
      const target = words.required("target") as SuspendTarget;
      await host.suspendForDuration({ target, duration: words.integer("duration") ?? 0 });
      return done("", { target });
    },
  }),
  maxvcpus: onConnection({
    arguments: [maybe("type", "Of guests of this type, as kvm")],
    failure: "Failed to get the most processors",
    run: async ({ host }, { words }) => value(await host.getMaxVcpus(words.text("type"))),
  }),
  "cpu-models": onConnection({
    arguments: [word("arch", "The architecture, as x86_64")],
    failure: "failed to get CPU model names",
    run: async ({ host }, { words }) => {
      const models = await host.getCpuModelNames(words.required("arch"));
      if (models.length === 0) return { text: "all CPU models are accepted\n", quiet: "", json: models };
      return { text: models.map((model) => `${model}\n`).join(""), json: models };
    },
  }),
  "cpu-compare": onConnection({
    arguments: [CPU_FILE, ...STRICT],
    failure: "Failed to compare",
    run: async ({ host }, { words }) => {
      const [cpu = ""] = cpusIn(await words.file("file"));
      const flags = words.flags({ failIncompatible: "error", validateXml: "validate" });
      return compared(await host.compareCpu(cpu, flags), words, "host CPU");
    },
  }),
  "cpu-baseline": onConnection({
    arguments: [CPU_FILE, ...FEATURES],
    failure: "Failed to compute the baseline",
    run: async ({ host }, { words }) => {
      const flags = words.flags({ expandFeatures: "features", migratable: "migratable" });
      return verbatim(await host.baselineCpu(cpusIn(await words.file("file")), flags));
    },
  }),
  "hypervisor-cpu-compare": onConnection({
    arguments: [CPU_FILE, ...WHICH_EMULATOR, ...STRICT],
    failure: "Failed to compare",
    run: async ({ host }, { words }) => {
      const [cpu = ""] = cpusIn(await words.file("file"));
      const flags = words.flags({ failIncompatible: "error", validateXml: "validate" });
      const result = await host.compareHypervisorCpu({ ...emulatorOf(words), cpu, flags });
      return compared(result, words, "the CPU provided by hypervisor on the host");
    },
  }),
  "hypervisor-cpu-baseline": onConnection({
    arguments: [CPU_FILE, ...WHICH_EMULATOR, ...FEATURES],
    failure: "Failed to compute the baseline",
    run: async ({ host }, { words }) => {
      const flags = words.flags({ expandFeatures: "features", migratable: "migratable" });
      const cpu = cpusIn(await words.file("file"));
      return verbatim(await host.baselineHypervisorCpu({ ...emulatorOf(words), cpu, flags }));
    },
  }),
};

function emulatorOf(words: Words): DomainCapabilitiesQuery {
  const names = { virtType: "virttype", emulator: "emulator", arch: "arch", machine: "machine" } as const;
  const given = Object.entries(names).flatMap(([part, name]) => {
    const text = words.text(name);
    return text === undefined ? [] : [[part, text]];
  });
  return Object.fromEntries(given);
}

function compared(result: CpuCompareResult, words: Words, other: string): Answer {
  const file = words.required("file");
  const superset = other === "host CPU" ? "Host CPU is" : "The CPU provided by hypervisor on the host is";
  const sentences = {
    error: `Failed to compare ${other} with ${file}`,
    incompatible: `CPU described in ${file} is incompatible with ${other}`,
    identical: `CPU described in ${file} is identical to ${other}`,
    superset: `${superset} a superset of CPU described in ${file}`,
  } as const;
  const good = result === "identical" || result === "superset";
  return { text: `${sentences[result]}\n`, json: { result }, exitCode: good ? 0 : 1 };
}

interface Cell {
  readonly id: number;
  readonly pages: readonly { readonly size: { readonly value: Integer64 } }[];
}

async function cellsOf(connection: Connection): Promise<readonly Cell[]> {
  const { host } = await connection.getCapabilities();
  return (host.topology?.cells ?? []).map(({ id, pages }) => ({ id, pages }));
}

async function freeCell(connection: Connection, { words }: Call): Promise<Answer> {
  words.exclusive("all", "cellno");
  const { host } = connection;
  const number = words.number("cellno");
  const kib = (bytes: Integer64): bigint => BigInt(bytes) / 1024n;
  if (number !== undefined) {
    const [bytes = 0] = await host.getCellsFreeMemory(number, 1);
    return { text: `${number}: ${kib(bytes)} KiB\n`, json: { cell: number, bytes } };
  }
  if (!words.has("all")) {
    const bytes = await host.getFreeMemory();
    return { text: `Total: ${kib(bytes)} KiB\n`, json: { bytes } };
  }
  const cells = await Promise.all((await cellsOf(connection)).map(async ({ id }) => ({
    cell: id,
    bytes: (await host.getCellsFreeMemory(id, 1))[0] ?? 0,
  })));
  const line = (name: string, bytes: Integer64): string => `${name.padStart(5)}: ${`${kib(bytes)}`.padStart(10)} KiB\n`;
  const rows = cells.map(({ cell, bytes }) => line(`${cell}`, bytes)).join("");
  const total = cells.reduce((sum, { bytes }) => sum + BigInt(bytes), 0n);
  return { text: `${rows}${"-".repeat(20)}\n${line("Total", total)}`, quiet: rows, json: cells };
}

async function freePages(connection: Connection, { words }: Call): Promise<Answer> {
  words.exclusive("all", "cellno");
  const { host } = connection;
  const asked = words.bytes("pagesize", 1024);
  const size = asked === undefined ? undefined : Number(asked) / 1024;
  if (!words.has("all")) {
    const cell = words.number("cellno");
    if (cell === undefined) throw new UsageError("missing cellno argument");
    if (size === undefined) throw new UsageError("missing pagesize argument");
    const [count = 0] = await host.getFreePages({ sizes: [size], startCell: cell, cellCount: 1 });
    return { text: `${size}KiB: ${count}\n`, json: { cell, size, count } };
  }
  const cells = await cellsOf(connection);
  const sizes = size === undefined
    ? [...new Set(cells.flatMap(({ pages }) => pages.map((page) => Number(page.size.value))))].toSorted((a, b) => a - b)
    : [size];
  const found = await Promise.all(cells.map(async ({ id }) => ({
    cell: id,
    pages: (await host.getFreePages({ sizes, startCell: id, cellCount: 1 })).map((count, at) => ({
      size: sizes[at],
      count,
    })),
  })));
  const texts = found.map(({ cell, pages }) =>
    `Node ${cell}:\n${pages.map((page) => `${page.size}KiB: ${page.count}\n`).join("")}\n`
  );
  return { text: texts.join(""), json: found };
}
