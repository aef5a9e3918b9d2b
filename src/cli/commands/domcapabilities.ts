/**
 * `innkeeper domcapabilities`: what a guest can have, as libvirt's document.
 *
 * @module
 */

import { formatDomainCapabilities } from "../../conf/domain_capabilities/format_domain_capabilities.ts";
import type { DomainCapabilitiesQuery } from "../../drivers/contract.ts";
import type { Command, CommandContext } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { UsageError } from "../failure.ts";
import { optionValue } from "../parse_arguments.ts";

/** virsh's names of the options, in the order in which it takes them without their names. */
const QUERY_OPTIONS = [
  { name: "virttype", value: "TYPE", part: "virtType", doc: "virtualisation type, as kvm or qemu" },
  { name: "emulatorbin", value: "PATH", part: "emulator", doc: "path of the emulator" },
  { name: "arch", value: "ARCH", part: "arch", doc: "architecture of the guest, as x86_64" },
  { name: "machine", value: "MACHINE", part: "machine", doc: "machine type of the guest, as q35" },
] as const;

/** The command. */
export const command: Command = {
  options: [
    ...QUERY_OPTIONS.map(({ name, value, doc }) => ({ name, value, doc: `${doc[0]?.toUpperCase()}${doc.slice(1)}` })),
    { name: "json", doc: "Print JSON with the same content" },
  ],
  positionals: QUERY_OPTIONS.map(({ name, doc }) => ({ name: name.toUpperCase(), doc })),
  details: [
    "Prints the <domainCapabilities> document that virsh domcapabilities prints. What is left out is chosen as " +
    "libvirt chooses it.",
  ],
  examples: [
    { line: "innkeeper domcapabilities --arch aarch64 --machine virt", does: "ask about ARM guests" },
  ],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal, signal } = context;
  const query = readQuery(context);
  await using connection = await connect(context);
  const document = await connection.getDomainCapabilities(query, { signal });
  terminal.out(switches.has("json") ? `${JSON.stringify(document, null, 2)}\n` : formatDomainCapabilities(document));
  return EXIT.ok;
}

/** As with virsh, a word without an option's name is for the first option that was not named. */
function readQuery({ arguments: parsed }: CommandContext): DomainCapabilitiesQuery {
  const words = [...parsed.positionals];
  const query: { -readonly [part in keyof DomainCapabilitiesQuery]: string } = {};
  for (const { name, part } of QUERY_OPTIONS) {
    const value = optionValue(parsed, name) ?? words.shift();
    if (value === "") throw new UsageError(`Option "--${name}" is empty; leave it out to let it be chosen`);
    if (value !== undefined) query[part] = value;
  }
  if (words[0] !== undefined) {
    throw new UsageError(`"innkeeper domcapabilities" does not know what to do with "${words[0]}"`);
  }
  return query;
}
