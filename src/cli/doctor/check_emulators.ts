/**
 * Is there something to run guests with, and does it answer?
 *
 * @module
 */

import type { EmulatorState } from "../../drivers/contract.ts";
import type { Check, DoctorFacts, Finding } from "./finding.ts";
import { installHint } from "./install_hint.ts";

/** Looks at what the drivers found and at what is known of each emulator. */
export const checkEmulators: Check = { name: "hypervisors", run };

async function run(facts: DoctorFacts): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { driver, detection } of facts.drivers) {
    if (detection.state === "absent") continue;
    const version = detection.version === undefined ? "" : ` ${detection.version}`;
    if (detection.state === "healthy") {
      const detail = detection.detail === undefined ? "" : `: ${detection.detail}`;
      findings.push({ severity: "ok", subject: driver.title, what: `is here${version}${detail}` });
    } else {
      findings.push({ severity: "error", subject: driver.title, what: detection.reason, fix: detection.hint });
    }
  }
  if (facts.connectionProblem !== undefined) {
    const what = `could not be opened: ${facts.connectionProblem}`;
    findings.push({ severity: "error", subject: "the connection", what, fix: "see the other findings, or use -c" });
  }
  if (findings.length === 0) {
    findings.push({
      severity: "error",
      subject: "emulators",
      what: "none was found in PATH: no guest can run on this host",
      fix: await installHint(facts.host, "emulator"),
    });
  }
  return [...findings, ...describeEmulators(facts.emulators ?? [])];
}

function describeEmulators(emulators: readonly EmulatorState[]): Finding[] {
  const findings: Finding[] = [];
  for (const emulator of emulators) {
    if (emulator.state === "failed") findings.push(describeFailure(emulator));
    else if (emulator.partial) {
      const steps = (emulator.problems ?? []).map(({ step }) => step).join(", ");
      const what = `answered all but a part of the questions (${steps})`;
      findings.push({ severity: "note", subject: emulator.path, what, fix: `innkeeper cache show ${emulator.path}` });
    }
  }
  const unprobed = emulators.filter(({ state }) => state === "unprobed" || state === "probing").length;
  if (unprobed > 0) {
    const what = `${unprobed} of ${emulators.length} were not asked yet what they can do`;
    findings.push({ severity: "note", subject: "emulators", what, fix: "innkeeper probe" });
  }
  return findings;
}

function describeFailure({ path, error, retryAt }: EmulatorState): Finding {
  const printed = error?.stderr?.trim().split("\n").at(-1);
  const said = printed && !error?.message.includes(printed) ? `; it printed: ${printed}` : "";
  const again = retryAt === undefined ? "" : `; it is tried again at ${retryAt}`;
  return {
    severity: "warning",
    subject: path,
    what: `could not be probed: ${error?.step ?? "unknown step"}: ${
      error?.message ?? "no reason given"
    }${said}${again}`,
    fix: `reinstall or remove the emulator, then: innkeeper probe --refresh ${path}`,
  };
}
