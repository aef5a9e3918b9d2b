/**
 * `--check-config`: every problem of the configuration, or every value and where it comes from.
 *
 * @module
 */

import type { CommandContext } from "../command.ts";
import { EXIT } from "../exit_codes.ts";
import { formatTable } from "../text_table.ts";
import { ConfigProblems } from "./configuration.ts";
import { describeSettings } from "./describe.ts";

/** Checks the configuration and prints it; gives the exit code. */
export async function checkConfiguration(context: CommandContext): Promise<number> {
  const { terminal } = context;
  try {
    const configuration = await context.configuration();
    const rows = describeSettings(configuration).map(({ key, value, source }) => [key, value, source]);
    terminal.out(formatTable(["KEY", "VALUE", "FROM"], rows));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    for (const problem of error.problems) terminal.err(`innkeeper: ${problem}`);
    return EXIT.configuration;
  }
}
