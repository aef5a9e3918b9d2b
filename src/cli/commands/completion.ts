/**
 * `innkeeper completion`: the script that completes command lines in a shell.
 *
 * @module
 */

import type { Command } from "../command.ts";
import { EXIT } from "../exit_codes.ts";
import { UsageError } from "../failure.ts";
import { COMPLETION_SCRIPTS } from "../completion_scripts.ts";

/** The command. */
export const command: Command = {
  options: [],
  positionals: [{ name: "SHELL", required: true, doc: "bash, zsh or fish" }],
  details: [
    "Completes commands, options, values of options, and the names of guests, networks, pools and volumes that are " +
    "there. The script asks this program itself for every answer, so it never grows old.",
  ],
  examples: [
    { line: "source <(innkeeper completion bash)", does: "complete in this bash from now on" },
    { line: "innkeeper completion zsh > ~/.zfunc/_innkeeper", does: "in every zsh, where ~/.zfunc is in fpath" },
    { line: "innkeeper completion fish > ~/.config/fish/completions/innkeeper.fish", does: "in every fish" },
  ],
  run: ({ arguments: { positionals: [shell = ""] }, terminal }) => {
    const script = COMPLETION_SCRIPTS[shell];
    if (script === undefined) {
      throw new UsageError(
        `There is no completion for "${shell}": there is ${Object.keys(COMPLETION_SCRIPTS).join(", ")}`,
      );
    }
    terminal.out(script);
    return Promise.resolve(EXIT.ok);
  },
};
