/**
 * Is the configuration right, and are its files only in the hands of those who may decide?
 *
 * @module
 */

import { nearest } from "../../base/nearest.ts";
import { environmentName, SETTINGS } from "../config/schema.ts";
import type { Check, DoctorFacts, Finding } from "./finding.ts";

/** Variables that this program reads besides those of the keys, and those of its tests. */
const OTHER_VARIABLES = ["INNKEEPER_CONFIG", "INNKEEPER_BIN"];

/** Looks at the configuration files, the environment and the token. */
export const checkConfiguration: Check = { name: "configuration", run };

async function run(facts: DoctorFacts): Promise<Finding[]> {
  const findings: Finding[] = facts.configurationProblems.map((problem) => ({
    severity: "error",
    subject: "configuration",
    what: problem,
    fix: 'innkeeper help config; check with "innkeeper --check-config"',
  }));
  findings.push(...unknownVariables(facts.variables));
  const { configuration, host } = facts;
  if (configuration === undefined) return findings;
  for (const path of configuration.files) {
    const stat = await host.files.stat(path);
    if (stat === undefined || (stat.mode & 0o022) === 0) continue;
    const what = `has mode ${octal(stat.mode)}: others than its owner may change what this program does`;
    findings.push({ severity: "warning", subject: path, what, fix: `chmod go-w ${path}` });
  }
  findings.push(...await checkToken(facts));
  if (findings.length === 0) {
    const files = configuration.files.length === 0 ? "the defaults" : configuration.files.join(", ");
    findings.push({ severity: "ok", subject: "configuration", what: `is right: ${files}` });
  }
  return findings;
}

async function checkToken({ configuration, host }: DoctorFacts): Promise<Finding[]> {
  const path = configuration?.get("agent.token_file") ?? "";
  const stat = path === "" ? undefined : await host.files.stat(path);
  if (stat === undefined || (stat.mode & 0o077) === 0) return [];
  const what = `holds a secret, but has mode ${octal(stat.mode)}: the agent refuses it`;
  return [{ severity: "error", subject: path, what, fix: `chmod 0600 ${path}` }];
}

function unknownVariables(variables: readonly string[]): Finding[] {
  const known = [...SETTINGS.map(({ key }) => environmentName(key)), ...OTHER_VARIABLES];
  return variables.filter((name) => !known.includes(name)).map((name) => {
    const suggestion = nearest(name, known);
    return {
      severity: "warning",
      subject: name,
      what: "is set in the environment, but nothing reads it",
      fix: suggestion === undefined ? 'see "innkeeper help config"' : `did you mean ${suggestion}?`,
    };
  });
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}
