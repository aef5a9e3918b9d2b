/**
 * How a failure reaches the person: one line on standard error that says what was tried, on what, and what to do,
 * and an exit code that says the same to a script.
 *
 * @module
 */

import { EXIT, type ExitCode } from "./exit_codes.ts";

/** A failure that knows its exit code. */
export class CliError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failure, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}

/** The command line is wrong. */
export class UsageError extends CliError {
  constructor(message: string) {
    super(message, EXIT.usage);
    this.name = "UsageError";
  }
}

/** The configuration is wrong or cannot be read. */
export class ConfigError extends CliError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, EXIT.configuration, options);
    this.name = "ConfigError";
  }
}

/** Gives the one line that a person reads of an error, with the causes that add something to it. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth++) {
    const message = current instanceof Error ? current.message || current.name : String(current);
    if (!parts.some((part) => part.includes(message))) parts.push(message);
    current = current instanceof Error ? current.cause : undefined;
  }
  return oneLine(parts.join(": "));
}

/** Gives the exit code that fits an error of any origin. */
export function exitCodeOf(error: unknown): ExitCode {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if (current instanceof CliError) return current.exitCode;
    if (isVirtError(current)) return VIRT_EXIT_CODES[current.code] ?? EXIT.failure;
    current = current.cause;
  }
  return EXIT.failure;
}

/** libvirt's public error numbers (virErrorNumber) that have an exit code of their own. */
const VIRT_EXIT_CODES: Readonly<Record<number, ExitCode>> = {
  3: EXIT.unsupported, // VIR_ERR_NO_SUPPORT
  5: EXIT.notFound, // VIR_ERR_NO_CONNECT
  8: EXIT.usage, // VIR_ERR_INVALID_ARG
  42: EXIT.notFound, // VIR_ERR_NO_DOMAIN
  67: EXIT.unsupported, // VIR_ERR_CONFIG_UNSUPPORTED
  84: EXIT.unsupported, // VIR_ERR_OPERATION_UNSUPPORTED
};

function isVirtError(error: Error): error is Error & { readonly code: number } {
  return error.name === "VirtError" && "code" in error && typeof error.code === "number";
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ").replace(/\s*\n\s*/g, "; ").trim();
}
