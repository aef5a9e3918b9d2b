/**
 * `innkeeper start`: with a guest, starts it; without one, a first look at this host.
 *
 * @module
 */

import type { Command, CommandContext } from "../command.ts";
import { UsageError } from "../failure.ts";
import { startDomain } from "./domain_life.ts";

/** Only a first look takes it. */
const LISTEN = "listen";

/** The command. */
export const command: Command = {
  options: [...startDomain.options, {
    name: LISTEN,
    value: "ADDRESS:PORT",
    setting: "agent.listen",
    doc: "Without a guest: serve this loopback address; otherwise 127.0.0.1:8642, or a free port",
  }],
  positionals: startDomain.positionals.map(({ required: _, ...spec }) => spec),
  details: [
    "With a guest: starts it, from its saved state where it has one.",
    "Without one: looks for the hypervisors of this host; where there is none, one in memory stands in. Prints an " +
    "address with a token made for this run, which opens the page in a browser. Runs until Ctrl-C. For a service use " +
    "innkeeper agent.",
  ],
  examples: [
    { line: "innkeeper start", does: "a first look at this host" },
    { line: "innkeeper start web --paused", does: "start the guest web, and leave it paused" },
  ],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { values, switches } = context.arguments;
  if (values.has("domain")) {
    if (values.has(LISTEN)) throw new UsageError(`"--${LISTEN}" is for a first look, without a guest`);
    return await startDomain.run(context);
  }
  const given = startDomain.options.find(({ name }) => switches.has(name));
  if (given !== undefined) {
    throw new UsageError(`"--${given.name}" is for a guest: innkeeper start GUEST --${given.name}`);
  }
  const { firstLook } = await import("./first_look.ts");
  return await firstLook(context);
}
