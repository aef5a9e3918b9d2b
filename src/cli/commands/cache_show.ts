/**
 * `innkeeper cache show`: the document that is kept of an emulator, as it is in its file.
 *
 * @module
 */

import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { CliError } from "../failure.ts";

/** The command. */
export const command: Command = {
  options: [],
  positionals: [{ name: "EMULATOR", required: true, doc: "path of the emulator" }],
  details: [],
  examples: [{ line: "innkeeper cache show /usr/bin/qemu-system-x86_64", does: "print what is kept of it" }],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const key = context.arguments.positionals[0] ?? "";
  await using connection = await connect(context);
  const document = await connection.showCache(key);
  if (document === undefined) {
    throw new CliError(
      `Nothing is kept of "${key}" in ${connection.getCacheDirectory()}; see "innkeeper cache list"`,
      EXIT.notFound,
    );
  }
  context.terminal.out(document.endsWith("\n") ? document : `${document}\n`);
  return EXIT.ok;
}
