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
  options: [
    { name: "json", doc: "Print JSON" },
    { name: "hypervisor", doc: "Print the version of the hypervisor, not of this program" },
  ],
  positionals: [],
  details: [],
  examples: [],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal, build } = context;
  if (switches.has("hypervisor")) {
    const { hypervisorVersion } = await import("./hypervisor_version.ts");
    return await hypervisorVersion(context);
  }
  const facts = {
    innkeeper: project.version,
    build: build === undefined ? "from source" : `${build.commit} of ${build.date}`,
    target: build?.target ?? Deno.build.target,
    deno: Deno.version.deno,
    v8: Deno.version.v8,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(9)}  ${value}\n`);
  terminal.out(switches.has("json") ? `${JSON.stringify(facts, null, 2)}\n` : lines.join(""));
  return EXIT.ok;
}
