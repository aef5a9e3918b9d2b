/**
 * The help, made from the command table.
 *
 * @module
 */

import type { Command, CommandEntry, OptionSpec, PositionalSpec } from "./command.ts";
import { COMMAND_GROUPS, type CommandGroup } from "./command_groups.ts";
import { GLOBAL_OPTIONS, OWN_COMMANDS } from "./command_table.ts";
import { EXIT_CODES } from "./exit_codes.ts";

/** Columns of a line. */
const LINE = 120;

/** Gives the help of the whole program. */
export function programHelp(): string {
  return `innkeeper finds the hypervisors of this host, learns what they can do, and answers at once from then on.

Usage: innkeeper [OPTION]... COMMAND [ARGUMENT]...

Commands:
${twoColumns(OWN_COMMANDS.map((entry) => [entry.name, entry.summary]))}
Commands on guests and what they use, with virsh's names ("innkeeper help guests" explains the first line):
${COMMAND_GROUPS.map(groupLines).join("")}
Options of every command:
${twoColumns(GLOBAL_OPTIONS.map(optionRow))}
"innkeeper help COMMAND" explains a command, "innkeeper help config" the configuration, "innkeeper help exit-codes"
what the exit code says.
`;
}

/** Gives the help of one command. */
export function commandHelp(entry: CommandEntry, command: Command): string {
  const positionals = command.positionals.map(positionalWord);
  const usage = ["innkeeper", entry.name, ...(command.options.length > 0 ? ["[OPTION]..."] : []), ...positionals];
  const [first = "", ...more] = wrap(usage.join(" "), LINE - 16);
  const parts = [`${entry.summary}.\n\nUsage: ${[first, ...more.map((line) => `         ${line}`)].join("\n")}\n`];
  for (const paragraph of command.details) parts.push(`${wrap(paragraph, 100).join("\n")}\n`);
  if (command.positionals.length > 0) {
    parts.push(`Arguments:\n${twoColumns(command.positionals.map((spec) => [spec.name, spec.doc]))}`);
  }
  if (command.options.length > 0) parts.push(`Options:\n${twoColumns(command.options.map(optionRow))}`);
  const own = new Set(command.options.map(({ name }) => name));
  const general = GLOBAL_OPTIONS.map((option) =>
    own.has(option.name) ? { ...option, doc: `${option.doc} (before the command's name)` } : option
  );
  parts.push(`Options of every command:\n${twoColumns(general.map(optionRow))}`);
  if (command.examples.length > 0) {
    parts.push(`Examples:\n${twoColumns(command.examples.map(({ line, does }) => [line, does]))}`);
  }
  return parts.join("\n");
}

/** Gives the commands of a group. */
export function groupHelp({ title, entries }: CommandGroup): string {
  return `${title}:\n\n${twoColumns(entries.map((entry) => [entry.name, entry.summary]))}`;
}

/** Gives the list of exit codes. */
export function exitCodeHelp(): string {
  return `What the exit code says:\n\n${twoColumns(EXIT_CODES.map(({ code, meaning }) => [`${code}`, meaning]))}`;
}

/** Breaks a paragraph into lines. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function groupLines({ name, entries }: CommandGroup): string {
  const width = Math.max(...COMMAND_GROUPS.map((group) => group.name.length));
  const [first = "", ...rest] = wrap(entries.map((entry) => entry.name).join(", "), 112 - width);
  return [`  ${name.padEnd(width)}  ${first}\n`, ...rest.map((line) => `  ${" ".repeat(width)}  ${line}\n`)].join("");
}

function optionRow(option: OptionSpec): readonly [string, string] {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  const value = option.value === undefined ? "" : ` ${option.value}`;
  const choices = option.choices === undefined ? "" : ` (${option.choices.join(", ")})`;
  return [`${short}--${option.name}${value}`, option.doc + choices];
}

function positionalWord(spec: PositionalSpec): string {
  const word = spec.repeat ? `${spec.name}...` : spec.name;
  return spec.required ? word : `[${word}]`;
}

/** Long texts on the right go on below themselves. */
function twoColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => {
    const [first = "", ...rest] = wrap(right, LINE - 4 - width);
    return `  ${left.padEnd(width)}  ${first}\n${rest.map((line) => `${" ".repeat(width + 4)}${line}\n`).join("")}`;
  }).join("");
}
