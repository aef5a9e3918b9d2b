/**
 * `innkeeper version`: which program this is and what it runs on.
 *
 * @module
 */

import project from "../../../deno.json" with { type: "json" };
import type { Command, CommandContext } from "../command.ts";
import { EXIT } from "../exit_codes.ts";

/** The command. */
export const command: Command = {
  options: [{ name: "json", doc: "Print JSON" }],
  positionals: [],
  details: [],
  examples: [],
  run,
};

function run({ arguments: { switches }, terminal, build }: CommandContext): Promise<number> {
  const facts = {
    innkeeper: project.version,
    build: build === undefined ? "from source" : `${build.commit} of ${build.date}`,
    target: build?.target ?? Deno.build.target,
    deno: Deno.version.deno,
    v8: Deno.version.v8,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(9)}  ${value}\n`);
  terminal.out(switches.has("json") ? `${JSON.stringify(facts, null, 2)}\n` : lines.join(""));
  return Promise.resolve(EXIT.ok);
}
