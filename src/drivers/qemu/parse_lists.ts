/**
 * The answers that are plain lists of names: QOM types, command-line options, migration capabilities, TPM models and
 * back-ends, and the state of KVM, which is no list but as small.
 *
 * @module
 */

import { fieldFlag, fieldText, readRecord, readRecords, readTexts } from "./schema.ts";

/** The answer to `qom-list-types`: every type that can be made. */
export function parseObjectTypes(reply: unknown): Set<string> {
  return new Set(namesIn("qom-list-types", reply, "name"));
}

/** The answer to `query-commands`. */
export function parseCommands(reply: unknown): Set<string> {
  return new Set(namesIn("query-commands", reply, "name"));
}

/** The answer to `query-command-line-options`: options with their parameters. */
export function parseCommandLineOptions(reply: unknown): Map<string, ReadonlySet<string>> {
  const command = "query-command-line-options";
  const options = new Map<string, ReadonlySet<string>>();
  for (const record of readRecords(command, reply)) {
    const option = fieldText(record, "option");
    if (option === undefined) continue;
    options.set(option, new Set(namesIn(command, record["parameters"] ?? [], "name")));
  }
  return options;
}

/** The answer to `query-migrate-capabilities`, switched on or not. */
export function parseMigrationCapabilities(reply: unknown): Set<string> {
  return new Set(namesIn("query-migrate-capabilities", reply, "capability"));
}

/** The answer to `query-tpm-models` or `query-tpm-types`. */
export function parseTpmNames(reply: unknown): Set<string> {
  return new Set(readTexts("query-tpm-models", reply));
}

/** Whether KVM is built in and this run of the emulator uses it: the answer to `query-kvm`. */
export function parseKvmState(reply: unknown): boolean {
  const record = readRecord("query-kvm", reply);
  return fieldFlag(record, "present") === true && fieldFlag(record, "enabled") === true;
}

function namesIn(command: string, reply: unknown, key: string): string[] {
  const names: string[] = [];
  for (const record of readRecords(command, reply)) {
    const name = fieldText(record, key);
    if (name !== undefined) names.push(name);
  }
  return names;
}
