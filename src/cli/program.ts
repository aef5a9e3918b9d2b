/**
 * The process around a command: its arguments, its signals, its exit code.
 *
 * @module
 */

import type { BuildInfo } from "./command.ts";
import { EXIT } from "./exit_codes.ts";
import { describeError, errorRecord, exitCodeOf } from "./failure.ts";
import { runCommandLine } from "./run_command_line.ts";
import { checkRuntime } from "./runtime_version.ts";
import { OutputClosedError, processTerminal, type Terminal } from "./terminal.ts";

/** Milliseconds that a command has to clean up after a signal. */
const CLEAN_UP_MS = 5_000;

/** Runs the command line of this process and ends the process. */
export async function runProgram(build?: BuildInfo): Promise<never> {
  const terminal = processTerminal();
  const problem = checkRuntime(Deno.version.deno, Deno.build.standalone);
  if (problem !== undefined) {
    terminal.err(`innkeeper: ${problem}`);
    Deno.exit(EXIT.failure);
  }
  const stop = new AbortController();
  listenForSignals(stop);
  reportStrays(terminal);
  let code: number;
  try {
    code = await runCommandLine(Deno.args, { terminal, signal: stop.signal, build });
  } catch (error) {
    terminal.progress("");
    code = failureCode(error, stop.signal, terminal);
  }
  terminal.progress("");
  Deno.exit(code);
}

function failureCode(error: unknown, signal: AbortSignal, terminal: Terminal): number {
  if (error instanceof OutputClosedError) return EXIT.outputClosed;
  if (signal.aborted) return signal.reason instanceof StoppedBySignal ? signal.reason.exitCode : EXIT.interrupted;
  terminal.err(wantsJson(Deno.args) ? JSON.stringify(errorRecord(error)) : `innkeeper: ${describeError(error)}`);
  return exitCodeOf(error);
}

/** Whether a program reads what is said: then an error is a record, too. */
function wantsJson(words: readonly string[]): boolean {
  const dashes = words.indexOf("--");
  return words.slice(0, dashes < 0 ? words.length : dashes).includes("--json");
}

/** Why the command was aborted. */
class StoppedBySignal extends Error {
  readonly exitCode: number;

  constructor(signal: string, exitCode: number) {
    super(`Stopped by ${signal}`);
    this.name = "AbortError";
    this.exitCode = exitCode;
  }
}

/** The first signal asks the command to clean up; a second one, or none of its answers in time, ends the process. */
function listenForSignals(stop: AbortController): void {
  const codes = [["SIGINT", EXIT.interrupted], ["SIGTERM", EXIT.terminated]] as const;
  for (const [signal, exitCode] of codes) {
    if (Deno.build.os === "windows" && signal === "SIGTERM") continue;
    Deno.addSignalListener(signal, () => {
      if (stop.signal.aborted) Deno.exit(exitCode);
      stop.abort(new StoppedBySignal(signal, exitCode));
      Deno.unrefTimer(setTimeout(() => Deno.exit(exitCode), CLEAN_UP_MS));
    });
  }
}

/** What nobody waited for is still reported in one line. */
function reportStrays(terminal: Terminal): void {
  const report = (event: Event, thrown: unknown): never => {
    event.preventDefault();
    terminal.progress("");
    terminal.err(`innkeeper: internal error: ${describeError(thrown)}`);
    Deno.exit(exitCodeOf(thrown));
  };
  globalThis.addEventListener("unhandledrejection", (event) => report(event, event.reason));
  globalThis.addEventListener("error", (event) => report(event, event.error));
}
