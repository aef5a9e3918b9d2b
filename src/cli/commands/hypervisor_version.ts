/**
 * `innkeeper version --hypervisor`: which hypervisor it is.
 *
 * @module
 */

import type { CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";

/** Prints the hypervisor's version, in virsh's words. */
export async function hypervisorVersion(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal } = context;
  await using opened = context.connection === undefined ? await connect(context) : undefined;
  const connection = context.connection ?? opened;
  if (connection === undefined) return EXIT.failure;
  const [type, number] = [connection.getType(), Number(await connection.getVersion())];
  const version = [Math.trunc(number / 1_000_000), Math.trunc(number / 1000) % 1000, number % 1000].join(".");
  const facts = { type, version, uri: connection.getUri() };
  terminal.out(
    switches.has("json") ? `${JSON.stringify(facts, null, 2)}\n` : `Running hypervisor: ${type} ${version}\n`,
  );
  return EXIT.ok;
}
