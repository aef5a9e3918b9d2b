/**
 * The effective configuration: for every key one value, and where it came from.
 *
 * Precedence, lowest first: defaults, the main file, the fragments beside it in `conf.d` in the order of their names,
 * the environment, options. A list replaces the list before it.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import { ConfigError } from "../failure.ts";
import { checkText } from "./check_value.ts";
import {
  configurationDirectory,
  type DefaultFacts,
  environmentName,
  type SettingName,
  SETTINGS,
  type Settings,
  type SettingValue,
} from "./schema.ts";

/** Bytes of one file, at most. */
const FILE_LIMIT = 1 << 20;

/** What stands for a file whose problem was noted. */
const UNREADABLE = Symbol("unreadable");

/** A value and where it came from. */
export interface Setting {
  readonly value: SettingValue;
  /** `default`, `/etc/innkeeper/innkeeper.toml:3`, `environment INNKEEPER_URI`, `option --set`. */
  readonly source: string;
}

/** A value given on the command line. */
export interface OptionSetting {
  readonly key: string;
  readonly text: string;
  /** The option as written: `--listen`. */
  readonly option: string;
}

/** The effective configuration. */
export class Configuration {
  /** The files that were read, in order. */
  readonly files: readonly string[];
  readonly #settings: ReadonlyMap<SettingName, Setting>;

  constructor(settings: ReadonlyMap<SettingName, Setting>, files: readonly string[]) {
    this.#settings = settings;
    this.files = files;
  }

  /** Gives the value of a key. */
  get<K extends SettingName>(key: K): Settings[K] {
    // The table's checks are what makes the value fit the key.
    return this.setting(key).value as Settings[K];
  }

  /** Gives the value of a key with its source. */
  setting(key: SettingName): Setting {
    const setting = this.#settings.get(key);
    if (setting === undefined) throw new Error(`The configuration holds no "${key}"`);
    return setting;
  }
}

/** The configuration is wrong in these ways. */
export class ConfigProblems extends ConfigError {
  /** Each names its file and line, variable or option. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more: see "innkeeper --check-config")` : "";
    super(`${problems[0] ?? "The configuration is wrong"}${more}`);
    this.problems = problems;
  }
}

/** Where the configuration is read from. */
export interface LoadOptions {
  /** The main file, where the caller named one; it has to be there then. */
  readonly file?: string;
  /** Values from the command line. */
  readonly options?: readonly OptionSetting[];
}

/** Reads and checks the configuration. Throws ConfigProblems. */
export async function loadConfiguration(host: Host, options: LoadOptions = {}): Promise<Configuration> {
  const facts: DefaultFacts = { uid: host.env.uid, get: (name) => host.env.get(name) };
  const settings = new Map<SettingName, Setting>();
  for (const row of SETTINGS) settings.set(row.key, { value: row.default(facts), source: "default" });
  const problems: string[] = [];
  const named = options.file ?? host.env.get("INNKEEPER_CONFIG");
  const main = named ?? `${configurationDirectory(facts)}/innkeeper.toml`;
  const files: string[] = [];
  for (const path of [main, ...await listFragments(host, main, problems)]) {
    const text = await readConfig(host, path, problems);
    if (text === undefined && path === named) problems.push(`${path}: there is no such configuration file`);
    if (text === undefined || text === UNREADABLE) continue;
    files.push(path);
    // Loaded only where there is a file: most runs have none, and start-up time counts.
    const { parseConfig } = await import("./parse_config.ts");
    const parsed = parseConfig(text, path);
    problems.push(...parsed.problems);
    for (const { key, value, line } of parsed.settings) settings.set(key, { value, source: `${path}:${line}` });
  }
  applyEnvironment(host, settings, problems);
  await applyOptions(options.options ?? [], settings, problems);
  if (problems.length > 0) throw new ConfigProblems(problems);
  return new Configuration(settings, files);
}

async function listFragments(host: Host, main: string, problems: string[]): Promise<string[]> {
  const folder = `${main.slice(0, main.lastIndexOf("/"))}/conf.d`;
  try {
    const names = await host.files.list(folder) ?? [];
    return names.filter((name) => name.endsWith(".toml") && !name.startsWith(".")).map((name) => `${folder}/${name}`);
  } catch (error) {
    problems.push(`${folder}: cannot be listed: ${reasonOf(error)}`);
    return [];
  }
}

async function readConfig(
  host: Host,
  path: string,
  problems: string[],
): Promise<string | typeof UNREADABLE | undefined> {
  try {
    return await host.files.readText(path, { limit: FILE_LIMIT });
  } catch (error) {
    problems.push(`${path}: cannot be read: ${reasonOf(error)}`);
    return UNREADABLE;
  }
}

function applyEnvironment(host: Host, settings: Map<SettingName, Setting>, problems: string[]): void {
  for (const row of SETTINGS) {
    const variable = environmentName(row.key);
    const text = host.env.get(variable);
    if (text === undefined) continue;
    const checked = checkText(row, text);
    if (checked.problem === undefined) {
      settings.set(row.key, { value: checked.value, source: `environment ${variable}` });
    } else problems.push(`environment ${variable}: ${checked.problem}`);
  }
}

async function applyOptions(
  given: readonly OptionSetting[],
  settings: Map<SettingName, Setting>,
  problems: string[],
): Promise<void> {
  for (const { key, text, option } of given) {
    const row = SETTINGS.find((candidate) => candidate.key === key);
    if (row === undefined) {
      const { unknownKey } = await import("./parse_config.ts");
      problems.push(`option ${option}: ${unknownKey(key)}`);
      continue;
    }
    const checked = checkText(row, text);
    if (checked.problem === undefined) settings.set(row.key, { value: checked.value, source: `option ${option}` });
    else problems.push(`option ${option}: ${checked.problem}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
