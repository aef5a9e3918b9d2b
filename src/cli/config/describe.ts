/**
 * The configuration for people: every key documented, and the effective values with where they came from.
 *
 * @module
 */

import type { Configuration } from "./configuration.ts";
import { wrap } from "../help.ts";
import { environmentName, type SettingRow, SETTINGS, type SettingValue } from "./schema.ts";

/** One value of the effective configuration. */
export interface DescribedSetting {
  readonly key: string;
  /** As TOML writes it. */
  readonly value: string;
  readonly source: string;
}

/** Gives every key with its effective value, written as in a file, and its source. */
export function describeSettings(configuration: Configuration): DescribedSetting[] {
  return SETTINGS.map((row) => {
    const { value, source } = configuration.setting(row.key);
    return { key: row.key, value: formatValue(row, value), source };
  });
}

/** Documents every key, for `innkeeper help config`. */
export function documentSettings(): string {
  const keys = SETTINGS.map((row) =>
    [
      row.key,
      ...wrap(row.doc, 96).map((line) => `    ${line}`),
      `    Takes ${typeWords(row)}. Default: ${row.defaultDoc}.`,
      `    Environment: ${environmentName(row.key)}`,
    ].join("\n")
  );
  return `The configuration is TOML. Read in this order, what comes later wins:

  1. /etc/innkeeper/innkeeper.toml as root, $XDG_CONFIG_HOME/innkeeper/innkeeper.toml as a user;
     --config FILE or INNKEEPER_CONFIG name another
  2. conf.d/*.toml beside that file, in the order of their names
  3. environment variables
  4. --set KEY=VALUE and the options of a command

A key with a dot belongs to a table: cache.directory is "directory" under [cache]. In the environment and in --set a
list of paths is separated by ":", one of texts by ";". An unknown key is an error. "innkeeper --check-config" prints the effective values
and where each comes from.

${keys.join("\n\n")}
`;
}

function formatValue(row: SettingRow, value: SettingValue): string {
  if (row.type.kind === "mode") return `"${Number(value).toString(8).padStart(4, "0")}"`;
  return JSON.stringify(value);
}

function typeWords(row: SettingRow): string {
  const type = row.type;
  switch (type.kind) {
    case "text":
      return "text";
    case "path":
      return ["an absolute path", ...(type.also ?? []).map((word) => JSON.stringify(word))].join(" or ");
    case "paths":
      return "a list of absolute paths";
    case "texts":
      return "a list of texts";
    case "boolean":
      return "true or false";
    case "address":
      return "an address with a port";
    case "mode":
      return "an octal mode in quotes";
    case "loopback":
      return "a loopback address with a port";
    case "number":
      return `a ${type.whole ? "whole " : ""}number from ${type.min} to ${type.max}`;
    case "choice":
      return type.choices.join(", ");
  }
}
