/**
 * A QEMU that answers what was recorded of a real one: the reference keeps such conversations in its source package,
 * one file per binary, as commands and replies by turns, with two runs of the emulator in a file where it has KVM.
 *
 * @module
 */

import { QmpError, type QmpSession } from "../../src/wire/qmp/session.ts";

/** How a refusal of a question reads that was not recorded. */
export const UNRECORDED = "it was not recorded";

/** One command and what was answered. */
export interface Exchange {
  readonly command: string;
  readonly args: unknown;
  readonly reply: unknown;
}

/** The runs in a recorded file. Throws when the text is not such a recording. */
export function parseRecording(text: string): Exchange[][] {
  const messages = text.split(/\n\n+/).filter((part) => part.trim() !== "").map((part): unknown => JSON.parse(part));
  const runs: Exchange[][] = [];
  for (let index = 0; index < messages.length; index += 2) {
    const [question, reply] = [messages[index], messages[index + 1]];
    if (!isObject(question) || typeof question["execute"] !== "string" || !isObject(reply)) {
      throw new Error(`Cannot read the recording: message ${index} is no command with a reply`);
    }
    if (question["execute"] === "qmp_capabilities") runs.push([]);
    runs.at(-1)?.push({ command: question["execute"], args: question["arguments"] ?? {}, reply });
  }
  return runs;
}

/** Answers by command and arguments, whatever the order; what was not recorded is `CommandNotFound`, and counted. */
export class RecordedSession implements QmpSession {
  readonly #replies: ReadonlyMap<string, unknown>;
  readonly #unrecorded: string[] = [];

  constructor(run: readonly Exchange[]) {
    this.#replies = new Map(run.map(({ command, args, reply }) => [key(command, args), reply]));
  }

  /** The questions that the recording has no answer to. */
  get unrecorded(): readonly string[] {
    return this.#unrecorded;
  }

  // deno-lint-ignore require-await
  async execute(command: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const reply = this.#replies.get(key(command, args));
    if (reply === undefined) {
      this.#unrecorded.push(key(command, args));
      throw new QmpError(command, "CommandNotFound", UNRECORDED);
    }
    if (!isObject(reply) || !isObject(reply["error"])) return isObject(reply) ? reply["return"] : undefined;
    throw new QmpError(command, String(reply["error"]["class"]), String(reply["error"]["desc"]));
  }
}

function key(command: string, args: unknown): string {
  return `${command} ${JSON.stringify(sorted(args))}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
