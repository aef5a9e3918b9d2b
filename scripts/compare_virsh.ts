/**
 * Types the same commands into virsh for two servers of `test:///default`, and compares exit codes, output and errors.
 *
 *     deno run -A scripts/compare_virsh.ts OUR-SOCKET REFERENCE-SOCKET [--verbose] [--only TEXT]
 *
 * Every difference is listed with its reason (`scripts/virsh/known_differences.ts`); exit code 1 where one has none.
 *
 * @module
 */

import { DOCUMENTS } from "./virsh/documents.ts";
import { KNOWN_DIFFERENCES } from "./virsh/known_differences.ts";
import { type CommandAnswer, runScenario } from "./virsh/run_scenario.ts";
import type { Scenario } from "./virsh/scenario.ts";
import { SCENARIOS } from "./virsh/scenarios.ts";

/** One command that two servers answered in two ways. */
export interface Difference {
  readonly scenario: string;
  readonly command: string;
  readonly ours: CommandAnswer;
  readonly reference: CommandAnswer;
  /** Why that is meant; absent where nobody said so. */
  readonly reason?: string;
}

/** What a comparison found. */
export interface Comparison {
  /** How many commands were typed. */
  readonly commands: number;
  readonly differences: readonly Difference[];
}

/** Compares two servers by the paths of their sockets. */
export async function compareVirsh(
  sockets: { readonly ours: string; readonly reference: string },
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<Comparison> {
  const differences: Difference[] = [];
  let commands = 0;
  for (const scenario of scenarios) {
    const [ours, reference] = [await answer(scenario, sockets.ours), await answer(scenario, sockets.reference)];
    commands += scenario.commands.length;
    for (const [index, mine] of ours.commands.entries()) {
      const theirs = reference.commands[index];
      if (theirs === undefined || (mine.out === theirs.out && mine.err === theirs.err)) continue;
      differences.push(explain({ scenario: scenario.name, command: mine.command, ours: mine, reference: theirs }));
    }
    const last = scenario.commands.at(-1) ?? "";
    if (ours.code !== reference.code && !differences.some((each) => each.command === last)) {
      const [mine, theirs] = [ours, reference].map(({ code }) => ({ command: last, out: `exit ${code}`, err: "" }));
      if (mine && theirs) {
        differences.push(explain({ scenario: scenario.name, command: last, ours: mine, reference: theirs }));
      }
    }
  }
  return { commands, differences };
}

async function answer(scenario: Scenario, socket: string): ReturnType<typeof runScenario> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-virsh-" });
  try {
    for (const [name, text] of Object.entries(DOCUMENTS)) await Deno.writeTextFile(`${folder}/${name}`, text);
    return await runScenario(scenario, { socket, folder });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function explain(difference: Omit<Difference, "reason">): Difference {
  const { command, reference: { out, err } } = difference;
  const reason = KNOWN_DIFFERENCES.find((known) =>
    (known.command?.test(command) ?? true) && known.reference.test(`${out}\n${err}`)
  )?.reason;
  return reason === undefined ? difference : { ...difference, reason };
}

function print({ scenario, command, ours, reference, reason }: Difference, verbose: boolean): void {
  console.log(`${reason === undefined ? "UNEXPLAINED" : "explained"}  ${command}   (${scenario})`);
  if (reason !== undefined) console.log(`    ${reason}`);
  if (reason !== undefined && !verbose) return;
  for (const [who, said] of [["ours", ours], ["reference", reference]] as const) {
    for (const line of [...said.out.split("\n"), ...said.err.split("\n")]) {
      if (line !== "") console.log(`    ${who.padEnd(9)} | ${line}`);
    }
  }
}

if (import.meta.main) {
  const only = Deno.args.includes("--only") ? Deno.args[Deno.args.indexOf("--only") + 1] : undefined;
  const [ours, reference] = Deno.args;
  if (ours === undefined || reference === undefined || ours.startsWith("-")) {
    console.error("Name two sockets: deno run -A scripts/compare_virsh.ts OUR-SOCKET REFERENCE-SOCKET");
    Deno.exit(2);
  }
  const chosen = SCENARIOS.filter(({ name }) => only === undefined || name.includes(only));
  const { commands, differences } = await compareVirsh({ ours, reference }, chosen);
  for (const difference of differences) print(difference, Deno.args.includes("--verbose"));
  const unexplained = differences.filter(({ reason }) => reason === undefined).length;
  console.log(
    `${commands} commands: ${commands - differences.length} the same, ${differences.length - unexplained}` +
      ` explained, ${unexplained} unexplained differences`,
  );
  if (unexplained > 0) Deno.exit(1);
}
