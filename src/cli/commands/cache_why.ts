/**
 * `innkeeper cache why`: why an emulator was probed, and whether and why it would be probed again now.
 *
 * @module
 */

import type { CacheEntryState } from "../../drivers/contract.ts";
import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { CliError } from "../failure.ts";
import { formatTable, printable } from "../text_table.ts";

/** The command. */
export const command: Command = {
  options: [
    { name: "facts", doc: "Also print the facts that the answers depend on" },
    { name: "json", doc: "Print JSON" },
  ],
  positionals: [{ name: "EMULATOR", required: true, doc: "path of the emulator" }],
  details: [],
  examples: [],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches, positionals }, terminal } = context;
  const key = positionals[0] ?? "";
  await using connection = await connect(context);
  const entry = await connection.whyCached(key);
  if (switches.has("json")) terminal.out(`${JSON.stringify(entry, null, 2)}\n`);
  else terminal.out(describeEntry(entry, switches.has("facts")));
  if (entry.state === "absent") {
    throw new CliError(`Nothing is kept of "${key}" in ${connection.getCacheDirectory()}`, EXIT.notFound);
  }
  return EXIT.ok;
}

function describeEntry(entry: CacheEntryState, withFacts: boolean): string {
  const lines = [`${printable(entry.key)}: ${verdictOf(entry)}`];
  if (entry.madeFor !== undefined) {
    lines.push(`It was last probed at ${entry.storedAt ?? "an unknown time"}; reason: ${entry.madeFor}`);
  }
  if (entry.file !== undefined) lines.push(`What is kept of it is in ${entry.file}`);
  if (entry.error !== undefined) {
    lines.push(`The last attempt failed: ${printable(`${entry.error.step}: ${entry.error.message}`)}`);
    const printed = entry.error.stderr?.trim().split("\n") ?? [];
    lines.push(...printed.filter((line) => line !== "").map((line) => `  ${printable(line)}`));
  }
  const facts = withFacts ? Object.entries(entry.facts ?? {}) : [];
  return `${lines.join("\n")}\n${facts.length > 0 ? `\n${formatTable(["FACT", "VALUE"], facts)}` : ""}`;
}

function verdictOf(entry: CacheEntryState): string {
  switch (entry.state) {
    case "valid":
      return "the answers hold; it would not be probed now";
    case "invalid":
      return `the answers no longer hold (${entry.reason ?? "unknown"}); it is probed when it is next asked about`;
    case "failed":
      return `it could not be probed; it is tried again at ${entry.retryAt ?? "an unknown time"} or when it changes`;
    case "gone":
      return "the emulator is not there any more";
    case "absent":
      return "nothing is known; it is probed when it is first asked about";
  }
}
