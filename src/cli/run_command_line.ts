/**
 * From the words of a command line to a command that has run.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import type { Host } from "../host/host.ts";
import type { BuildInfo, Command, CommandContext, CommandEntry, OptionSpec, ParsedArguments } from "./command.ts";
import { COMMANDS, findCommand, GLOBAL_OPTIONS } from "./command_table.ts";
import type { Configuration, OptionSetting } from "./config/configuration.ts";
import { EXIT } from "./exit_codes.ts";
import { UsageError } from "./failure.ts";
import { optionValue, parseArguments } from "./parse_arguments.ts";
import type { Terminal } from "./terminal.ts";

/** What the command line runs with. */
export interface CommandLineOptions {
  readonly terminal: Terminal;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly build?: BuildInfo | undefined;
  /** Where the command talks to; absent: it opens a connection. */
  readonly connection?: Connection;
}

/** What was typed, and what it may be. */
interface Typed {
  readonly parsed: ParsedArguments;
  readonly specs: readonly OptionSpec[];
  /** What was typed for the options of all commands, where the command has others under the same names. */
  readonly general?: ParsedArguments;
}

/** Runs a command line and gives its exit code; throws what should be reported. */
export async function runCommandLine(words: readonly string[], options: CommandLineOptions): Promise<number> {
  const { terminal } = options;
  if (words[0] === COMPLETE) return await completeLine(words.slice(words[1] === "--" ? 2 : 1), options);
  const before = parseArguments(words, { program: "innkeeper", options: GLOBAL_OPTIONS });
  const [name] = before.positionals;
  if (name === undefined) {
    if (before.switches.has("version")) return await runVersion(before, options);
    if (before.switches.has("check-config")) {
      return await checkConfiguration(makeContext({ parsed: before, specs: GLOBAL_OPTIONS }, options));
    }
    const { programHelp } = await import("./help.ts");
    if (before.switches.has("help")) {
      terminal.out(programHelp());
      return EXIT.ok;
    }
    terminal.err(`${programHelp()}\ninnkeeper: a command is missing`);
    return EXIT.usage;
  }
  const { entry, rest } = findCommand(before.positionals);
  const command = await entry.load();
  const specs = [...command.options, ...GLOBAL_OPTIONS];
  const asked = rest.includes("--help") || rest.includes("-h") || before.switches.has("help");
  if (asked && !isAfterDashes(rest)) return await explain(entry, command, terminal);
  const after = parseArguments(rest, {
    program: `innkeeper ${entry.name}`,
    options: specs,
    positionals: command.positionals,
  });
  const own = new Set(command.options.map((option) => option.name));
  const parsed = merge(without(before, own), after);
  if (parsed.switches.has("version") && !own.has("version")) return await runVersion(parsed, options);
  const context = makeContext({ parsed, specs, general: merge(before, without(after, own)) }, options);
  if (parsed.switches.has("check-config")) return await checkConfiguration(context);
  return await command.run(context);
}

/** What the scripts of `innkeeper completion` call; nobody else does. */
const COMPLETE = "__complete";

async function completeLine(words: readonly string[], options: CommandLineOptions): Promise<number> {
  const { complete } = await import("./complete.ts");
  const contextOf = (general: readonly string[]): CommandContext =>
    makeContext({
      parsed: parseArguments(general, { program: "innkeeper", options: GLOBAL_OPTIONS }),
      specs: GLOBAL_OPTIONS,
    }, options);
  const answers = await complete(words, { contextOf });
  options.terminal.out(answers.map((answer) => `${answer}\n`).join(""));
  return EXIT.ok;
}

function isAfterDashes(words: readonly string[]): boolean {
  const dashes = words.indexOf("--");
  return dashes >= 0 && !words.slice(0, dashes).some((word) => word === "--help" || word === "-h");
}

async function explain(entry: CommandEntry, command: Command, terminal: Terminal): Promise<number> {
  const { commandHelp } = await import("./help.ts");
  terminal.out(commandHelp(entry, command));
  return EXIT.ok;
}

async function runVersion(parsed: ParsedArguments, options: CommandLineOptions): Promise<number> {
  const command = await COMMANDS.find((entry) => entry.name === "version")?.load();
  return await command?.run(makeContext({ parsed, specs: GLOBAL_OPTIONS }, options)) ?? EXIT.failure;
}

async function checkConfiguration(context: CommandContext): Promise<number> {
  const { checkConfiguration } = await import("./config/check.ts");
  return await checkConfiguration(context);
}

/** What is left where a command has options of its own under these names. */
function without(parsed: ParsedArguments, names: ReadonlySet<string>): ParsedArguments {
  const shadowed = GLOBAL_OPTIONS.filter(({ name }) => names.has(name));
  if (shadowed.length === 0) return parsed;
  const gone = new Set(shadowed.map(({ name }) => name));
  return {
    ...parsed,
    values: new Map([...parsed.values].filter(([name]) => !gone.has(name))),
    switches: new Set([...parsed.switches].filter((name) => !gone.has(name))),
  };
}

/** Options before the command's name and after it are the same options. */
function merge(before: ParsedArguments, after: ParsedArguments): ParsedArguments {
  const values = new Map(before.values);
  for (const [name, given] of after.values) values.set(name, [...values.get(name) ?? [], ...given]);
  return { values, switches: new Set([...before.switches, ...after.switches]), positionals: after.positionals };
}

function makeContext(typed: Typed, { terminal, signal, build, connection }: CommandLineOptions): CommandContext {
  let host: Promise<Host> | undefined;
  let configuration: Promise<Configuration> | undefined;
  const context: CommandContext = {
    arguments: typed.parsed,
    terminal,
    signal,
    build,
    host: () => host ??= loadHost(),
    configuration: () => configuration ??= readConfiguration(context, typed),
    ...(connection && { connection }),
  };
  return context;
}

async function loadHost(): Promise<Host> {
  const { denoHost } = await import("../host/deno_host.ts");
  return denoHost();
}

async function readConfiguration(context: CommandContext, { parsed, specs, general }: Typed): Promise<Configuration> {
  const { loadConfiguration } = await import("./config/configuration.ts");
  const forAll = general ?? parsed;
  const file = optionValue(forAll, "config");
  const options = settingsOf(forAll, specs);
  return await loadConfiguration(await context.host(), file === undefined ? { options } : { options, file });
}

/** What `--set` and the options that stand for a key say. */
function settingsOf(parsed: ParsedArguments, specs: readonly OptionSpec[]): OptionSetting[] {
  const settings: OptionSetting[] = [];
  for (const text of parsed.values.get("set") ?? []) {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`Option "--set" takes KEY=VALUE, but got "${text}"`);
    settings.push({ key: text.slice(0, equals), text: text.slice(equals + 1), option: "--set" });
  }
  for (const { name, setting } of specs) {
    const text = optionValue(parsed, name);
    if (setting !== undefined && text !== undefined) settings.push({ key: setting, text, option: `--${name}` });
  }
  return settings;
}
