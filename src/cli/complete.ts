/**
 * What could come next on a command line: commands, options, their values, and the names of objects that are there.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import type { Command, OptionSpec } from "./command.ts";
import { COMMANDS, GLOBAL_OPTIONS } from "./command_table.ts";
import { COMMAND_GROUPS } from "./command_groups.ts";
import { COMPLETION_SCRIPTS } from "./completion_scripts.ts";
import { connect } from "./compose.ts";
import { parseArguments } from "./parse_arguments.ts";
import type { CommandContext } from "./command.ts";

/** What completion is handed. */
export interface CompleteOptions {
  /** Makes the context of a command line with these words. */
  readonly contextOf: (general: readonly string[]) => CommandContext;
}

/** Gives what could stand in place of the last word; none where nothing is known, so that files are offered. */
export async function complete(words: readonly string[], options: CompleteOptions): Promise<readonly string[]> {
  const current = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const found = await candidates(before, current, options).catch(() => []);
  return found.filter((candidate) => candidate.startsWith(current));
}

async function candidates(
  before: readonly string[],
  current: string,
  options: CompleteOptions,
): Promise<readonly string[]> {
  const general: string[] = [];
  let at = 0;
  for (; at < before.length && before[at]?.startsWith("-"); at++) {
    general.push(before[at] ?? "");
    if (takesValue(before[at] ?? "", GLOBAL_OPTIONS)) general.push(before[++at] ?? "");
  }
  if (at > before.length) return [];
  const rest = before.slice(at);
  const entry = COMMANDS.find(({ name }) => name === rest.slice(0, 2).join(" ")) ??
    COMMANDS.find(({ name }) => name === rest[0]);
  if (entry === undefined) return current.startsWith("-") ? namesOf(GLOBAL_OPTIONS) : commandsAfter(rest[0]);
  const command = await entry.load();
  const typed = rest.slice(entry.name.split(" ").length);
  if (entry.name === "help") return [...COMMANDS, ...COMMAND_GROUPS].map(({ name }) => name);
  if (entry.name === "completion") return Object.keys(COMPLETION_SCRIPTS);
  const specs = [...command.options, ...GLOBAL_OPTIONS];
  const last = typed.at(-1) ?? "";
  if (takesValue(last, specs)) {
    return await valuesOf(specOf(last, specs), { general, typed: typed.slice(0, -1), specs }, options);
  }
  if (current.startsWith("-")) return namesOf(specs);
  return await valuesOf(nextPositional(command, typed, specs), { general, typed, specs }, options);
}

function commandsAfter(first: string | undefined): readonly string[] {
  if (first === undefined) return [...new Set(COMMANDS.map(({ name }) => name.split(" ")[0] ?? ""))];
  return COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name.slice(first.length + 1));
}

function namesOf(specs: readonly OptionSpec[]): string[] {
  return specs.map(({ name }) => `--${name}`);
}

function specOf(word: string, specs: readonly OptionSpec[]): OptionSpec | undefined {
  return specs.find(({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`));
}

function takesValue(word: string, specs: readonly OptionSpec[]): boolean {
  return specOf(word, specs)?.value !== undefined;
}

/** The option that the next word without a name is for. */
function nextPositional(
  command: Command,
  typed: readonly string[],
  specs: readonly OptionSpec[],
): OptionSpec | undefined {
  const { values, positionals } = parseArguments(typed, { program: "", options: specs, positionals: LENIENT });
  const free = command.positionals.filter(({ option }) => option !== undefined && !values.has(option));
  const next = free[positionals.length] ?? free.findLast(({ repeat }) => repeat);
  return specs.find(({ name }) => name === next?.option);
}

const LENIENT = [{ name: "WORD", repeat: true, doc: "" }] as const;

/** What was typed so far. */
interface SoFar {
  readonly general: readonly string[];
  readonly typed: readonly string[];
  readonly specs: readonly OptionSpec[];
}

async function valuesOf(
  spec: OptionSpec | undefined,
  { general, typed, specs }: SoFar,
  { contextOf }: CompleteOptions,
): Promise<readonly string[]> {
  if (spec?.choices !== undefined) return spec.choices;
  const list = LISTS[spec?.name ?? ""];
  if (list === undefined) return [];
  const connected = typed.flatMap((word, index) =>
    word === "-c" || word === "--connect" ? [word, typed[index + 1] ?? ""] : []
  );
  const { values, positionals } = parseArguments(typed, { program: "", options: specs, positionals: LENIENT });
  await using connection = await connect(contextOf([...general, ...connected]), { silent: true });
  return await list(connection, (name) => values.get(name)?.[0] ?? positionals[0]);
}

/** Looks up an earlier argument, by its name or as the first word. */
type Earlier = (name: string) => string | undefined;

/** The names of what is there, by the argument that takes them. */
const LISTS: Readonly<Record<string, (connection: Connection, earlier: Earlier) => Promise<readonly string[]>>> = {
  domain: async ({ domains }) => (await domains.list()).map(({ name }) => name),
  network: async ({ networks }) => (await networks.list()).map(({ name }) => name),
  pool: async ({ storagePools }) => (await storagePools.list()).map(({ name }) => name),
  inputpool: async ({ storagePools }) => (await storagePools.list()).map(({ name }) => name),
  vol: async ({ storagePools }) => {
    const pools = await storagePools.list({ active: true });
    const volumes = await Promise.all(pools.map((pool) => pool.listVolumes()));
    return volumes.flat().flatMap(({ name, key }) => [name, key]);
  },
  interface: async ({ interfaces }) => (await interfaces.list()).map(({ name }) => name),
  device: async ({ nodeDevices }) => (await nodeDevices.list()).map(({ name }) => name),
  secret: async ({ secrets }) => (await secrets.list()).map(({ uuid }) => uuid),
  nwfilter: async ({ networkFilters }) => (await networkFilters.list()).map(({ name }) => name),
  binding: async ({ networkFilters }) => (await networkFilters.bindings.list()).map(({ portDevice }) => portDevice),
  snapshotname: async ({ domains }, earlier) => {
    const domain = await domains.lookupByName(earlier("domain") ?? "");
    return (await domain.snapshots.list()).map(({ name }) => name);
  },
  checkpointname: async ({ domains }, earlier) => {
    const domain = await domains.lookupByName(earlier("domain") ?? "");
    return (await domain.checkpoints.list()).map(({ name }) => name);
  },
};
