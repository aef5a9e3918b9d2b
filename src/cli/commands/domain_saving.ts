/**
 * The commands that save, restore and dump guests, and the jobs that do it.
 *
 * @module
 */

import type { Domain, DomainDumpFormat, DomainJob } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { type Answer, dashed, document, done, remark } from "../objects/answer.ts";
import { flag, maybe, named, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { absolutePath } from "../objects/absolute_path.ts";
import { parameterText } from "../objects/parameter_lines.ts";
import { prettySize } from "../objects/sizes.ts";
import { readInput, type Words } from "../objects/words.ts";

const FILE = word("file", "The file on the hypervisor's host");
const GOES_ON = [flag("running", "It runs afterwards"), flag("paused", "It is paused afterwards")];
const BYPASS = flag("bypass-cache", "Past the host's cache");
const SECURE = flag("security-info", "With passwords");
const NVRAM = flag("reset-nvram", "Make its firmware variables anew from the template");

const FORMATS: Readonly<Record<string, DomainDumpFormat>> = {
  elf: "raw",
  "kdump-zlib": "kdumpZlib",
  "kdump-lzo": "kdumpLzo",
  "kdump-snappy": "kdumpSnappy",
  "win-dmp": "winDmp",
};

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  save: on(DOMAIN, {
    arguments: [FILE, BYPASS, maybe("xml", "File with the document that it is restored with"), ...GOES_ON],
    failure: "Failed to save",
    run: async (domain, { words }) => {
      const path = words.required("file");
      await domain.saving.save({ file: absolutePath(path), ...await xmlOf(words), ...optionalFlags(words) });
      return { text: `\nDomain '${domain.name}' saved to ${path}\n`, quiet: "" };
    },
  }),
  restore: onConnection({
    arguments: [FILE, BYPASS, maybe("xml", "File with another document for it"), ...GOES_ON, NVRAM],
    failure: "Failed to restore domain",
    run: async ({ domains }, { words }) => {
      const path = words.required("file");
      await domains.restore({ file: absolutePath(path), ...await xmlOf(words), ...optionalFlags(words) });
      return done(`Domain restored from ${path}`, { file: path });
    },
  }),
  "save-image-dumpxml": onConnection({
    arguments: [FILE, SECURE],
    failure: "Failed to read the saved state",
    run: async ({ domains }, { words }) => {
      const xml = await domains.getSaveImageXml(
        absolutePath(words.required("file")),
        words.flags({ secure: "security-info" }),
      );
      return await document("domain", xml, words);
    },
  }),
  "save-image-define": onConnection({
    arguments: [FILE, word("xml", "File with the new document"), ...GOES_ON],
    failure: "Failed to update the saved state",
    run: async ({ domains }, { words }) => {
      const path = words.required("file");
      const flags = words.flags({ running: "running", paused: "paused" });
      await domains.defineSaveImageXml({ file: absolutePath(path), xml: await words.file("xml"), flags });
      return done(`State file ${path} updated.`, { file: path });
    },
  }),
  managedsave: on(DOMAIN, {
    arguments: [BYPASS, ...GOES_ON],
    failure: "Failed to save",
    run: async (domain, { words }) => {
      await domain.saving.managedSave(saveFlags(words));
      return { text: `\nDomain '${domain.name}' state saved by libvirt\n`, quiet: "" };
    },
  }),
  "managedsave-remove": on(DOMAIN, {
    failure: "Failed to remove the saved state of",
    run: async (domain) => {
      if (!await domain.saving.hasManagedSave()) {
        return remark(`Domain '${domain.name}' has no manage save image; removal skipped`);
      }
      await domain.saving.removeManagedSave();
      return remark(`Removed managedsave image for domain '${domain.name}'`);
    },
  }),
  "managedsave-dumpxml": on(DOMAIN, {
    arguments: [SECURE],
    failure: "Failed to read the saved state of",
    run: async (domain, { words }) =>
      document("domain", await domain.saving.getManagedSaveXml(words.flags({ secure: "security-info" })), words),
  }),
  "managedsave-define": on(DOMAIN, {
    arguments: [word("xml", "File with the new document"), ...GOES_ON],
    failure: "Failed to update the saved state of",
    run: async (domain, { words }) => {
      const flags = words.flags({ running: "running", paused: "paused" });
      await domain.saving.defineManagedSaveXml(await words.file("xml"), flags);
      return done(`Managed save state file of domain '${domain.name}' updated.`);
    },
  }),
  dump: on(DOMAIN, {
    arguments: [
      FILE,
      flag("live", "It runs on meanwhile"),
      flag("crash", "It is crashed afterwards"),
      BYPASS,
      flag("reset", "It is reset afterwards"),
      flag("memory-only", "Its memory, and nothing else"),
      named("format", "How memory is written", { choices: Object.keys(FORMATS) }),
    ],
    failure: "Failed to core dump",
    run: async (domain, { words }) => {
      const path = words.required("file");
      const format = FORMATS[words.text("format") ?? ""];
      const flags = words.flags({
        live: "live",
        crash: "crash",
        bypassCache: "bypass-cache",
        reset: "reset",
        memoryOnly: "memory-only",
      });
      await domain.saving.coreDump({ file: absolutePath(path), flags, ...(format && { format }) });
      return { text: `\nDomain '${domain.name}' dumped to ${path}\n`, quiet: "" };
    },
  }),
  domjobinfo: on(DOMAIN, {
    arguments: [
      flag("completed", "The last one that ended"),
      flag("keep-completed", "And do not forget it"),
      flag("rawstats", "libvirt's fields as they are"),
    ],
    failure: "Failed to get the job of",
    run: jobInfo,
  }),
  domjobabort: on(DOMAIN, {
    failure: "Failed to abort the job of",
    run: async (domain) => {
      await domain.saving.abortJob();
      return done("");
    },
  }),
};

