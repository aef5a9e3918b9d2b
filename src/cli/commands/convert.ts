/**
 * `innkeeper convert`: a configuration document from XML to JSON, or from JSON to XML.
 *
 * @module
 */

import { parseExact, stringifyExact } from "../../base/exact_json.ts";
import { documentFromXml, documentToXml } from "../../conf/kinds.ts";
import type { Command, CommandContext } from "../command.ts";
import { checkKind } from "../document_kind.ts";
import { EXIT } from "../exit_codes.ts";
import { CliError } from "../failure.ts";

/** The command. */
export const command: Command = {
  options: [{ name: "lenient", doc: "Overlook elements and attributes that nobody knows, as libvirt does" }],
  positionals: [
    { name: "DOCUMENT", required: true, doc: 'what it is; "innkeeper schema" lists the names' },
    { name: "FILE", required: true, doc: "the file; XML becomes JSON, and JSON becomes XML" },
  ],
  details: ["Nothing is lost on the way, and what is no such document is refused with the place of the mistake."],
  examples: [
    { line: "innkeeper convert domain guest.xml", does: "print a guest's document as JSON" },
    { line: "innkeeper convert network net.json", does: "print a network's JSON as XML" },
  ],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { positionals: [name = "", file = ""], switches }, terminal } = context;
  const kind = checkKind(name);
  const host = await context.host();
  const text = await host.files.readText(file);
  if (text === undefined) throw new CliError(`There is no file "${file}"`, EXIT.notFound);
  if (/^\s*</.test(text)) {
    const unknown = switches.has("lenient") ? "ignore" : "error";
    terminal.out(`${stringifyExact(await documentFromXml(kind, text, { unknown }), 2)}\n`);
  } else terminal.out(await documentToXml(kind, parseJson(text, file)));
  return EXIT.ok;
}

function parseJson(text: string, file: string): unknown {
  try {
    return parseExact(text);
  } catch (cause) {
    throw new CliError(`"${file}" is neither XML nor JSON`, EXIT.failure, { cause });
  }
}
