import {
  connect
} from "./chunk-L7F77KUE.js";
import {
  formatTable,
  printable
} from "./chunk-ZIGGVUXN.js";
import {
  CliError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/cache_why.ts
var command = {
  options: [
    {
      name: "facts",
      doc: "Also print the facts that the answers depend on"
    },
    {
      name: "json",
      doc: "Print JSON"
    }
  ],
  positionals: [
    {
      name: "EMULATOR",
      required: true,
      doc: "path of the emulator"
    }
  ],
  details: [],
  examples: [],
  run
};
async function run(context) {
  const { arguments: { switches, positionals }, terminal } = context;
  const key = positionals[0] ?? "";
  await using connection = await connect(context);
  const entry = await connection.whyCached(key);
  if (switches.has("json")) terminal.out(`${JSON.stringify(entry, null, 2)}
`);
  else terminal.out(describeEntry(entry, switches.has("facts")));
  if (entry.state === "absent") {
    throw new CliError(`Nothing is kept of "${key}" in ${connection.getCacheDirectory()}`, EXIT.notFound);
  }
  return EXIT.ok;
}
function describeEntry(entry, withFacts) {
  const lines = [
    `${printable(entry.key)}: ${verdictOf(entry)}`
  ];
  if (entry.madeFor !== void 0) {
    lines.push(`It was last probed at ${entry.storedAt ?? "an unknown time"}; reason: ${entry.madeFor}`);
  }
  if (entry.file !== void 0) lines.push(`What is kept of it is in ${entry.file}`);
  if (entry.error !== void 0) {
    lines.push(`The last attempt failed: ${printable(`${entry.error.step}: ${entry.error.message}`)}`);
    const printed = entry.error.stderr?.trim().split("\n") ?? [];
    lines.push(...printed.filter((line) => line !== "").map((line) => `  ${printable(line)}`));
  }
  const facts = withFacts ? Object.entries(entry.facts ?? {}) : [];
  return `${lines.join("\n")}
${facts.length > 0 ? `
${formatTable([
    "FACT",
    "VALUE"
  ], facts)}` : ""}`;
}
function verdictOf(entry) {
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
export {
  command
};
