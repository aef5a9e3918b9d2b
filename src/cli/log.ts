/**
 * Where messages of the parts go: to standard error, as text for people or as JSON, one object a line, for journals.
 *
 * @module
 */

import type { Log, LogFields, LogLevel } from "../base/log.ts";
import type { Clock } from "../host/host.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./text_table.ts";

/** What is written and how. */
export interface LogOptions {
  /** The least important level that is written. */
  readonly level: LogLevel;
  readonly format: "text" | "json";
  readonly clock: Clock;
}

/** From the least important to the most. */
const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** Makes a log that writes to standard error. */
export function terminalLog(terminal: Terminal, options: LogOptions): Log {
  const least = LEVELS.indexOf(options.level);
  const write = (level: LogLevel, message: string, fields: LogFields = {}): void => {
    if (LEVELS.indexOf(level) < least) return;
    const time = new Date(options.clock.now()).toISOString();
    terminal.err(
      options.format === "json" ? formatJson({ time, level, message }, fields) : formatText(level, message, fields),
    );
  };
  return {
    debug: (message, fields) => write("debug", message, fields),
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields),
  };
}

/** Keeps messages until it is known which of them are worth saying. */
export class HeldLog implements Log {
  readonly #held: { level: LogLevel; message: string; fields: LogFields | undefined }[] = [];

  debug(message: string, fields?: LogFields): void {
    this.#held.push({ level: "debug", message, fields });
  }

  info(message: string, fields?: LogFields): void {
    this.#held.push({ level: "info", message, fields });
  }

  warn(message: string, fields?: LogFields): void {
    this.#held.push({ level: "warn", message, fields });
  }

  error(message: string, fields?: LogFields): void {
    this.#held.push({ level: "error", message, fields });
  }

  /** Hands over what is worth it, and forgets everything. */
  release(log: Log, isWorthIt: (fields: LogFields) => boolean): void {
    for (const { level, message, fields } of this.#held.splice(0)) {
      if (isWorthIt(fields ?? {})) log[level](message, fields);
    }
  }
}

/** One message as a line for people. */
export function formatText(level: LogLevel, message: string, fields: LogFields = {}): string {
  const facts = Object.entries(fields).filter(([, value]) => value !== undefined);
  const words = facts.map(([name, value]) => `${name}=${typeof value === "string" ? quoted(value) : value}`);
  const label = { debug: "debug: ", info: "", warn: "warning: ", error: "error: " }[level];
  return printable(`innkeeper: ${label}${message}${words.length > 0 ? ` (${words.join(" ")})` : ""}`);
}

/** One message as a JSON object; a field cannot take the place of the time, the level or the message. */
export function formatJson(head: { time: string; level: LogLevel; message: string }, fields: LogFields = {}): string {
  return JSON.stringify({ ...head, ...fields, ...head });
}

function quoted(value: string): string {
  return /^[\w./:@+-]+$/.test(value) ? value : JSON.stringify(value);
}
