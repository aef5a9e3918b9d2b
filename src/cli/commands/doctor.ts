/**
 * `innkeeper doctor`: what is missing or wrong on this host, and how to mend it.
 *
 * @module
 */

import { detectDrivers } from "../../api/detect_drivers.ts";
import { drivers } from "../../drivers/registry.ts";
import type { Command, CommandContext } from "../command.ts";
import { connect, isStandIn } from "../compose.ts";
import { ConfigProblems, type Configuration } from "../config/configuration.ts";
import { checkConfiguration } from "../doctor/check_configuration.ts";
import { checkEmulators } from "../doctor/check_emulators.ts";
import { checkFirmware, checkTpm } from "../doctor/check_helpers.ts";
import { checkKvm } from "../doctor/check_kvm.ts";
import { checkCacheDirectory, checkSocket } from "../doctor/check_places.ts";
import { type Check, type DoctorFacts, type Finding, runChecks, type Severity, worstOf } from "../doctor/finding.ts";
import { EXIT } from "../exit_codes.ts";
import { describeError } from "../failure.ts";
import { unixSocketState } from "../socket_state.ts";
import type { Terminal, TextStyle } from "../terminal.ts";
import { printable } from "../text_table.ts";

/** The checks in the order of the report. */
const CHECKS: readonly Check[] = [
  checkConfiguration,
  checkEmulators,
  checkKvm,
  checkFirmware,
  checkTpm,
  checkCacheDirectory,
  checkSocket,
];

const STYLES: Readonly<Record<Severity, TextStyle>> = { ok: "green", note: "cyan", warning: "yellow", error: "red" };

/** The command. */
export const command: Command = {
  options: [{ name: "json", doc: "Print JSON: the worst severity and the findings" }],
  positionals: [],
  details: [
    "Looks at the configuration, the emulators, /dev/kvm, firmware, the TPM emulator, the cache directory and the " +
    "agent's socket. Changes nothing and starts no emulator. The exit code is 1 when there is an error, 6 when the " +
    "worst is a warning, and 0 otherwise.",
  ],
  examples: [],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { arguments: { switches }, terminal } = context;
  const findings = await runChecks(CHECKS, await gatherFacts(context));
  const worst = worstOf(findings);
  if (switches.has("json")) terminal.out(`${JSON.stringify({ worst, findings }, null, 2)}\n`);
  else terminal.out(formatFindings(findings, terminal));
  return worst === "error" ? EXIT.failure : worst === "warning" ? EXIT.attention : EXIT.ok;
}

async function gatherFacts(context: CommandContext): Promise<DoctorFacts> {
  const host = await context.host();
  const configuration = await readConfiguration(context);
  return {
    host,
    ...configuration,
    variables: Object.keys(Deno.env.toObject()).filter((name) => name.startsWith("INNKEEPER_")),
    drivers: await detectDrivers(drivers.filter(({ standIn }) => !standIn), host, { signal: context.signal }),
    ...(configuration.configuration === undefined ? {} : await readEmulators(context)),
    socketState: unixSocketState,
  };
}

async function readConfiguration(
  context: CommandContext,
): Promise<{ configuration?: Configuration; configurationProblems: readonly string[] }> {
  try {
    return { configuration: await context.configuration(), configurationProblems: [] };
  } catch (error) {
    if (error instanceof ConfigProblems) return { configurationProblems: error.problems };
    throw error;
  }
}

async function readEmulators(context: CommandContext): Promise<Pick<DoctorFacts, "emulators" | "connectionProblem">> {
  try {
    await using connection = await connect(context, { silent: true });
    // The hypervisor in memory is no part of this host.
    if (isStandIn(connection, drivers)) return {};
    return connection.supports("emulators") ? { emulators: await connection.listEmulators() } : {};
  } catch (error) {
    context.signal.throwIfAborted();
    return { connectionProblem: describeError(error) };
  }
}

function formatFindings(findings: readonly Finding[], terminal: Pick<Terminal, "paint">): string {
  const lines = findings.flatMap(({ severity, subject, what, fix }) => {
    const label = terminal.paint(STYLES[severity], severity.padEnd(7));
    const found = `${label}  ${printable(`${subject}: ${what}`)}`;
    return fix === undefined || severity === "ok" ? [found] : [found, `         fix: ${printable(fix)}`];
  });
  const counts = (["error", "warning", "note"] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return `${lines.join("\n")}\n\n${counts.join(", ")}\n`;
}
