/**
 * Every command, in the order of the help. A command's own file is loaded only when it runs or is asked about.
 *
 * @module
 */

import { nearest } from "../base/nearest.ts";
import type { Command, CommandEntry, OptionSpec } from "./command.ts";
import { OBJECT_COMMANDS } from "./command_groups.ts";
import { UsageError } from "./failure.ts";

/** The options that every command takes, before or after its name. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { name: "connect", short: "c", value: "URI", setting: "uri", doc: "The hypervisor to talk to, as qemu:///system" },
  { name: "config", value: "FILE", doc: "Read this configuration file instead of the usual one" },
  { name: "set", value: "KEY=VALUE", repeat: true, doc: 'Set a key of the configuration; see "innkeeper help config"' },
  { name: "check-config", doc: "Check the configuration, print every value and where it comes from, and stop" },
  { name: "help", short: "h", doc: "Explain, and stop" },
  { name: "version", short: "V", doc: "Say which version this is, and stop" },
];

/** The commands of this program itself. */
export const OWN_COMMANDS: readonly CommandEntry[] = [
  {
    name: "start",
    summary: "Take a first look at this host and serve what is learnt on loopback; with a guest, start it",
    load: async (): Promise<Command> => (await import("./commands/start.ts")).command,
  },
  {
    name: "probe",
    summary: "Find out what every emulator of this host can do",
    load: async (): Promise<Command> => (await import("./commands/probe.ts")).command,
  },
  {
    name: "capabilities",
    summary: "Print what this host and its hypervisor offer",
    load: async (): Promise<Command> => (await import("./commands/capabilities.ts")).command,
  },
  {
    name: "domcapabilities",
    summary: "Print what a guest can have",
    load: async (): Promise<Command> => (await import("./commands/domcapabilities.ts")).command,
  },
  {
    name: "cache list",
    summary: "List what was learnt and kept, and whether it still holds",
    load: async (): Promise<Command> => (await import("./commands/cache_list.ts")).command,
  },
  {
    name: "cache show",
    summary: "Print the kept document of an emulator",
    load: async (): Promise<Command> => (await import("./commands/cache_show.ts")).command,
  },
  {
    name: "cache why",
    summary: "Say why an emulator was probed, and whether it would be probed again now",
    load: async (): Promise<Command> => (await import("./commands/cache_why.ts")).command,
  },
  {
    name: "cache purge",
    summary: "Forget what was learnt",
    load: async (): Promise<Command> => (await import("./commands/cache_purge.ts")).command,
  },
  {
    name: "schema",
    summary: "Print the JSON form of a configuration document, as JSON Schema",
    load: async (): Promise<Command> => (await import("./commands/schema.ts")).command,
  },
  {
    name: "convert",
    summary: "Turn a configuration document from XML into JSON, or from JSON into XML",
    load: async (): Promise<Command> => (await import("./commands/convert.ts")).command,
  },
  {
    name: "doctor",
    summary: "Look for what is missing or wrong on this host, and say how to mend it",
    load: async (): Promise<Command> => (await import("./commands/doctor.ts")).command,
  },
  {
    name: "agent",
    summary: "Keep watch over this host and serve what is known on a socket",
    load: async (): Promise<Command> => (await import("./commands/agent.ts")).command,
  },
  {
    name: "sasl-user",
    summary: "Print the line that lets a libvirt client in by name and password",
    load: async (): Promise<Command> => (await import("./commands/sasl_user.ts")).command,
  },
  {
    name: "run",
    summary: "Run several commands over one connection",
    load: async (): Promise<Command> => (await import("./commands/run.ts")).command,
  },
  {
    name: "completion",
    summary: "Print the script that completes command lines in a shell",
    load: async (): Promise<Command> => (await import("./commands/completion.ts")).command,
  },
  {
    name: "version",
    summary: "Print the version of this program and of what it runs on",
    load: async (): Promise<Command> => (await import("./commands/version.ts")).command,
  },
  {
    name: "help",
    summary: "Explain a command, the configuration (config) or the exit codes (exit-codes)",
    load: async (): Promise<Command> => (await import("./commands/help.ts")).command,
  },
];

/** Every command. */
export const COMMANDS: readonly CommandEntry[] = [...OWN_COMMANDS, ...OBJECT_COMMANDS];

/** Finds the command that the words begin with, and the words after it. Throws UsageError naming the nearest one. */
export function findCommand(
  words: readonly string[],
): { readonly entry: CommandEntry; readonly rest: readonly string[] } {
  const [first = "", second = ""] = words;
  const pair = COMMANDS.find((entry) => entry.name === `${first} ${second}`);
  if (pair !== undefined) return { entry: pair, rest: words.slice(2) };
  const single = COMMANDS.find((entry) => entry.name === first);
  if (single !== undefined) return { entry: single, rest: words.slice(1) };
  const group = COMMANDS.filter((entry) => entry.name.startsWith(`${first} `)).map((entry) => entry.name);
  if (group.length > 0) throw unknownMember(first, second, group);
  const suggestion = nearest(first, [...new Set(COMMANDS.map((entry) => entry.name.split(" ")[0] ?? ""))]);
  throw new UsageError(
    `There is no command "${first}"${
      suggestion === undefined ? '; see "innkeeper help"' : `: did you mean "${suggestion}"?`
    }`,
  );
}

function unknownMember(group: string, word: string, members: readonly string[]): UsageError {
  const names = members.map((name) => name.slice(group.length + 1));
  if (word === "" || word.startsWith("-")) {
    return new UsageError(`"${group}" needs one of ${names.join(", ")} after it`);
  }
  const suggestion = nearest(word, names);
  const hint = suggestion === undefined
    ? `: there are ${names.join(", ")}`
    : `: did you mean "${group} ${suggestion}"?`;
  return new UsageError(`There is no command "${group} ${word}"${hint}`);
}
