/**
 * From the words of a command line to options and positionals, or to an error that names the nearest option.
 *
 * @module
 */

import { nearest } from "../base/nearest.ts";
import type { OptionSpec, ParsedArguments, PositionalSpec } from "./command.ts";
import { UsageError } from "./failure.ts";

/** What the words may be. */
export interface ArgumentRules {
  /** For error messages: `innkeeper probe`. */
  readonly program: string;
  readonly options: readonly OptionSpec[];
  /** Absent: parsing ends before the first word that is no option, and the words from there on are the positionals. */
  readonly positionals?: readonly PositionalSpec[];
}

/** Sorts words into options, switches and positionals. Throws UsageError. */
export function parseArguments(words: readonly string[], rules: ArgumentRules): ParsedArguments {
  const values = new Map<string, string[]>();
  const switches = new Set<string>();
  const positionals: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      positionals.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      if (rules.positionals === undefined) {
        positionals.push(...words.slice(index));
        break;
      }
      positionals.push(word);
      continue;
    }
    const { spec, attached, written } = findOption(word, rules);
    if (spec.value === undefined) {
      if (attached !== undefined) throw new UsageError(`Option "${written}" takes no value, but got "${attached}"`);
      switches.add(spec.name);
      continue;
    }
    const value = attached ?? words[++index];
    if (value === undefined) {
      throw new UsageError(`Option "${written}" needs a value: ${written} ${spec.value}${seeHelp(rules)}`);
    }
    addValue(values, { spec, value, written });
  }
  if (rules.positionals === undefined) return { values, switches, positionals };
  const rest = fillOptions(positionals, values, rules);
  checkPositionals(rest, rules.positionals.filter(({ option }) => option === undefined), rules);
  return { values, switches, positionals: rest };
}

/** Words without a name are for the options that they are a shorter form of, in order, where those were not given. */
function fillOptions(words: readonly string[], values: Map<string, string[]>, rules: ArgumentRules): string[] {
  const rest = [...words];
  for (const spec of rules.positionals ?? []) {
    if (spec.option === undefined || values.has(spec.option)) continue;
    const given = spec.repeat ? rest.splice(0) : rest.splice(0, 1);
    if (given.length === 0 && spec.required) throw missing(spec, rules);
    const { choices } = rules.options.find(({ name }) => name === spec.option) ?? {};
    const filled = { name: spec.option, doc: spec.doc, repeat: true, ...(choices && { choices }) };
    for (const value of given) addValue(values, { spec: filled, value, written: spec.name });
  }
  return rest;
}

function missing(spec: PositionalSpec, rules: ArgumentRules): UsageError {
  return new UsageError(`"${rules.program}" needs ${spec.name} (${spec.doc})${seeHelp(rules)}`);
}

/** Gives the value of an option, the last where it was given more than once. */
export function optionValue(parsed: ParsedArguments, name: string): string | undefined {
  return parsed.values.get(name)?.at(-1);
}

function findOption(
  word: string,
  rules: ArgumentRules,
): { spec: OptionSpec; attached: string | undefined; written: string } {
  if (!word.startsWith("--")) {
    const spec = rules.options.find((option) => option.short === word[1]);
    if (spec === undefined || (spec.value === undefined && word.length > 2)) throw unknownOption(word, rules);
    const rest = word.slice(2).replace(/^=/, "");
    return { spec, attached: word.length > 2 ? rest : undefined, written: word.slice(0, 2) };
  }
  const equals = word.indexOf("=");
  const written = equals < 0 ? word : word.slice(0, equals);
  const spec = rules.options.find((option) => `--${option.name}` === written);
  if (spec === undefined) throw unknownOption(written, rules);
  return { spec, attached: equals < 0 ? undefined : word.slice(equals + 1), written };
}

function addValue(
  values: Map<string, string[]>,
  given: { spec: OptionSpec; value: string; written: string },
): void {
  const { spec, value, written } = given;
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    throw new UsageError(`Option "${written}" takes ${spec.choices.join(", ")}, but got "${value}"`);
  }
  const known = values.get(spec.name);
  if (known === undefined) values.set(spec.name, [value]);
  else if (spec.repeat) known.push(value);
  else throw new UsageError(`Option "${written}" is given twice: "${known[0]}" and "${value}"`);
}

function checkPositionals(
  given: readonly string[],
  specs: readonly PositionalSpec[],
  rules: ArgumentRules,
): void {
  const absent = specs.find((spec, index) => spec.required && given[index] === undefined);
  if (absent !== undefined) throw missing(absent, rules);
  const extra = given[specs.length];
  if (extra !== undefined && !specs.at(-1)?.repeat) {
    throw new UsageError(`"${rules.program}" does not know what to do with "${extra}"${seeHelp(rules)}`);
  }
}

function unknownOption(written: string, rules: ArgumentRules): UsageError {
  const known = rules.options.flatMap((option) => [
    `--${option.name}`,
    ...(option.short === undefined ? [] : [`-${option.short}`]),
  ]);
  const suggestion = nearest(written, known);
  const meant = suggestion === undefined ? seeHelp(rules) : `: did you mean "${suggestion}"?`;
  return new UsageError(`"${rules.program}" has no option "${written}"${meant}`);
}

function seeHelp(rules: ArgumentRules): string {
  return `; see "${rules.program} --help"`;
}