async function xmlOf(words: Words): Promise<{ readonly xml?: string }> {
  const path = words.text("xml");
  return path === undefined ? {} : { xml: new TextDecoder().decode(await readInput(path)) };
}

function saveFlags(words: Words): { readonly running?: boolean; readonly paused?: boolean } {
  words.exclusive("running", "paused");
  return words.flags({ bypassCache: "bypass-cache", running: "running", paused: "paused", resetNvram: "reset-nvram" });
}

/** Without any, the call that every driver has is made. */
function optionalFlags(words: Words): { readonly flags?: ReturnType<typeof saveFlags> } {
  const flags = saveFlags(words);
  return Object.keys(flags).length === 0 ? {} : { flags };
}

/** What jobs tell, in virsh's order: words, libvirt's field, and what the number is. */
const JOB_LINES = [
  ["Time elapsed:", "time_elapsed", "ms"],
  ["Time elapsed w/o network:", "time_elapsed_net", "ms"],
  ["Time remaining:", "time_remaining", "ms"],
  ["Data processed:", "data_processed", "size"],
  ["Data remaining:", "data_remaining", "size"],
  ["Data total:", "data_total", "size"],
  ["Memory processed:", "memory_processed", "size"],
  ["Memory remaining:", "memory_remaining", "size"],
  ["Memory total:", "memory_total", "size"],
  ["Memory bandwidth:", "memory_bps", "size/s"],
  ["Dirty rate:", "memory_dirty_rate", "pages/s"],
  ["Page size:", "memory_page_size", "bytes"],
  ["Iteration:", "memory_iteration", ""],
  ["File processed:", "disk_processed", "size"],
  ["File remaining:", "disk_remaining", "size"],
  ["File total:", "disk_total", "size"],
  ["File bandwidth:", "disk_bps", "size/s"],
  ["Constant pages:", "memory_constant", ""],
  ["Normal pages:", "memory_normal", ""],
  ["Normal data:", "memory_normal_bytes", "size"],
  ["Total downtime:", "downtime", "ms"],
  ["Downtime w/o network:", "downtime_net", "ms"],
  ["Setup time:", "setup_time", "ms"],
] as const;

async function jobInfo(domain: Domain, { words }: Call): Promise<Answer> {
  const query = words.flags({ completed: "completed", keepCompleted: "keep-completed" });
  const job = await domain.saving.getJobStats(query.keepCompleted ? { ...query, completed: true } : query);
  return { text: words.has("rawstats") ? rawJob(job) : describeJob(job), json: job };
}

function rawJob({ type, stats }: DomainJob): string {
  const numbers = ["none", "bounded", "unbounded", "completed", "failed", "cancelled"];
  const lines = Object.entries(stats).map(([field, value]) => `${field}: ${parameterText(value)}\n`);
  return `Job type: ${numbers.indexOf(type)}\n\n${lines.join("")}`;
}

function describeJob({ type, stats }: DomainJob): string {
  const word = `${type[0]?.toUpperCase()}${type.slice(1)}`;
  const head = `${"Job type:".padEnd(17)} ${word.padEnd(12)}\n`;
  if (type === "none") return head;
  const operation = `${"Operation:".padEnd(17)} ${operationWords(stats.operation).padEnd(12)}\n`;
  const lines = JOB_LINES.flatMap(([name, field, unit]) => {
    const value = stats[field];
    if (typeof value !== "number" && typeof value !== "bigint") return [];
    const optional = field !== "time_elapsed" && Number(value) === 0;
    return optional ? [] : [`${name.padEnd(17)} ${measure(value, unit)}\n`];
  });
  return head + operation + lines.join("");
}

function measure(value: number | bigint, unit: string): string {
  if (unit === "size") return prettySize(value, 3);
  if (unit === "size/s") return `${prettySize(value, 3)}/s`;
  return `${`${value}`.padEnd(12)}${unit === "" ? "" : ` ${unit}`}`;
}

const OPERATIONS = [
  "Unknown",
  "Start",
  "Save",
  "Restore",
  "Incoming migration",
  "Outgoing migration",
  "Snapshot",
  "Snapshot revert",
  "Dump",
  "Backup",
  "Snapshot delete",
];

function operationWords(value: unknown): string {
  return typeof value === "string" ? dashed(value) : OPERATIONS[Number(value ?? 0)] ?? "Unknown";
}
