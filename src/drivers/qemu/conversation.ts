/**
 * Asking QEMU things, with one rule for what goes wrong: a refusal that is to be expected is absence, any other
 * refusal or a malformed answer is a problem that is noted while the rest goes on, and a broken session ends it all.
 *
 * @module
 */

import { QmpError, type QmpSession } from "../../wire/qmp/session.ts";
import type { ProbeProblem } from "./capabilities.ts";
import { MalformedReplyError } from "./schema.ts";

/** One question. */
export interface Question {
  readonly command: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** What sets it apart from others with the same command: the type or the model that is asked about. */
  readonly subject?: string;
  /** QEMU's error classes that mean "there is no such thing here". */
  readonly absentWhen?: readonly string[];
}

/** A session with a list of what went wrong in it. */
export class Conversation {
  readonly #session: QmpSession;
  readonly #problems: ProbeProblem[] = [];

  constructor(session: QmpSession) {
    this.#session = session;
  }

  /** What went wrong so far. */
  get problems(): readonly ProbeProblem[] {
    return this.#problems;
  }

  /** Notes a problem that is no answer of QEMU. */
  note(step: string, message: string): void {
    this.#problems.push({ step, message });
  }

  /**
   * Asks, and reads the answer; `undefined` where there is none. Throws only when the session is broken.
   * Questions that are asked without awaiting are pipelined.
   */
  async ask<T>(question: Question, read: (reply: unknown) => T): Promise<T | undefined> {
    let reply: unknown;
    try {
      reply = await this.#session.execute(question.command, question.args);
    } catch (error) {
      if (!(error instanceof QmpError)) throw error;
      if (!question.absentWhen?.includes(error.errorClass)) this.note(stepName(question), error.message);
      return undefined;
    }
    return this.read(stepName(question), () => read(reply));
  }

  /** Reads an answer; one that is malformed is noted as a problem of `step`, and is `undefined`. */
  read<T>(step: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MalformedReplyError)) throw error;
      this.note(step, error.message);
      return undefined;
    }
  }

  /** As {@linkcode Conversation.ask}, for what nothing can go on without: every failure is thrown. */
  async require<T>(question: Question, read: (reply: unknown) => T): Promise<T> {
    return read(await this.#session.execute(question.command, question.args));
  }
}

/** How a question is named in the story of a probe: `device-list-properties VGA`. */
export function stepName({ command, subject }: Pick<Question, "command" | "subject">): string {
  return subject === undefined ? command : `${command} ${subject}`;
}
