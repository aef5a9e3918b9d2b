import {
  COMMANDS,
  GLOBAL_OPTIONS
} from "./chunk-C6WYMJRP.js";
import {
  EXIT_CODES
} from "./chunk-FOT5CZLM.js";

// src/cli/help.ts
function programHelp() {
  return `innkeeper finds the hypervisors of this host, learns what they can do, and answers at once from then on.

Usage: innkeeper [OPTION]... COMMAND [ARGUMENT]...

Commands:
${twoColumns(COMMANDS.map((entry) => [
    entry.name,
    entry.summary
  ]))}
Options of every command:
${twoColumns(GLOBAL_OPTIONS.map(optionRow))}
"innkeeper help COMMAND" explains a command, "innkeeper help config" the configuration, "innkeeper help exit-codes"
what the exit code says.
`;
}
function commandHelp(entry, command) {
  const positionals = command.positionals.map(positionalWord);
  const usage = [
    "innkeeper",
    entry.name,
    ...command.options.length > 0 ? [
      "[OPTION]..."
    ] : [],
    ...positionals
  ];
  const parts = [
    `${entry.summary}.

Usage: ${usage.join(" ")}
`
  ];
  for (const paragraph of command.details) parts.push(`${wrap(paragraph, 100).join("\n")}
`);
  if (command.positionals.length > 0) {
    parts.push(`Arguments:
${twoColumns(command.positionals.map((spec) => [
      spec.name,
      spec.doc
    ]))}`);
  }
  if (command.options.length > 0) parts.push(`Options:
${twoColumns(command.options.map(optionRow))}`);
  parts.push(`Options of every command:
${twoColumns(GLOBAL_OPTIONS.map(optionRow))}`);
  if (command.examples.length > 0) {
    parts.push(`Examples:
${twoColumns(command.examples.map(({ line, does }) => [
      line,
      does
    ]))}`);
  }
  return parts.join("\n");
}
function exitCodeHelp() {
  return `What the exit code says:

${twoColumns(EXIT_CODES.map(({ code, meaning }) => [
    `${code}`,
    meaning
  ]))}`;
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [
    ...lines,
    line
  ];
}
function optionRow(option) {
  const short = option.short === void 0 ? "    " : `-${option.short}, `;
  const value = option.value === void 0 ? "" : ` ${option.value}`;
  const choices = option.choices === void 0 ? "" : ` (${option.choices.join(", ")})`;
  return [
    `${short}--${option.name}${value}`,
    option.doc + choices
  ];
}
function positionalWord(spec) {
  const word = spec.repeat ? `${spec.name}...` : spec.name;
  return spec.required ? word : `[${word}]`;
}
function twoColumns(rows) {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}
`).join("");
}

export {
  programHelp,
  commandHelp,
  exitCodeHelp,
  wrap
};
