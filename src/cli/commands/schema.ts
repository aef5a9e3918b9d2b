/**
 * `innkeeper schema`: the JSON form of a configuration document, as JSON Schema.
 *
 * @module
 */

import { DOCUMENT_KINDS, documentSchema } from "../../conf/kinds.ts";
import type { Command, CommandContext } from "../command.ts";
import { EXIT } from "../exit_codes.ts";
import { checkKind } from "../document_kind.ts";

/** The command. */
export const command: Command = {
  options: [],
  positionals: [{ name: "DOCUMENT", doc: "its name; left out, the names are listed" }],
  details: [
    "The JSON form of a document is what --json prints of it, and what innkeeper convert turns into XML. Integers are " +
    "written with all their digits, beyond 2^53, too.",
  ],
  examples: [{ line: "innkeeper schema domain", does: "print the schema of a guest's document" }],
  run,
};

async function run({ arguments: { positionals }, terminal }: CommandContext): Promise<number> {
  const [name] = positionals;
  if (name === undefined) terminal.out(`${DOCUMENT_KINDS.join("\n")}\n`);
  else terminal.out(`${JSON.stringify(await documentSchema(checkKind(name)), null, 2)}\n`);
  return EXIT.ok;
}
