/**
 * `innkeeper help`: the help of the program, of a command, of the configuration, of the exit codes.
 *
 * @module
 */

import { nearest } from "../../base/nearest.ts";
import type { Command, CommandContext } from "../command.ts";
import { COMMAND_GROUPS } from "../command_groups.ts";
import { COMMANDS } from "../command_table.ts";
import { documentSettings } from "../config/describe.ts";
import { EXIT } from "../exit_codes.ts";
import { UsageError } from "../failure.ts";
import { commandHelp, exitCodeHelp, groupHelp, programHelp } from "../help.ts";

/** The command. */
export const command: Command = {
  options: [],
  positionals: [{ name: "TOPIC", repeat: true, doc: "a command, a group of commands, config, or exit-codes" }],
  details: [],
  examples: [
    { line: "innkeeper help probe", does: "explain the command probe" },
    { line: "innkeeper help config", does: "explain every key of the configuration" },
  ],
  run,
};

const TOPICS = [...[...COMMANDS, ...COMMAND_GROUPS].map(({ name }) => name), "config", "exit-codes"];

async function run({ arguments: { positionals }, terminal }: CommandContext): Promise<number> {
  terminal.out(await helpOf(positionals.join(" ")));
  return EXIT.ok;
}

async function helpOf(topic: string): Promise<string> {
  if (topic === "") return programHelp();
  if (topic === "config") return documentSettings();
  if (topic === "exit-codes") return exitCodeHelp();
  const objects = COMMAND_GROUPS.find(({ name }) => name === topic);
  if (objects !== undefined) return groupHelp(objects);
  const entry = COMMANDS.find(({ name }) => name === topic);
  if (entry !== undefined) return commandHelp(entry, await entry.load());
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${topic} `));
  if (group.length > 0) {
    const parts = await Promise.all(group.map(async (member) => commandHelp(member, await member.load())));
    return parts.join("\n\n");
  }
  const suggestion = nearest(topic, TOPICS);
  throw new UsageError(
    `There is no help on "${topic}"${
      suggestion === undefined ? '; see "innkeeper help"' : `: did you mean "${suggestion}"?`
    }`,
  );
}
