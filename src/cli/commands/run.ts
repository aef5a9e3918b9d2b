/**
 * `innkeeper run`: several commands over one connection, as virsh takes them.
 *
 * @module
 */

import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { UsageError } from "../failure.ts";
import { readInput } from "../objects/words.ts";
import { splitCommands } from "../split_commands.ts";

/** The command. */
export const command: Command = {
  options: [
    { name: "keep-going", doc: "Run what comes after a command that failed, too" },
    { name: "echo", doc: "Print each command before its answer" },
  ],
  positionals: [{ name: "COMMANDS", required: true, doc: "commands, separated by ; or lines; - is standard input" }],
  details: [
    "Runs the commands one after the other until one fails. Words are quoted as in a shell: 'a b', \"a b\" or a\\ b; a " +
    "# begins a remark. A hypervisor in memory keeps what one command made for the next.",
  ],
  examples: [
    { line: "innkeeper run 'define web.xml; start web; list --all'", does: "define a guest, start it, and look" },
    { line: "innkeeper -c test:///default run - < script", does: "run a file of commands" },
  ],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { positionals, switches }, terminal, signal } = context;
  const [script = ""] = positionals;
  const text = script === "-" ? new TextDecoder().decode(await readInput("-")) : script;
  const commands = splitCommands(text);
  if (commands.some(([name]) => name === "run")) throw new UsageError('"run" cannot be run by itself');
  const [{ runCommandLine }, { describeError, exitCodeOf }] = await Promise.all([
    import("../run_command_line.ts"),
    import("../failure.ts"),
  ]);
  await using connection = await connect(context);
  let code: number = EXIT.ok;
  for (const words of commands) {
    signal.throwIfAborted();
    if (switches.has("echo")) terminal.out(`$ ${words.join(" ")}\n`);
    if (!switches.has("keep-going")) {
      code = await runCommandLine(words, { terminal, signal, build: context.build, connection });
      if (code !== EXIT.ok) return code;
      continue;
    }
    try {
      code = await runCommandLine(words, { terminal, signal, build: context.build, connection }) || code;
    } catch (error) {
      signal.throwIfAborted();
      terminal.err(`innkeeper: ${describeError(error)}`);
      code = exitCodeOf(error);
    }
  }
  return code;
}
