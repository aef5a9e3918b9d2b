/**
 * `innkeeper cache purge`: forgets what was learnt, so that it is learnt again.
 *
 * @module
 */

import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { CliError, UsageError } from "../failure.ts";

/** The command. */
export const command: Command = {
  options: [{ name: "all", doc: "Forget every emulator" }],
  positionals: [{ name: "EMULATOR", repeat: true, doc: "paths of the emulators to forget" }],
  details: [],
  examples: [{ line: "innkeeper cache purge --all", does: "forget everything" }],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches, positionals }, terminal } = context;
  if (switches.has("all") === positionals.length > 0) {
    throw new UsageError('"innkeeper cache purge" needs either --all or the paths of the emulators to forget');
  }
  await using connection = await connect(context);
  const forgotten = await connection.purgeCache(switches.has("all") ? undefined : positionals);
  for (const key of forgotten) terminal.out(`Forgot ${key}\n`);
  const missing = positionals.filter((key) => !forgotten.includes(key));
  if (missing.length > 0) {
    throw new CliError(`Nothing was kept of "${missing[0]}"; see "innkeeper cache list"`, EXIT.notFound);
  }
  return EXIT.ok;
}
