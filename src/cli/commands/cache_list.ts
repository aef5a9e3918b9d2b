/**
 * `innkeeper cache list`: what was learnt and kept, and whether it still holds.
 *
 * @module
 */

import type { CacheEntryState } from "../../drivers/contract.ts";
import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { formatTable } from "../text_table.ts";

/** The command. */
export const command: Command = {
  options: [{ name: "json", doc: "Print JSON: the directory and its entries" }],
  positionals: [],
  details: [
    "STATE is valid, invalid (with the first reason), failed (and when it is tried again) or gone (the emulator is not " +
    "there any more). MADE FOR says why what is kept was made.",
  ],
  examples: [],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal } = context;
  await using connection = await connect(context);
  const entries = await connection.listCache();
  const directory = connection.getCacheDirectory();
  if (switches.has("json")) {
    terminal.out(`${JSON.stringify({ directory, entries }, null, 2)}\n`);
    return EXIT.ok;
  }
  const rows = entries.map((entry) => [
    entry.key,
    stateOf(entry),
    entry.madeFor ?? "-",
    entry.storedAt ?? "-",
    entry.size === undefined ? "-" : `${Math.ceil(entry.size / 1024)} KiB`,
  ]);
  if (rows.length > 0) terminal.out(formatTable(["EMULATOR", "STATE", "MADE FOR", "STORED", "SIZE"], rows));
  terminal.out(
    `${rows.length > 0 ? "\n" : ""}${rows.length} ${rows.length === 1 ? "entry" : "entries"} in ${directory}\n`,
  );
  return EXIT.ok;
}

function stateOf({ state, reason, retryAt }: CacheEntryState): string {
  if (state === "invalid") return `invalid: ${reason ?? "unknown"}`;
  return state === "failed" && retryAt !== undefined ? `failed until ${retryAt}` : state;
}
