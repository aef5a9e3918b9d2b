/**
 * `innkeeper capabilities`: what this host and its hypervisor offer, as libvirt's document.
 *
 * @module
 */

import { formatCapabilities } from "../../conf/capabilities/format_capabilities.ts";
import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";

/** The command. */
export const command: Command = {
  options: [{ name: "json", doc: "Print JSON with the same content" }],
  positionals: [],
  details: [
    "Prints the <capabilities> document that virsh capabilities prints. Emulators that are not known yet, or whose " +
    "answers no longer hold, are probed first.",
  ],
  examples: [],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal, signal } = context;
  await using connection = await connect(context);
  const document = await connection.getCapabilities({ signal });
  terminal.out(switches.has("json") ? `${JSON.stringify(document, null, 2)}\n` : formatCapabilities(document));
  return EXIT.ok;
}
