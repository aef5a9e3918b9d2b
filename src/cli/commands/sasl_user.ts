/**
 * `innkeeper sasl-user`: the line of a user of libvirt's door, from a password on standard input.
 *
 * @module
 */

import { formatSaslUser } from "../../rpc/auth/sasl_users.ts";
import type { Command, CommandContext } from "../command.ts";
import { EXIT } from "../exit_codes.ts";
import { UsageError } from "../failure.ts";

/** Bytes of a password, at most. */
const LIMIT = 1024;

/** The command. */
export const command: Command = {
  options: [],
  positionals: [{ name: "NAME", required: true, doc: "The name that the client gives" }],
  details: [
    "Reads the password from standard input, up to the end of the first line, and prints a line for the file that " +
    "libvirt.sasl_users names. The line holds what is needed to check the password (SCRAM-SHA-256), not the password.",
  ],
  examples: [{
    line: "innkeeper sasl-user alice < password >> /etc/innkeeper/sasl_users",
    does: "let alice in",
  }],
  run,
};

async function run({ arguments: { positionals }, terminal }: CommandContext): Promise<number> {
  const [name = ""] = positionals;
  if (name === "" || /[:\n]/.test(name)) throw new UsageError(`"${name}" cannot be the name of a user: it has a colon`);
  const password = await readLine();
  if (password === "") throw new UsageError("There is no password on standard input");
  terminal.out(`${await formatSaslUser(name, password)}\n`);
  return EXIT.ok;
}

async function readLine(): Promise<string> {
  let text = "";
  for await (const piece of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes("\n")) break;
    if (text.length > LIMIT) throw new UsageError(`The password is longer than ${LIMIT} characters`);
  }
  return text.split("\n", 1)[0]?.replace(/\r$/, "") ?? "";
}
