/**
 * How a failure reaches the person: one line on standard error that says what was tried, on what, and what to do,
 * and an exit code that says the same to a script.
 *
 * @module
 */

import type { VirtError } from "../model/error.ts";
import type { ErrorCode } from "../model/error_code.ts";
import { EXIT, type ExitCode } from "./exit_codes.ts";

/** A failure that knows its exit code. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  /** What to do next. */
  readonly hint: string | undefined;

  constructor(
    message: string,
    exitCode: ExitCode = EXIT.failure,
    options: ErrorOptions & { readonly hint?: string | undefined } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "CliError";
    this.exitCode = exitCode;
    this.hint = options.hint;
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

/** Gives the one line that a person reads of an error, with the causes that add something to it and the hint. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let hint: string | undefined;
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth++) {
    const message = current instanceof Error ? current.message || current.name : String(current);
    if (!parts.some((part) => part.includes(message))) parts.push(message);
    if (isVirtError(current) || current instanceof CliError) hint ??= current.hint;
    current = current instanceof Error ? current.cause : undefined;
  }
  return oneLine(parts.join(": ") + (hint === undefined ? "" : `; ${hint}`));
}

/** Gives the record of an error for programs: libvirt's code and domain where it has them. */
export function errorRecord(error: unknown): Readonly<Record<string, string | number | undefined>> {
  let virt: VirtError | undefined;
  let hint: string | undefined;
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if (isVirtError(current)) virt ??= current;
    if (isVirtError(current) || current instanceof CliError) hint ??= current.hint;
    current = current.cause;
  }
  return {
    code: virt?.code,
    domain: virt?.domain,
    message: describeError(error),
    detail: virt?.message,
    step: virt?.step,
    hint,
    exitCode: exitCodeOf(error),
  };
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

/** The errors of the library that have an exit code of their own. */
const VIRT_EXIT_CODES: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  VIR_ERR_NO_SUPPORT: EXIT.unsupported,
  VIR_ERR_CONFIG_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_OPERATION_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_ARGUMENT_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_NO_CONNECT: EXIT.notFound,
  VIR_ERR_INVALID_ARG: EXIT.usage,
  VIR_ERR_OPERATION_ABORTED: EXIT.interrupted,
};

// By name, so that a failure costs no import where none happens.
function isVirtError(error: unknown): error is VirtError {
  return error instanceof Error && error.name === "VirtError" && "code" in error;
}

function oneLine(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\s*\n\s*/g, "; ").replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").trim();
}
