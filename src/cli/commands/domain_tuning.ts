/**
 * The commands that show and set how much of the machine guests may use.
 *
 * @module
 */

import type { Domain, DomainAffectFlags, TypedRecord } from "../../api/mod.ts";
import { type Integer64, parseInteger64 } from "../../base/integer64.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type Answer, done } from "../objects/answer.ts";
import { AFFECT, type ArgumentSpec, flag, maybe, named, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on } from "../objects/object_command.ts";
import { parameterLines } from "../objects/parameter_lines.ts";
import { toKib } from "../objects/sizes.ts";
import type { Words } from "../objects/words.ts";

const NUMATUNE_MODES: Readonly<Record<string, number>> = { strict: 0, preferred: 1, interleave: 2, restrictive: 3 };

/** libvirt's number for no limit. */
const UNLIMITED = 9007199254740991;

const DISK_LIMITS = [
  ...["total", "read", "write"].flatMap((way) => [`${way}-bytes-sec`, `${way}-iops-sec`]),
  ...["total", "read", "write"].flatMap((way) => [`${way}-bytes-sec-max`, `${way}-iops-sec-max`]),
  "size-iops-sec",
  ...["total", "read", "write"].flatMap((way) => [`${way}-bytes-sec-max-length`, `${way}-iops-sec-max-length`]),
];

const DEVICE_LISTS = [
  "device-weights",
  "device-read-iops-sec",
  "device-write-iops-sec",
  "device-read-bytes-sec",
  "device-write-bytes-sec",
];

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  memtune: tuning({
    what: "memory",
    arguments: ["hard-limit", "soft-limit", "swap-hard-limit", "min-guarantee"].map((name) =>
      maybe(name, "As 2GiB; a number counts KiB, -1 is no limit")
    ),
    read: (words) =>
      record(["hard-limit", "soft-limit", "swap-hard-limit", "min-guarantee"], (name) => memorySize(words, name)),
    get: (domain, flags) => domain.tuning.getMemory(flags),
    set: (domain, parameters, flags) => domain.tuning.setMemory(parameters, flags),
    show: (value) => Number(value) === UNLIMITED ? "unlimited" : undefined,
  }),
  blkiotune: tuning({
    what: "blkio",
    arguments: [
      named("weight", "From 100 to 1000", { type: "number" }),
      ...DEVICE_LISTS.map((name) => named(name, "For devices of the host: /dev/sda,500,/dev/sdb,200")),
    ],
    read: (words) => ({
      ...record(["weight"], (name) => words.integer(name)),
      ...Object.fromEntries(DEVICE_LISTS.flatMap((name) => {
        const text = words.text(name);
        return text === undefined
          ? []
          : [[name === "device-weights" ? "device_weight" : name.replaceAll("-", "_"), text]];
      })),
    }),
    get: (domain, flags) => domain.tuning.getBlkio(flags),
    set: (domain, parameters, flags) => domain.tuning.setBlkio(parameters, flags),
  }),
  numatune: tuning({
    what: "numa",
    arguments: [
      maybe("mode", "How strict it is", { choices: Object.keys(NUMATUNE_MODES) }),
      maybe("nodeset", "Cells of the host, as 0-1,^3"),
    ],
    read: (words) => ({
      ...record(["mode"], (name) => NUMATUNE_MODES[words.text(name) ?? ""], "numa_"),
      ...(words.text("nodeset") === undefined ? {} : { numa_nodeset: words.required("nodeset") }),
    }),
    get: (domain, flags) => domain.tuning.getNuma(flags),
    set: (domain, parameters, flags) => domain.tuning.setNuma(parameters, flags),
    show: (value, field) =>
      field === "numa_mode" ? Object.keys(NUMATUNE_MODES).find((mode) => NUMATUNE_MODES[mode] === value) : undefined,
  }),
  schedinfo: on(DOMAIN, {
    arguments: [
      named("weight", "Xen's weight", { type: "number" }),
      named("cap", "Xen's cap", { type: "number" }),
      flag("current", "As it is now: running or not"),
      flag("config", "From the next start on"),
      flag("live", "The running guest, now"),
      maybe("set", "name=value", { repeat: true }),
    ],
    failure: "Failed to read or set the scheduler of",
    run: schedule,
  }),
  perf: tuning({
    what: "perf",
    arguments: [named("enable", "Events to count, separated by commas"), named("disable", "Events to count no more")],
    read: (words) => ({ ...events(words, "enable", true), ...events(words, "disable", false) }),
    get: (domain, flags) => domain.tuning.getPerfEvents(flags),
    set: (domain, parameters, flags) => domain.tuning.setPerfEvents(parameters, flags),
    show: (value) => value ? "enabled" : "disabled",
    confirms: true,
  }),
  domiftune: on(DOMAIN, {
    arguments: [
      word("interface", "Name or MAC address of the interface"),
      maybe("inbound", "average,peak,burst,floor in KiB a second"),
      maybe("outbound", "average,peak,burst in KiB a second"),
      ...AFFECT,
    ],
    failure: "Failed to read or set an interface of",
    run: async (domain, { words }) => {
      const device = words.required("interface");
      const parameters = { ...bandwidth(words, "inbound"), ...bandwidth(words, "outbound") };
      if (Object.keys(parameters).length > 0) {
        await domain.tuning.setInterface({ device, parameters }, words.affect());
        return done("");
      }
      const found = await domain.tuning.getInterface(device, words.affect());
      return { text: parameterLines(found), json: found };
    },
  }),
  blkdeviotune: on(DOMAIN, {
    arguments: [
      word("device", "Target or source of the disk"),
      ...DISK_LIMITS.map((name) => named(name, `libvirt's ${name.replaceAll("-", "_")}`, { type: "size" })),
      named("group-name", "Disks of the same group share the limits"),
      ...AFFECT,
    ],
    failure: "Failed to read or set a disk of",
    run: async (domain, { words }) => {
      const device = words.required("device");
      const group = words.text("group-name");
      const parameters = {
        ...record(DISK_LIMITS, (name) => words.bytes(name, 1)),
        ...(group === undefined ? {} : { group_name: group }),
      };
      if (Object.keys(parameters).length > 0) {
        await domain.tuning.setBlockIo({ device, parameters }, words.affect());
        return done("");
      }
      const found = await domain.tuning.getBlockIo(device, words.affect());
      return { text: parameterLines(found), json: found };
    },
  }),
};

