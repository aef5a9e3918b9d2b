/**
 * What the doctor finds, and what a check is handed to find it with.
 *
 * @module
 */

import type { DetectedDriver } from "../../api/detect_drivers.ts";
import type { EmulatorState } from "../../drivers/contract.ts";
import type { Host } from "../../host/host.ts";
import type { Configuration } from "../config/configuration.ts";

/** How much a finding matters: `note` costs a feature that not everyone wants, `error` keeps guests from running. */
export type Severity = "ok" | "note" | "warning" | "error";

/** From the best to the worst. */
export const SEVERITIES: readonly Severity[] = ["ok", "note", "warning", "error"];

/** One thing that was looked at. */
export interface Finding {
  readonly severity: Severity;
  /** What was looked at: `/dev/kvm`. */
  readonly subject: string;
  /** What was found, in a sentence. */
  readonly what: string;
  /** What to do: a command where one does it. */
  readonly fix?: string;
}

/** Whether somebody serves a unix socket. */
export type SocketState = "serving" | "refused" | "denied" | "absent";

/** What the checks look at. */
export interface DoctorFacts {
  readonly host: Host;
  /** Absent where the configuration is wrong; `configurationProblems` says how. */
  readonly configuration?: Configuration;
  readonly configurationProblems: readonly string[];
  /** Names of the environment variables that begin with `INNKEEPER_`. */
  readonly variables: readonly string[];
  readonly drivers: readonly DetectedDriver[];
  /** Absent where no hypervisor could be opened. */
  readonly emulators?: readonly EmulatorState[];
  /** Why no hypervisor could be opened. */
  readonly connectionProblem?: string;
  socketState(path: string): Promise<SocketState>;
}

/** One check. */
export interface Check {
  readonly name: string;
  run(facts: DoctorFacts): Promise<readonly Finding[]>;
}

/** Gives the worst severity among findings. */
export function worstOf(findings: readonly Finding[]): Severity {
  const worst = Math.max(0, ...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return SEVERITIES[worst] ?? "error";
}

/** Runs the checks in order; one that breaks is a finding itself, and the others are untouched. */
export async function runChecks(checks: readonly Check[], facts: DoctorFacts): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...await check.run(facts));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      findings.push({ severity: "warning", subject: check.name, what: `could not be looked at: ${reason}` });
    }
  }
  return findings;
}
