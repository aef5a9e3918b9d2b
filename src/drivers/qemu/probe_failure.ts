/**
 * Why a probe gave nothing: what the cache keeps as a negative entry and a person reads.
 *
 * @module
 */

import { QmpBrokenError, type QmpCommand } from "../../wire/qmp/mod.ts";
import { stepName } from "./conversation.ts";

/**
 * `start`: it could not be started; `exit`: it ended by itself; `deadline`: it did not answer in time; `protocol`: what
 * it printed is no QMP; `answer`: it refused, or said what cannot be understood; `aborted`: the caller gave up.
 */
export type ProbeFailureKind = "start" | "exit" | "deadline" | "protocol" | "answer" | "aborted";

/** What is known of a failure besides its message. */
export interface ProbeFailureFacts {
  readonly kind: ProbeFailureKind;
  /** `start`, `greeting`, or the question that had no answer: `device-list-properties VGA`. */
  readonly step: string;
  /** What the program printed to standard error. */
  readonly stderr?: string;
  /** Exit code, where it ended by itself; 128 + signal number when a signal ended it. */
  readonly code?: number;
  readonly signal?: string;
  /** The questions that had no answer, oldest first. */
  readonly unanswered?: readonly QmpCommand[];
}

/** A probe that failed as a whole. */
export class ProbeError extends Error {
  readonly kind: ProbeFailureKind;
  readonly step: string;
  readonly stderr: string;
  readonly code: number | undefined;
  readonly signal: string | undefined;
  readonly unanswered: readonly QmpCommand[];

  constructor(message: string, facts: ProbeFailureFacts, options?: ErrorOptions) {
    super(message, options);
    this.name = "ProbeError";
    this.kind = facts.kind;
    this.step = facts.step;
    this.stderr = facts.stderr ?? "";
    this.code = facts.code;
    this.signal = facts.signal;
    this.unanswered = facts.unanswered ?? [];
  }
}

/** How a question is named: its command and what it is about. */
export function questionName({ command, args }: QmpCommand): string {
  const subject = args?.["typename"] ?? (args?.["model"] as { readonly name?: unknown } | undefined)?.name;
  return stepName({ command, ...typeof subject === "string" && { subject } });
}

/** What can be told of a broken session when its program has ended. */
export interface BrokenRun {
  readonly path: string;
  readonly greeted: boolean;
  readonly unanswered: readonly QmpCommand[];
  readonly stderr: string;
  readonly status: { readonly code: number; readonly signal?: string };
  /** True where we ended it because its time was up. */
  readonly late: boolean;
  readonly deadlineMs: number;
}

/** The failure behind a broken session. */
export function describeBrokenRun(error: QmpBrokenError, run: BrokenRun): ProbeError {
  const [first] = run.unanswered;
  const step = !run.greeted ? "greeting" : first === undefined ? "end" : questionName(first);
  const facts = { step, stderr: run.stderr, unanswered: run.unanswered };
  const before = run.greeted ? `before it answered "${step}"` : "before its greeting";
  if (run.late) {
    const what = run.greeted ? `no answer to "${step}"` : "no QMP greeting";
    return new ProbeError(`"${run.path}" gave ${what} within ${run.deadlineMs / 1000} s`, {
      ...facts,
      kind: "deadline",
    }, { cause: error });
  }
  if (error.kind === "aborted") {
    return new ProbeError(`Probing "${run.path}" was given up`, { ...facts, kind: "aborted" }, { cause: error });
  }
  if (error.kind === "closed") {
    const { code, signal } = run.status;
    const how = signal === undefined ? `ended with code ${code}` : `was ended by ${signal}`;
    const message = `"${run.path}" ${how} ${before}${lastLine(run.stderr)}`;
    return new ProbeError(message, { ...facts, ...run.status, kind: "exit" }, { cause: error });
  }
  return new ProbeError(`"${run.path}" does not speak QMP: ${error.message}${lastLine(run.stderr)}`, {
    ...facts,
    kind: "protocol",
  }, { cause: error });
}

function lastLine(stderr: string): string {
  const line = stderr.trim().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? "" : `: ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`;
}
