import {
  SETTINGS,
  environmentName
} from "./chunk-7JEUEDHI.js";
import {
  wrap
} from "./chunk-G37LIIUM.js";

// src/cli/config/describe.ts
function describeSettings(configuration) {
  return SETTINGS.map((row) => {
    const { value, source } = configuration.setting(row.key);
    return {
      key: row.key,
      value: formatValue(row, value),
      source
    };
  });
}
function documentSettings() {
  const keys = SETTINGS.map((row) => [
    row.key,
    ...wrap(row.doc, 96).map((line) => `    ${line}`),
    `    Takes ${typeWords(row)}. Default: ${row.defaultDoc}.`,
    `    Environment: ${environmentName(row.key)}`
  ].join("\n"));
  return `The configuration is TOML. Read in this order, what comes later wins:

  1. /etc/innkeeper/innkeeper.toml as root, $XDG_CONFIG_HOME/innkeeper/innkeeper.toml as a user;
     --config FILE or INNKEEPER_CONFIG name another
  2. conf.d/*.toml beside that file, in the order of their names
  3. environment variables
  4. --set KEY=VALUE and the options of a command

A key with a dot belongs to a table: cache.directory is "directory" under [cache]. In the environment and in --set a
list of paths is separated by ":". An unknown key is an error. "innkeeper --check-config" prints the effective values
and where each comes from.

${keys.join("\n\n")}
`;
}
function formatValue(row, value) {
  if (row.type.kind === "mode") return `"${Number(value).toString(8).padStart(4, "0")}"`;
  return JSON.stringify(value);
}
function typeWords(row) {
  const type = row.type;
  switch (type.kind) {
    case "text":
      return "text";
    case "path":
      return "an absolute path";
    case "paths":
      return "a list of absolute paths";
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

export {
  describeSettings,
  documentSettings
};
