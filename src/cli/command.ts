/**
 * What a command of the command line is: data first, one function last. The help, the checks of what was typed and
 * the suggestions for what was mistyped are all made from this data.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import type { Host } from "../host/host.ts";
import type { Configuration } from "./config/configuration.ts";
import type { SettingName } from "./config/schema.ts";
import type { Terminal } from "./terminal.ts";

/** One option of a command. */
export interface OptionSpec {
  /** Without its dashes: `refresh`. */
  readonly name: string;
  /** One letter: `c` for `-c`. */
  readonly short?: string;
  /** What its value stands for in the help: `URI`. Absent: a switch without a value. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** True where it may be given more than once. */
  readonly repeat?: boolean;
  /** The key of the configuration that it sets. */
  readonly setting?: SettingName;
  /** One line. */
  readonly doc: string;
}

/** One positional argument of a command. */
export interface PositionalSpec {
  /** In the help: `EMULATOR`. */
  readonly name: string;
  readonly required?: boolean;
  /** True where it takes all that is left; only the last may. */
  readonly repeat?: boolean;
  /** The option that it is a shorter form of: a word in its place counts as that option's value. */
  readonly option?: string;
  readonly doc: string;
}

/** A command with all that its help says, and what it does. */
export interface Command {
  readonly options: readonly OptionSpec[];
  readonly positionals: readonly PositionalSpec[];
  /** Paragraphs of the help. */
  readonly details: readonly string[];
  /** Command lines with what they do. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Gives the exit code; throws what should be reported. */
  run(context: CommandContext): Promise<number>;
}

/** One row of the command table: what is known without loading the command. */
export interface CommandEntry {
  /** One word, or two for a command of a group: `cache list`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** What was typed, once it is known to be right. */
export interface ParsedArguments {
  /** Options with a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Switches. */
  readonly switches: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** What a command is handed. */
export interface CommandContext {
  readonly arguments: ParsedArguments;
  readonly terminal: Terminal;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** How this program was built; absent when it runs from source. */
  readonly build: BuildInfo | undefined;
  /** The machine. */
  host(): Promise<Host>;
  /** The effective configuration; throws ConfigError. */
  configuration(): Promise<Configuration>;
  /** The connection that several commands share; absent: the command opens its own. */
  readonly connection?: Connection;
}

/** How a compiled program was built. */
export interface BuildInfo {
  /** Commit of the source, with `+` after it where the source had changes. */
  readonly commit: string;
  /** ISO 8601, of the commit, so that the same source gives the same program. */
  readonly date: string;
  /** `x86_64-unknown-linux-gnu`. */
  readonly target: string;
}
