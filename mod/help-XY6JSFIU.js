import {
  documentSettings
} from "./chunk-WS4ETN24.js";
import "./chunk-7JEUEDHI.js";
import {
  commandHelp,
  exitCodeHelp,
  programHelp
} from "./chunk-G37LIIUM.js";
import {
  COMMANDS
} from "./chunk-C6WYMJRP.js";
import {
  nearest
} from "./chunk-3H6TZ6VI.js";
import {
  UsageError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/help.ts
var command = {
  options: [],
  positionals: [
    {
      name: "TOPIC",
      repeat: true,
      doc: "a command, config, or exit-codes"
    }
  ],
  details: [],
  examples: [
    {
      line: "innkeeper help probe",
      does: "explain the command probe"
    },
    {
      line: "innkeeper help config",
      does: "explain every key of the configuration"
    }
  ],
  run
};
async function run({ arguments: { positionals }, terminal }) {
  terminal.out(await helpOf(positionals.join(" ")));
  return EXIT.ok;
}
async function helpOf(topic) {
  if (topic === "") return programHelp();
  if (topic === "config") return documentSettings();
  if (topic === "exit-codes") return exitCodeHelp();
  const entry = COMMANDS.find(({ name }) => name === topic);
  if (entry !== void 0) return commandHelp(entry, await entry.load());
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${topic} `));
  if (group.length > 0) {
    const parts = await Promise.all(group.map(async (member) => commandHelp(member, await member.load())));
    return parts.join("\n\n");
  }
  const suggestion = nearest(topic, [
    ...COMMANDS.map(({ name }) => name),
    "config",
    "exit-codes"
  ]);
  throw new UsageError(`There is no help on "${topic}"${suggestion === void 0 ? '; see "innkeeper help"' : `: did you mean "${suggestion}"?`}`);
}
export {
  command
};
