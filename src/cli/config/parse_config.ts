/**
 * From the text of one configuration file to checked values, each with the line it stands on, and a list of all that
 * is wrong with the file.
 *
 * @module
 */

import { parse, TomlError } from "smol-toml";
import { nearest } from "../../base/nearest.ts";
import { checkValue } from "./check_value.ts";
import { lineOf, locateKeys } from "./locate_keys.ts";
import { type SettingName, SETTINGS, type SettingValue } from "./schema.ts";

/** Parts of a key, at most: what is deeper is no key of ours, and is not followed. */
const MOST_PARTS = 4;

/** One value of a file. */
export interface FileSetting {
  readonly key: SettingName;
  readonly value: SettingValue;
  /** Counted from 1. */
  readonly line: number;
}

/** What a file says. */
export interface ParsedConfig {
  readonly settings: readonly FileSetting[];
  /** Each with file and line. */
  readonly problems: readonly string[];
}

/** Reads a configuration file's text; `path` is for the problems. */
export function parseConfig(toml: string, path: string): ParsedConfig {
  let document: Record<string, unknown>;
  try {
    document = parse(toml, { maxDepth: 16 });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "not TOML";
    return { settings: [], problems: [`${path}:${error.line}: not valid TOML: ${message}`] };
  }
  const lines = locateKeys(toml);
  const settings: FileSetting[] = [];
  const problems: string[] = [];
  for (const [key, raw] of flatten(document)) {
    const line = lineOf(lines, key) ?? 1;
    const row = SETTINGS.find((candidate) => candidate.key === key);
    if (row === undefined) {
      problems.push(`${path}:${line}: ${unknownKey(key)}`);
      continue;
    }
    const checked = checkValue(row, raw);
    if (checked.problem === undefined) settings.push({ key: row.key, value: checked.value, line });
    else problems.push(`${path}:${line}: ${checked.problem}`);
  }
  return { settings, problems };
}

/** Says that there is no such key, and which one was probably meant. */
export function unknownKey(key: string): string {
  const suggestion = nearest(key, SETTINGS.map((row) => row.key)) ?? sameLastPart(key);
  const hint = suggestion === undefined ? 'see "innkeeper help config"' : `did you mean "${suggestion}"?`;
  return `there is no key "${key}": ${hint}`;
}

/** `directory` without its table is probably `cache.directory`. */
function sameLastPart(key: string): string | undefined {
  const last = key.slice(key.lastIndexOf(".") + 1);
  const rows = SETTINGS.filter((row) => row.key.endsWith(`.${last}`));
  return rows.length === 1 ? rows[0]?.key : undefined;
}

/** Tables become dotted names; a table where a value belongs stays one, so that its type is what is complained of. */
function* flatten(table: Record<string, unknown>, prefix = ""): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(table)) {
    const key = prefix + name;
    const isTable = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    if (isTable && key.split(".").length < MOST_PARTS && !SETTINGS.some((row) => row.key === key)) {
      const entries = Object.entries(value);
      const known = SETTINGS.some((row) => row.key.startsWith(`${key}.`));
      if (entries.length === 0 && !known) yield [key, value];
      yield* flatten(Object.fromEntries(entries), `${key}.`);
    } else yield [key, value];
  }
}