/** A pair of calls that get and set one kind of limit. */
interface Tuning {
  readonly what: string;
  readonly arguments: readonly ArgumentSpec[];
  read(words: Words): TypedRecord;
  get(domain: Domain, flags: DomainAffectFlags): Promise<TypedRecord>;
  set(domain: Domain, parameters: TypedRecord, flags: DomainAffectFlags): Promise<void>;
  readonly show?: (value: TypedRecord[string], field: string) => string | undefined;
  /** True where what was set is printed. */
  readonly confirms?: boolean;
}

function tuning(row: Tuning): Command {
  return on(DOMAIN, {
    arguments: [...row.arguments, ...AFFECT],
    failure: `Unable to get or change ${row.what} parameters of`,
    run: async (domain: Domain, { words }: Call): Promise<Answer> => {
      const parameters = row.read(words);
      if (Object.keys(parameters).length > 0) {
        await row.set(domain, parameters, words.affect());
        const text = row.confirms ? parameterLines(parameters, row.show) : "";
        return { text, quiet: "", json: parameters };
      }
      const found = await row.get(domain, words.affect());
      return { text: parameterLines(found, row.show), json: found };
    },
  });
}

/** The parameters of those options that were given. */
function record(
  names: readonly string[],
  read: (name: string) => Integer64 | undefined,
  prefix = "",
): Record<string, Integer64> {
  return Object.fromEntries(names.flatMap((name) => {
    const value = read(name);
    return value === undefined ? [] : [[`${prefix}${name.replaceAll("-", "_")}`, value]];
  }));
}

function memorySize(words: Words, name: string): Integer64 | undefined {
  if (words.text(name) === "-1") return UNLIMITED;
  const bytes = words.bytes(name, 1024);
  return bytes === undefined ? undefined : toKib(bytes);
}

function events(words: Words, name: string, on: boolean): Record<string, boolean> {
  const names = (words.text(name) ?? "").split(",").filter((event) => event !== "");
  return Object.fromEntries(names.map((event) => [event, on]));
}

function bandwidth(words: Words, name: "inbound" | "outbound"): Record<string, number> {
  const text = words.text(name);
  if (text === undefined) return {};
  const parts = text.split(",");
  const fields = ["average", "peak", "burst", ...(name === "inbound" ? ["floor"] : [])];
  if (parts.length > fields.length || parts.some((part) => !/^\d*$/.test(part)) || parts[0] === "") {
    throw new UsageError(`"--${name}" takes ${fields.join(",")} in KiB a second, but got "${text}"`);
  }
  return Object.fromEntries(
    parts.flatMap((part, index) => part === "" ? [] : [[`${name}.${fields[index]}`, Number(part)]]),
  );
}

async function schedule(domain: Domain, { words }: Call): Promise<Answer> {
  const affect = words.affect();
  const { type: name } = await domain.tuning.getSchedulerType();
  const query = affect.live && affect.config ? {} : affect;
  const plain = !words.has("current") && Object.keys(affect).length === 0;
  const before = await domain.tuning.getScheduler(plain ? undefined : query);
  const updates: Record<string, TypedRecord[string]> = record(["weight", "cap"], (option) => words.integer(option));
  for (const text of words.all("set")) {
    const [field = "", value = ""] = text.split("=");
    const known = before[field];
    if (known === undefined) {
      throw new UsageError(`There is no parameter "${field}": there are ${Object.keys(before).join(", ")}`);
    }
    updates[field] = typeof known === "string" ? value : parse(value, field);
  }
  if (Object.keys(updates).length > 0) {
    await domain.tuning.setScheduler(updates, plain ? undefined : affect);
  } else if (affect.live && affect.config) throw new UsageError("Cannot query both live and config at once");
  const after = await domain.tuning.getScheduler(plain ? undefined : query);
  return { text: `${"Scheduler".padEnd(15)}: ${name}\n${parameterLines(after)}`, json: { scheduler: name, ...after } };
}

function parse(text: string, field: string): Integer64 {
  const value = parseInteger64(text);
  if (value === undefined) throw new UsageError(`"${field}" takes a number, but got "${text}"`);
  return value;
}
