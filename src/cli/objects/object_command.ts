/**
 * Commands on objects: look one up, call it, print the answer. Most of virsh's commands are no more than that, so each
 * is a row: its arguments, what is said where it fails, and one function.
 *
 * @module
 */

import type { Connection } from "../../api/connection.ts";
import type { Command, CommandContext, OptionSpec } from "../command.ts";
import { connect } from "../compose.ts";
import { EXIT } from "../exit_codes.ts";
import { CliError, exitCodeOf, UsageError } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import type { Answer } from "./answer.ts";
import { type ArgumentSpec, optionsOf, positionalsOf } from "./arguments.ts";
import { formatDocument, formatJson } from "./json.ts";
import { checkWords, Words } from "./words.ts";

/** What a command works with besides its object. */
export interface Call {
  readonly connection: Connection;
  readonly words: Words;
  readonly terminal: Terminal;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** How objects of one kind are found and named. */
export interface ObjectKind<T> {
  /** The argument that names the object. */
  readonly argument: ArgumentSpec;
  find(call: Call, word: string): Promise<T>;
  /** In sentences: `domain 'test'`. */
  describe(object: T): string;
  /** How it is named, for programs. */
  name(object: T): unknown;
}

/** One command on objects. */
export interface ObjectCommand<T> {
  /** Besides the object. */
  readonly arguments?: readonly ArgumentSpec[];
  readonly details?: readonly string[];
  readonly examples?: Command["examples"];
  /** What is said first where the call fails: `Failed to start`, with the object after it. */
  readonly failure?: string;
  /** Gives the answer; none where it was written bit by bit. */
  run(object: T, call: Call): Promise<Answer | undefined>;
}

const ANSWER_OPTIONS: readonly OptionSpec[] = [
  { name: "json", doc: "Print the record for programs: JSON, with integers beyond 2^53 as strings" },
  { name: "quiet", short: "q", doc: "Print no heads of tables and no sentences" },
];

/** A command on an object of a kind. */
export function on<T>(kind: ObjectKind<T>, row: ObjectCommand<T>): Command {
  const specs = [kind.argument, ...row.arguments ?? []];
  return commandOf(specs, row, async (call) => {
    const word = call.words.required(kind.argument.name);
    const object = await kind.find(call, word);
    return await explained(row, kind.describe(object), async () => {
      const answer = await row.run(object, call);
      return answer && { json: kind.name(object), ...answer };
    });
  });
}

/** A command on the connection itself. */
export function onConnection(row: ObjectCommand<Connection>): Command {
  return commandOf(row.arguments ?? [], row, (call) => explained(row, "", () => row.run(call.connection, call)));
}

function commandOf(
  specs: readonly ArgumentSpec[],
  row: Omit<ObjectCommand<never>, "run">,
  action: (call: Call) => Promise<Answer | undefined>,
): Command {
  return {
    options: [...optionsOf(specs), ...ANSWER_OPTIONS],
    positionals: positionalsOf(specs),
    details: row.details ?? [],
    examples: row.examples ?? [],
    run: (context) => runObjectCommand(context, specs, action),
  };
}

async function runObjectCommand(
  context: CommandContext,
  specs: readonly ArgumentSpec[],
  action: (call: Call) => Promise<Answer | undefined>,
): Promise<number> {
  const { terminal, signal } = context;
  const words = new Words(context.arguments);
  checkWords(words, specs);
  const carryOut = async (connection: Connection): Promise<number> => {
    const answer = await untilAborted(action({ connection, words, terminal, signal }), signal);
    if (answer !== undefined && !answer.silent) print(answer, words, terminal);
    return answer?.exitCode ?? EXIT.ok;
  };
  if (context.connection !== undefined) return await carryOut(context.connection);
  await using connection = await connect(context);
  return await carryOut(connection);
}

function print(answer: Answer, words: Words, terminal: Terminal): void {
  if (words.has("json")) return terminal.out(answer.verbatim ? formatDocument(answer.json) : formatJson(answer.json));
  const quiet = words.has("quiet");
  const text = quiet ? answer.quiet ?? answer.text : answer.text;
  // virsh ends every answer with an empty line, unless it is to be quiet.
  const whole = quiet ? text : `${text}\n`;
  terminal.out(answer.verbatim ? whole : harmless(whole));
}

/** What a hypervisor says is not trusted: nothing in it reaches a terminal as a command. */
function harmless(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
}

/** Says what was tried, on what, before what went wrong. */
async function explained<T>(row: { readonly failure?: string }, object: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (row.failure === undefined || error instanceof UsageError) throw error;
    throw new CliError(object === "" ? row.failure : `${row.failure} ${object}`, exitCodeOf(error), { cause: error });
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
