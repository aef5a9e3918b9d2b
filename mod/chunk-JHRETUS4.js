import {
  SETTINGS,
  configurationDirectory,
  environmentName
} from "./chunk-7JEUEDHI.js";
import {
  checkText
} from "./chunk-IPCQ7EBV.js";
import {
  ConfigError
} from "./chunk-MVMYNZQN.js";

// src/cli/config/configuration.ts
var FILE_LIMIT = 1 << 20;
var UNREADABLE = Symbol("unreadable");
var Configuration = class {
  /** The files that were read, in order. */
  files;
  #settings;
  constructor(settings, files) {
    this.#settings = settings;
    this.files = files;
  }
  /** Gives the value of a key. */
  get(key) {
    return this.setting(key).value;
  }
  /** Gives the value of a key with its source. */
  setting(key) {
    const setting = this.#settings.get(key);
    if (setting === void 0) throw new Error(`The configuration holds no "${key}"`);
    return setting;
  }
};
var ConfigProblems = class extends ConfigError {
  /** Each names its file and line, variable or option. */
  problems;
  constructor(problems) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more: see "innkeeper --check-config")` : "";
    super(`${problems[0] ?? "The configuration is wrong"}${more}`);
    this.problems = problems;
  }
};
async function loadConfiguration(host, options = {}) {
  const facts = {
    uid: host.env.uid,
    get: (name) => host.env.get(name)
  };
  const settings = /* @__PURE__ */ new Map();
  for (const row of SETTINGS) settings.set(row.key, {
    value: row.default(facts),
    source: "default"
  });
  const problems = [];
  const named = options.file ?? host.env.get("INNKEEPER_CONFIG");
  const main = named ?? `${configurationDirectory(facts)}/innkeeper.toml`;
  const files = [];
  for (const path of [
    main,
    ...await listFragments(host, main, problems)
  ]) {
    const text = await readConfig(host, path, problems);
    if (text === void 0 && path === named) problems.push(`${path}: there is no such configuration file`);
    if (text === void 0 || text === UNREADABLE) continue;
    files.push(path);
    const { parseConfig } = await import("./parse_config-ICFJAD5L.js");
    const parsed = parseConfig(text, path);
    problems.push(...parsed.problems);
    for (const { key, value, line } of parsed.settings) settings.set(key, {
      value,
      source: `${path}:${line}`
    });
  }
  applyEnvironment(host, settings, problems);
  await applyOptions(options.options ?? [], settings, problems);
  if (problems.length > 0) throw new ConfigProblems(problems);
  return new Configuration(settings, files);
}
async function listFragments(host, main, problems) {
  const folder = `${main.slice(0, main.lastIndexOf("/"))}/conf.d`;
  try {
    const names = await host.files.list(folder) ?? [];
    return names.filter((name) => name.endsWith(".toml") && !name.startsWith(".")).map((name) => `${folder}/${name}`);
  } catch (error) {
    problems.push(`${folder}: cannot be listed: ${reasonOf(error)}`);
    return [];
  }
}
async function readConfig(host, path, problems) {
  try {
    return await host.files.readText(path, {
      limit: FILE_LIMIT
    });
  } catch (error) {
    problems.push(`${path}: cannot be read: ${reasonOf(error)}`);
    return UNREADABLE;
  }
}
function applyEnvironment(host, settings, problems) {
  for (const row of SETTINGS) {
    const variable = environmentName(row.key);
    const text = host.env.get(variable);
    if (text === void 0) continue;
    const checked = checkText(row, text);
    if (checked.problem === void 0) {
      settings.set(row.key, {
        value: checked.value,
        source: `environment ${variable}`
      });
    } else problems.push(`environment ${variable}: ${checked.problem}`);
  }
}
async function applyOptions(given, settings, problems) {
  for (const { key, text, option } of given) {
    const row = SETTINGS.find((candidate) => candidate.key === key);
    if (row === void 0) {
      const { unknownKey } = await import("./parse_config-ICFJAD5L.js");
      problems.push(`option ${option}: ${unknownKey(key)}`);
      continue;
    }
    const checked = checkText(row, text);
    if (checked.problem === void 0) settings.set(row.key, {
      value: checked.value,
      source: `option ${option}`
    });
    else problems.push(`option ${option}: ${checked.problem}`);
  }
}
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  Configuration,
  ConfigProblems,
  loadConfiguration
};
