/**
 * From the words of a command line to a command that has run.
 *
 * @module
 */

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
}

/** Runs a command line and gives its exit code; throws what should be reported. */
export async function runCommandLine(words: readonly string[], options: CommandLineOptions): Promise<number> {
  const { terminal } = options;
  const before = parseArguments(words, { program: "innkeeper", options: GLOBAL_OPTIONS });
  const [name] = before.positionals;
  if (name === undefined) {
    if (before.switches.has("version")) return await runVersion(before, options);
    if (before.switches.has("check-config")) {
      return await checkConfiguration(makeContext(before, GLOBAL_OPTIONS, options));
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
  const parsed = merge(before, after);
  if (parsed.switches.has("version")) return await runVersion(parsed, options);
  const context = makeContext(parsed, specs, options);
  if (parsed.switches.has("check-config")) return await checkConfiguration(context);
  return await command.run(context);
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
  return await command?.run(makeContext(parsed, GLOBAL_OPTIONS, options)) ?? EXIT.failure;
}

async function checkConfiguration(context: CommandContext): Promise<number> {
  const { checkConfiguration } = await import("./config/check.ts");
  return await checkConfiguration(context);
}

/** Options before the command's name and after it are the same options. */
function merge(before: ParsedArguments, after: ParsedArguments): ParsedArguments {
  const values = new Map(before.values);
  for (const [name, given] of after.values) values.set(name, [...values.get(name) ?? [], ...given]);
  return { values, switches: new Set([...before.switches, ...after.switches]), positionals: after.positionals };
}

function makeContext(
  parsed: ParsedArguments,
  specs: readonly OptionSpec[],
  { terminal, signal, build }: CommandLineOptions,
): CommandContext {
  let host: Promise<Host> | undefined;
  let configuration: Promise<Configuration> | undefined;
  const context: CommandContext = {
    arguments: parsed,
    terminal,
    signal,
    build,
    host: () => host ??= loadHost(),
    configuration: () => configuration ??= readConfiguration(context, specs),
  };
  return context;
}

async function loadHost(): Promise<Host> {
  const { denoHost } = await import("../host/deno_host.ts");
  return denoHost();
}

async function readConfiguration(context: CommandContext, specs: readonly OptionSpec[]): Promise<Configuration> {
  const { loadConfiguration } = await import("./config/configuration.ts");
  const file = optionValue(context.arguments, "config");
  const options = settingsOf(context.arguments, specs);
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
