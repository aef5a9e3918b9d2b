/**
 * Running one scenario against one server, and taking apart what virsh printed.
 *
 * @module
 */

import { normalise } from "./normalise.ts";
import type { Scenario } from "./scenario.ts";

/** What one command printed. */
export interface CommandAnswer {
  readonly command: string;
  readonly out: string;
  readonly err: string;
}

/** What a scenario gave. */
export interface ScenarioAnswer {
  /** Exit code of virsh, which is that of the last command. */
  readonly code: number;
  readonly commands: readonly CommandAnswer[];
}

/** Where to send the commands, and where their documents are. */
export interface Server {
  /** Path of the server's socket. */
  readonly socket: string;
  /** The folder with the documents. */
  readonly folder: string;
}

const DEADLINE_MS = 60_000;
/** Stands on both outputs between two commands. */
const MARK = "@@@@";
/** The mark as it is printed: as an error, and with `-q` without an end of line. */
const PRINTED_MARK = new RegExp(`(?:error: )?${MARK}\\n?`);

/** Runs the scenario in one virsh. */
export async function runScenario({ commands, readOnly = false }: Scenario, server: Server): Promise<ScenarioAnswer> {
  const typed = commands.map((command) => command.replaceAll("$D", server.folder));
  const line = typed.map((command) => `echo ${MARK}; echo --err ${MARK}; ${command}`).join("; ");
  const { code, stdout, stderr } = await new Deno.Command("virsh", {
    args: ["-q", "-k0", ...(readOnly ? ["-r"] : []), "-c", `test+unix:///default?socket=${server.socket}`, line],
    env: { LC_ALL: "C", TZ: "UTC", EDITOR: "true" },
    stdin: "null",
    signal: AbortSignal.timeout(DEADLINE_MS),
  }).output();
  const outs = split(stdout, server);
  const errs = split(stderr, server);
  return {
    code,
    commands: commands.map((command, index) => ({ command, out: outs[index] ?? "", err: errs[index] ?? "" })),
  };
}

function split(bytes: Uint8Array, server: Server): string[] {
  const parts = new TextDecoder().decode(bytes).split(PRINTED_MARK);
  return parts.slice(1).map((part) => normalise(part, server));
}
